/** Tools that need one click: a house known only by its entrance, a lamp, a landmark. */
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import { point } from './sketch.ts';
import type { Tool, ToolContext, ToolEdit } from './tool.ts';

export interface Placing {
  readonly place: Position | null;
}

function placeOnce(
  hintKey: ToolTextKey,
  afterwards: Tool<Placing>['afterwards'],
  editAt: (place: Position, context: ToolContext) => ToolEdit,
): Tool<Placing> {
  return {
    afterwards,
    start: () => ({ place: null }),
    handle(state, event, context) {
      if (event.type !== 'click') return { state };
      const place = roundPosition(event.position);
      return { state: { place }, edit: editAt(place, context) };
    },
    sketch: ({ place }) => (place ? [point('handle', place)] : []),
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

export const placeLamp = placeOnce('tool.placeLamp', 'again', (place, { newId, options }) => {
  const id = newId();
  return {
    kind: 'lamp.add',
    input: {
      id,
      place,
      owner: options.lampOwner,
      state: options.lampState,
      heightMeters: null,
      powerWatts: null,
    },
    shows: { kind: 'lamp', id },
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
