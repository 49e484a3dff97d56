/**
 * Moving a proposed camera or streetlight before it is accepted: drag or nudge it, turn it, or press where it is to go;
 * "Xong" pins it there, and the others are chosen anew.
 */
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Camera } from '../../domain/records/camera.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import { handlesOf, nearestHandle, type Handle } from './handles.ts';
import { directionOf } from './move.ts';
import { moved, nudged, turned } from './moved.ts';
import { point } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';

export interface MovingNext {
  readonly device: Camera | Lamp | null;
  readonly held: { readonly handle: Handle; readonly from: Position; readonly device: Camera | Lamp } | null;
  readonly isMoved: boolean;
}

const handleAt = ({ device }: MovingNext, position: Position, { reachMeters }: ToolContext): Handle | null =>
  device && nearestHandle(handlesOf(device, reachMeters), position, reachMeters);

const start = ({ options }: ToolContext): MovingNext => ({
  device: options.proposedDevice,
  held: null,
  isMoved: false,
});

export const moveNext: Tool<MovingNext> = {
  afterwards: 'select',
  start,
  takesNudges: ({ options }) => options.proposedDevice !== null,
  grabs: (state, position, context) => handleAt(state, position, context) !== null,
  holds: ({ held }) => held !== null,
  devices: ({ device }) => (device ? [device] : []),
  handle(state, event, context) {
    const { device } = state;
    if (!device) return { state };
    const changed = (after: ReturnType<typeof moved>) => ({
      state: { ...state, device: after as Camera | Lamp, isMoved: true },
    });
    switch (event.type) {
      case 'press': {
        const handle = handleAt(state, event.position, context);
        return { state: { ...state, held: handle && { handle, from: event.position, device } } };
      }
      case 'drag': {
        const { held } = state;
        return held ? changed(moved(held.device, held, event.position, event.isSteady)) : { state };
      }
      case 'release':
        return { state: { ...state, held: null } };
      case 'click':
        return changed({ ...device, place: event.position });
      case 'nudge':
        return changed(nudged(device, null, event.eastMeters, event.northMeters));
      case 'turn':
        return changed(turned(device, event.degrees));
      case 'undo-point':
        return { state: start(context) };
      case 'finish':
        return { state, pins: { ...device, place: roundPosition(device.place) } };
      default:
        return { state };
    }
  },
  sketch({ device }, { reachMeters }) {
    if (!device) return [];
    return [
      ...directionOf(device, reachMeters),
      ...handlesOf(device, reachMeters).map(({ position }) => point('handle', position)),
    ];
  },
  status: ({ device, isMoved }) => ({
    hintKey: device?.kind === 'camera' ? 'tool.moveNext.camera' : 'tool.moveNext.lamp',
    canFinish: isMoved,
    canUndoPoint: isMoved,
  }),
};
