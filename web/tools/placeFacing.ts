/** The shape of tools that need a place and then a direction. */
import { bearingDegrees } from '../../domain/geometry/line.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { ToolTextKey } from '../i18n/vi/tools.ts';
import { line, point, type Sketch } from './sketch.ts';
import type { Device, Tool, ToolContext, ToolEdit } from './tool.ts';

export interface Facing {
  readonly place: Position | null;
  readonly towards: Position | null;
}

/** Whole degrees in [0, 360). */
export const facingOf = (place: Position, towards: Position): number =>
  Math.round(bearingDegrees(place, towards)) % 360;

export function placeFacing(
  hints: { readonly place: ToolTextKey; readonly turn: ToolTextKey },
  editAt: (place: Position, facingDegrees: number, context: ToolContext) => ToolEdit,
  /** What is shown while turning, besides the line to the pointer. */
  sketchTurned: (place: Position, towards: Position, context: ToolContext) => Sketch = () => [],
  /** Where it goes when the hand points there. */
  placeAt: (position: Position, context: ToolContext) => Position = roundPosition,
  /** The device as it would be: what it sees follows the hand. */
  deviceAt?: (place: Position, facingDegrees: number, context: ToolContext) => Device,
): Tool<Facing> {
  return {
    devices: ({ place, towards }, context) =>
      deviceAt && place && towards && distanceMeters(place, towards) > 0
        ? [deviceAt(place, facingOf(place, towards), context)]
        : [],
    afterwards: 'select',
    start: () => ({ place: null, towards: null }),
    handle(state, event, context) {
      switch (event.type) {
        case 'hover':
          return { state: { ...state, towards: state.place && event.position } };
        case 'click': {
          if (!state.place) return { state: { place: placeAt(event.position, context), towards: null } };
          if (distanceMeters(state.place, event.position) === 0) return { state };
          return {
            state: { ...state, towards: event.position },
            edit: editAt(state.place, facingOf(state.place, event.position), context),
          };
        }
        case 'undo-point':
          return { state: { place: null, towards: null } };
        default:
          return { state };
      }
    },
    sketch: ({ place, towards }, context) =>
      place
        ? [
            ...(towards ? [...sketchTurned(place, towards, context), ...line('guide', [place, towards])] : []),
            point('handle', place),
          ]
        : [],
    status: ({ place }) => ({
      hintKey: place ? hints.turn : hints.place,
      canFinish: false,
      canUndoPoint: place !== null,
    }),
  };
}
