/** What the shortcuts of the workspace do; the map and its tools bind their own. */
import { t, type TextKey } from '../i18n/t.ts';
import { overlays } from '../state/overlays.svelte.ts';
import { bindShortcut, type ShortcutAction, type ShortcutId } from '../state/shortcuts.ts';
import { say } from '../state/toasts.svelte.ts';
import { flyTo, openPanel, startTool, view, type ToolId } from '../state/view.svelte.ts';
import { redo, undo, village } from '../state/village.svelte.ts';
import { toolStatus } from '../tools/session.svelte.ts';
import { backOut } from './backOut.ts';
import { deleteSelected } from './manyActions.ts';
import { whyNotAllowed } from './permission.ts';
import { pickHousesWithoutCode, pickRoadsHouses, stepAlongRoad, togglePicking } from './picking.ts';
import { toggleTable } from './tableSwitch.ts';

const isOpen = (): boolean => village.status === 'open';
const isHandFree = (): boolean => isOpen() && view.tool === 'select';
const hasSelection = (): boolean => isHandFree() && view.selection !== null;

const go = (panel: Parameters<typeof openPanel>[0]): ShortcutAction => ({
  isOn: isHandFree,
  run: () => openPanel(panel),
});

/** A tool taken up, or the reason why this person may not. */
const draw = (tool: ToolId, kind: Parameters<typeof whyNotAllowed>[0]): ShortcutAction => ({
  isOn: isHandFree,
  run: () => {
    const why = whyNotAllowed(kind);
    if (why === null) startTool(tool);
    else say('notice', why);
  },
});

const undoOr = (hasOne: () => boolean, run: () => Promise<void>, noneKey: TextKey): ShortcutAction => ({
  isOn: isOpen,
  run: () => {
    // While something is being drawn, its last point is what is taken back.
    if (noneKey === 'undo.nothing' && toolStatus.canUndoPoint) toolStatus.undoPoint();
    else if (hasOne()) void run();
    else say('notice', t(noneKey));
  },
});

function actions(): Partial<Record<ShortcutId, ShortcutAction>> {
  return {
    'panel.roads': go('roads'),
    'panel.signs': go('signs'),
    'panel.houses': go('houses'),
    'panel.numbers': go('numbers'),
    'panel.codes': go('codes'),
    'panel.handover': go('handover'),
    'panel.criterion6': go('criterion6'),
    'panel.criterion3': go('criterion3'),
    'panel.legend': go('legend'),
    'panel.history': go('history'),
    'panel.candidates': go('candidates'),
    search: { isOn: isHandFree, run: () => (overlays.open = 'search') },
    back: { isOn: isHandFree, run: backOut },
    'select.next': { isOn: isHandFree, run: () => stepAlongRoad(1) },
    'select.previous': { isOn: isHandFree, run: () => stepAlongRoad(-1) },
    'select.road': { isOn: isHandFree, run: pickRoadsHouses },
    'select.withoutCode': { isOn: isHandFree, run: pickHousesWithoutCode },
    'select.many': { isOn: isHandFree, run: togglePicking },
    'select.show': { isOn: hasSelection, run: () => view.selection && flyTo(view.selection) },
    table: { isOn: isHandFree, run: toggleTable },
    'draw.road': draw('draw-road', 'road.draw'),
    'draw.house': draw('draw-house', 'house.draw'),
    'draw.entrance': draw('place-entrance', 'house.draw'),
    'draw.move': { ...draw('move', 'house.move'), isOn: () => hasSelection() && view.selected.length === 1 },
    undo: undoOr(() => village.nextUndo !== null, undo, 'undo.nothing'),
    redo: undoOr(() => village.nextRedo !== null, redo, 'redo.nothing'),
    delete: { isOn: hasSelection, run: () => void deleteSelected() },
    help: { run: () => (overlays.open = 'shortcuts') },
  };
}

/** Binds them all; returns what undoes it. */
export function bindWorkspaceShortcuts(): () => void {
  const unbind = Object.entries(actions()).map(([id, action]) => bindShortcut(id as ShortcutId, action));
  return () => {
    for (const stop of unbind) stop();
  };
}
