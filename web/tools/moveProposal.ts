/**
 * Moving a proposed post with its plates before they are accepted: drag or nudge it, turn it, look at what it would serve;
 * "Xong" accepts the plates where they are then, in one edit.
 */
import { roundPosition } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Sign } from '../../domain/records/sign.ts';
import { newSignOf } from '../../domain/signs/plannedPosts.ts';
import { handlesOf, nearestHandle, type Handle } from './handles.ts';
import { directionOf } from './move.ts';
import { moved, nudged, turned } from './moved.ts';
import { point } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';

export interface MovingProposal {
  /** The plates of the post as they would be. */
  readonly signs: readonly Sign[];
  readonly held: { readonly handle: Handle; readonly from: Position; readonly signs: readonly Sign[] } | null;
  readonly isMoved: boolean;
}

/** By the first plate the post is taken hold of and turned; the others go with it. */
function handleAt({ signs }: MovingProposal, position: Position, { reachMeters }: ToolContext): Handle | null {
  const [first] = signs;
  return first ? nearestHandle(handlesOf(first, reachMeters), position, reachMeters) : null;
}

/** All plates as the first one was changed: at the same place, turned by as much. */
function followed(before: readonly Sign[], first: Sign): readonly Sign[] {
  const by = first.facingDegrees - (before[0]?.facingDegrees ?? 0);
  const isElsewhere = String(first.place) !== String(before[0]?.place);
  return before.map((sign) => ({
    ...(turned(sign, by) as Sign),
    place: first.place,
    // It has left the pole it hung on.
    post: isElsewhere ? 'new' : sign.post,
  }));
}

const start = ({ options }: ToolContext): MovingProposal => ({
  signs: options.proposedSigns,
  held: null,
  isMoved: false,
});

export const moveProposal: Tool<MovingProposal> = {
  afterwards: 'select',
  start,
  takesNudges: ({ options }) => options.proposedSigns.length > 0,
  grabs: (state, position, context) => handleAt(state, position, context) !== null,
  holds: ({ held }) => held !== null,
  signs: ({ signs }) => signs,
  signsBefore: (_state, { options }) => options.proposedSigns,
  handle(state, event, context) {
    const [first] = state.signs;
    if (!first) return { state };
    switch (event.type) {
      case 'press': {
        const handle = handleAt(state, event.position, context);
        return { state: { ...state, held: handle && { handle, from: event.position, signs: state.signs } } };
      }
      case 'drag': {
        const { held } = state;
        const before = held?.signs[0];
        if (!held || !before) return { state };
        const after = moved(before, held, event.position, event.isSteady) as Sign;
        return { state: { ...state, signs: followed(held.signs, after), isMoved: true } };
      }
      case 'release':
        return { state: { ...state, held: null } };
      case 'nudge': {
        const after = nudged(first, null, event.eastMeters, event.northMeters) as Sign;
        return { state: { ...state, signs: followed(state.signs, after), isMoved: true } };
      }
      case 'turn':
        return {
          state: { ...state, signs: followed(state.signs, turned(first, event.degrees) as Sign), isMoved: true },
        };
      case 'undo-point':
        return { state: start(context) };
      case 'finish': {
        const signs = state.signs.map((sign) => newSignOf({ ...sign, place: roundPosition(sign.place) }));
        return {
          state,
          edit: { kind: 'sign.addMany', input: { signs }, shows: { kind: 'sign', id: first.id } },
        };
      }
      default:
        return { state };
    }
  },
  sketch(state, { reachMeters }) {
    const [first] = state.signs;
    if (!first) return [];
    return [
      ...directionOf(first, reachMeters),
      ...handlesOf(first, reachMeters).map(({ position }) => point('handle', position)),
    ];
  },
  status: ({ signs, isMoved }) => ({
    hintKey: signs.length > 0 ? 'tool.moveProposal' : 'tool.moveProposal.nothing',
    canFinish: signs.length > 0,
    canUndoPoint: isMoved,
  }),
};
