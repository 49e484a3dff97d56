/** What is shown and being done on this screen; nothing here is sent to the server. */
import type { NumberingPlan } from '../../domain/addressing/numberingPlan.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RecordKind } from '../../domain/records/record.ts';
import { firstOptions, type ToolOptions } from '../tools/options.ts';
import type { LayerId } from './layerId.ts';
import { panelPart } from './panelPart.svelte.ts';
import type { PanelId } from './panelId.ts';

export type ToolId =
  | 'select'
  | 'draw-road'
  | 'draw-house'
  | 'draw-outline'
  | 'copy-house'
  | 'place-entrance'
  | 'place-sign'
  | 'place-camera'
  | 'place-lamp'
  | 'place-landmark'
  | 'move'
  | 'move-proposal'
  | 'move-next'
  | 'read-from-here'
  | 'paint-numbers'
  | 'assign-households'
  | 'walk'
  | 'split-road'
  | 'merge-roads'
  | 'extend-road'
  | 'split-house'
  | 'merge-houses'
  | 'show-entrance'
  | 'place-commune-point';

/** Heights of the bottom sheet on a phone. */
export type Sheet = 'peek' | 'half' | 'full';

export interface Selection {
  readonly kind: RecordKind;
  readonly id: Id;
}

/** How the map selects several: `tap` adds or takes out what is touched, the others all that lies in a drawn area. */
export type PickMode = 'tap' | 'box' | 'lasso';

/** [west, south, east, north] in degrees. */
export type BoundingBox = readonly [number, number, number, number];
/** What lies over the map from above and from below. */
export interface Covered {
  readonly abovePixels: number;
  readonly belowPixels: number;
}

export type FlightTarget = Selection | Position | BoundingBox;

export interface Flight {
  readonly target: FlightTarget;
  readonly zoom: number | null;
}

/** In the order chosen; the last is the one whose details are shown. */
let selected = $state.raw<readonly Selection[]>([]);
let selectedIds = $state.raw<ReadonlySet<Id>>(new Set());
let pickMode = $state<PickMode | null>(null);
let isTableOpen = $state(false);
let tool = $state<ToolId>('select');
let toolOptions = $state.raw<ToolOptions>(firstOptions);
/** The background is off until asked for: the village needs no network, and nobody is told who looks at it. */
let hidden = $state.raw<ReadonlySet<LayerId>>(new Set<LayerId>(['background']));
let preview = $state.raw<NumberingPlan | null>(null);
let panel = $state<PanelId>('roads');
let behind = $state<PanelId>('roads');
let sheet = $state<Sheet>('peek');
let flight = $state.raw<Flight | null>(null);
let coveredPixels = $state(0);
let coveredAbovePixels = $state(0);

export const view = {
  /** The record selected; of several, the last one chosen. */
  get selection(): Selection | null {
    return selected.at(-1) ?? null;
  },
  /** All that is selected, each once. */
  get selected(): readonly Selection[] {
    return selected;
  },
  get selectedIds(): ReadonlySet<Id> {
    return selectedIds;
  },
  /** Set while the map selects several; null when a touch selects one. */
  get pickMode(): PickMode | null {
    return pickMode;
  },
  /** The table under the map of a wide screen. */
  get isTableOpen(): boolean {
    return isTableOpen;
  },
  set isTableOpen(next: boolean) {
    isTableOpen = next;
  },
  get tool(): ToolId {
    return tool;
  },
  get toolOptions(): ToolOptions {
    return toolOptions;
  },
  set toolOptions(next: ToolOptions) {
    toolOptions = next;
  },
  /** Layers switched off in the legend. */
  get hidden(): ReadonlySet<LayerId> {
    return hidden;
  },
  set hidden(next: ReadonlySet<LayerId>) {
    hidden = next;
  },
  /** A numbering plan looked at but not applied: drawn on the map as draft numbers in amber. */
  get preview(): NumberingPlan | null {
    return preview;
  },
  set preview(next: NumberingPlan | null) {
    preview = next;
  },
  get panel(): PanelId {
    return panel;
  },
  /** The panel to which "back" leads from the selected record. */
  get behind(): PanelId {
    return behind;
  },
  get sheet(): Sheet {
    return sheet;
  },
  set sheet(next: Sheet) {
    sheet = next;
  },
  /** Where the map is asked to go; MapView takes it and sets it to null. */
  get flight(): Flight | null {
    return flight;
  },
  set flight(next: Flight | null) {
    flight = next;
  },
  /** Height of the map that the phone's sheet covers from below: flights aim at the middle of the rest. */
  get coveredPixels(): number {
    return coveredPixels;
  },
  set coveredPixels(next: number) {
    coveredPixels = next;
  },
  /** Height of the map that lies under what hangs over its head. */
  set coveredAbovePixels(next: number) {
    coveredAbovePixels = next;
  },
  get covered(): Covered {
    return { abovePixels: coveredAbovePixels, belowPixels: coveredPixels };
  },
};

