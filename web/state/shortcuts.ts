/**
 * The map of keyboard shortcuts: the one table that binds the keys and that the help shows, so that the two cannot
 * drift apart. What a shortcut does is bound by who can do it, while it can: the workspace, the map, an open tool or
 * walk-through. Where two share a key, the one bound last is asked first; so a part that opens over the map may take
 * over `n` while it is open. New shortcuts: a row here, a text `shortcut.<id>` in web/i18n, and `bindShortcut`.
 */

export const shortcutGroups = ['go', 'select', 'table', 'draw', 'change', 'walk', 'survey', 'map', 'help'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

interface Row {
  readonly group: ShortcutGroup;
  /** As `keyOf` writes them. */
  readonly keys: readonly string[];
  /** Handled by the part that has the focus (the map, the table), not from anywhere: only shown here. */
  readonly isLocal?: true;
}

export const shortcuts = {
  'panel.roads': { group: 'go', keys: ['1'] },
  'panel.signs': { group: 'go', keys: ['2'] },
  'panel.houses': { group: 'go', keys: ['3'] },
  'panel.numbers': { group: 'go', keys: ['4'] },
  'panel.codes': { group: 'go', keys: ['5'] },
  'panel.handover': { group: 'go', keys: ['6'] },
  'panel.criterion6': { group: 'go', keys: ['7'] },
  'panel.criterion3': { group: 'go', keys: ['8'] },
  'panel.legend': { group: 'go', keys: ['9'] },
  'panel.history': { group: 'go', keys: ['0'] },
  'panel.candidates': { group: 'go', keys: ['k'] },
  search: { group: 'go', keys: ['/'] },
  back: { group: 'go', keys: ['Escape'] },

  'select.next': { group: 'select', keys: ['n'] },
  'select.previous': { group: 'select', keys: ['p'] },
  'select.road': { group: 'select', keys: ['a'] },
  'select.withoutCode': { group: 'select', keys: ['u'] },
  'select.many': { group: 'select', keys: ['m'] },
  'select.show': { group: 'select', keys: ['v'] },

  table: { group: 'table', keys: ['t'] },
  'table.rows': { group: 'table', keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'], isLocal: true },
  'table.toggle': { group: 'table', keys: ['Space'], isLocal: true },
  'table.open': { group: 'table', keys: ['Enter'], isLocal: true },
  'table.all': { group: 'table', keys: ['Ctrl+a'], isLocal: true },

  'draw.road': { group: 'draw', keys: ['r'] },
  'draw.house': { group: 'draw', keys: ['h'] },
  'draw.entrance': { group: 'draw', keys: ['e'] },
  'draw.move': { group: 'draw', keys: ['g'] },
  // The map listens for these itself while a tool is in the hand, before anything else can (web/map/keyboard.ts).
  'tool.back': { group: 'draw', keys: ['Escape'], isLocal: true },
  'tool.finish': { group: 'draw', keys: ['Enter'], isLocal: true },
  'tool.undoPoint': { group: 'draw', keys: ['Backspace', 'Delete'], isLocal: true },
  'tool.square': { group: 'draw', keys: ['q'], isLocal: true },
  'tool.nudge': { group: 'draw', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], isLocal: true },
  'tool.turn': { group: 'draw', keys: ['[', ']', '{', '}'], isLocal: true },
  'tool.next': { group: 'draw', keys: [',', '.'], isLocal: true },

  undo: { group: 'change', keys: ['Ctrl+z'] },
  redo: { group: 'change', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
  delete: { group: 'change', keys: ['Delete'] },

  // While the checks are walked through, these mean this and not what they mean elsewhere on the page.
  'walk.next': { group: 'walk', keys: ['n'] },
  'walk.skip': { group: 'walk', keys: ['s'] },
  'walk.fix': { group: 'walk', keys: ['f'] },
  'walk.accept': { group: 'walk', keys: ['e'] },

  // While one walks past the signs: the first letters of the buttons.
  'survey.good': { group: 'survey', keys: ['t'] },
  'survey.damaged': { group: 'survey', keys: ['h'] },
  'survey.missing': { group: 'survey', keys: ['m'] },
  'survey.skip': { group: 'survey', keys: ['n'] },
  'survey.back': { group: 'survey', keys: ['p'] },

  'map.pan': { group: 'map', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], isLocal: true },
  'map.zoom': { group: 'map', keys: ['+', '-'], isLocal: true },
  'map.point': { group: 'map', keys: ['Space'], isLocal: true },

  help: { group: 'help', keys: ['?'] },
} as const satisfies Record<string, Row>;

export type ShortcutId = keyof typeof shortcuts;
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** A key as the table writes it: small letters, `Ctrl+` also for ⌘; Shift only where it does not make another sign. */
export function keyOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string {
  const isSign = [...key].length === 1;
  const name = key === ' ' ? 'Space' : isSign ? key.toLowerCase() : key;
  const showsShift = shiftKey && (!isSign || name !== name.toUpperCase());
  return [ctrlKey || metaKey ? 'Ctrl+' : '', altKey ? 'Alt+' : '', showsShift ? 'Shift+' : '', name].join('');
}

/** A single sign, which a person who types with the voice or trembles may send by accident (WCAG 2.1.4). */
export const isCharacterKey = (key: string): boolean => [...key].length === 1;

export interface ShortcutAction {
  readonly run: () => void;
  /** False while it cannot be done: the key is left to others. Absent: always. */
  readonly isOn?: () => boolean;
}

const bound: { readonly id: ShortcutId; readonly action: ShortcutAction }[] = [];

/** Says what a shortcut does from now on; returns what undoes it. */
export function bindShortcut(id: ShortcutId, action: ShortcutAction): () => void {
  const binding = { id, action };
  bound.push(binding);
  return () => void bound.splice(bound.indexOf(binding), 1);
}

/** What a key does now: of those bound, the last one that can be done. */
export function actionOf(key: string): ShortcutAction | null {
  const isMeant = ({ id, action }: (typeof bound)[number]) =>
    (shortcuts[id].keys as readonly string[]).includes(key) && (action.isOn?.() ?? true);
  return bound.findLast(isMeant)?.action ?? null;
}
