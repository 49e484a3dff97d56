/** Tools that need one click: a house known only by its entrance, the door of one, a landmark, a point of reference. */
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { villageOf } from '../../domain/records/world.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import { point } from './sketch.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';
import { selectedHouse } from './underHand.ts';

export interface Placing {
  readonly place: Position | null;
}

function placeOnce(
  hintKey: ToolTextKey,
  afterwards: Tool<Placing>['afterwards'],
  /** Null: nothing can be placed now. */
  editAt: (place: Position, context: ToolContext) => ToolEdit | null,
  /** What is there so far. */
  placeBefore: (context: ToolContext) => Position | null = () => null,
): Tool<Placing> {
  return {
    afterwards,
    start: () => ({ place: null }),
    handle(state, event, context) {
      if (event.type !== 'click') return { state };
      const place = roundPosition(event.position);
      const edit = editAt(place, context);
      return edit ? { state: { place }, edit } : { state };
    },
    sketch: ({ place }, context) => {
      const before = placeBefore(context);
      return [...(before ? [point('vertex', before)] : []), ...(place ? [point('handle', place)] : [])];
    },
    status: () => ({ hintKey, canFinish: false, canUndoPoint: false }),
  };
}

export const placeEntrance = placeOnce('tool.placeEntrance', 'again', (place, { newId, options }) => {
  const id = newId();
  return {
    kind: 'house.draw',
    input: { id, entrance: place, footprint: null, use: options.houseUse, state: 'standing', name: null },
    shows: { kind: 'house', id },
  };
});

export const placeLandmark = placeOnce('tool.placeLandmark', 'select', (place, { newId, options }) => {
  const id = newId();
  return {
    kind: 'landmark.add',
    input: { id, landmarkKind: options.landmarkKind, name: options.landmarkName, place },
    shows: { kind: 'landmark', id },
  };
});

/** The door of the house selected. */
export const showEntrance = placeOnce(
  'tool.showEntrance',
  'select',
  (entrance, context) => {
    const house = selectedHouse(context);
    if (!house) return null;
    const { id, footprint } = house;
    return { kind: 'house.move', input: { id, entrance, footprint }, shows: { kind: 'house', id } };
  },
  (context) => selectedHouse(context)?.entrance ?? null,
);

/** From where the Plus Codes of the village are shortened. */
export const placeCommunePoint = placeOnce(
  'tool.placeCommunePoint',
  'select',
  (communePoint, { world }) => {
    const village = villageOf(world);
    return village
      ? { kind: 'village.update', input: { id: village.id, changes: { communePoint } }, shows: null }
      : null;
  },
  ({ world }) => villageOf(world)?.communePoint ?? null,
);