function choose(next: readonly Selection[]): void {
  selected = next;
  selectedIds = new Set(next.map(({ id }) => id));
}

export function openPanel(next: PanelId): void {
  if (next !== 'selection') {
    behind = next;
    panelPart.current = null;
    choose([]);
  }
  panel = next;
  if (sheet === 'peek') sheet = 'half';
}

/** Selects a record, and it alone, and shows it in the panel. */
export function select(kind: RecordKind, id: Id): void {
  choose([{ kind, id }]);
  showSelection();
}

/** Selects all of these and nothing else, or these too; the panel shows them. */
export function selectMany(refs: readonly Selection[], isAdded = false): void {
  const next = new Map((isAdded ? selected : []).map((ref) => [ref.id, ref]));
  for (const ref of refs) next.set(ref.id, ref);
  if (next.size === 0) return clearSelection();
  choose([...next.values()]);
  showSelection();
}

/** Takes these out of what is selected. */
export function unselect(ids: ReadonlySet<Id>): void {
  const rest = selected.filter(({ id }) => !ids.has(id));
  if (rest.length === 0) clearSelection();
  else choose(rest);
}

/** Adds a record to what is selected, or takes it out again. */
export function toggleSelected(kind: RecordKind, id: Id): void {
  if (selectedIds.has(id)) unselect(new Set([id]));
  else selectMany([{ kind, id }], true);
}

/** Marks all of these on the map while the list they were chosen from stays. */
export function mark(refs: readonly Selection[]): void {
  choose(refs);
}

/** Brings the panel of what is selected. */
export function showSelection(): void {
  if (panel !== 'selection') behind = panel;
  panel = 'selection';
  if (sheet === 'peek') sheet = 'half';
}

/** Nothing selected; the panel from which the record was selected comes back. */
export function clearSelection(): void {
  choose([]);
  if (panel === 'selection') panel = behind;
}

/** Selects a record, whose details take the place of the list, and flies to it. */
export function showRecord(kind: RecordKind, id: Id): void {
  select(kind, id);
  flyTo({ kind, id });
}

/** Selects a record on the map and flies to it while the list it was chosen from stays. */
export function pointAt(kind: RecordKind, id: Id): void {
  choose([{ kind, id }]);
  flyTo({ kind, id });
}

/** From now on the map selects several, by touch or by area; no tool is in the hand meanwhile. */
export function startPicking(mode: PickMode): void {
  if (tool !== 'select') cancelTool();
  pickMode = mode;
}

/** The map selects one again; what is selected stays, and a phone's sheet comes up for it. */
export function stopPicking(): void {
  pickMode = null;
  if (selected.length > 0) showSelection();
}

export function flyTo(target: FlightTarget, zoom: number | null = null): void {
  flight = { target, zoom };
  // A full sheet would hide where the map goes.
  if (sheet === 'full') sheet = 'half';
}

export function startTool(next: ToolId, options: Partial<ToolOptions> = {}): void {
  toolOptions = { ...toolOptions, ...options };
  pickMode = null;
  tool = next;
  sheet = 'peek';
}

/** The record the tool was taken up for shows again: a closed sheet without steps would be an empty one. */
export function cancelTool(): void {
  const isOfPanel = panel === 'selection' || tool === 'move-proposal' || tool === 'move-next';
  tool = 'select';
  if (isOfPanel && sheet === 'peek') sheet = 'half';
}

/** What belonged to one village is forgotten when another is opened. */
export function resetView(): void {
  choose([]);
  pickMode = null;
  isTableOpen = false;
  tool = 'select';
  preview = null;
  panel = 'roads';
  behind = 'roads';
  panelPart.current = null;
  sheet = 'peek';
  flight = null;
}
