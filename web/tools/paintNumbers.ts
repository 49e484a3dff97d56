/** Numbering by hand: houses are clicked in their order, each gets the number proposed for its side of the road. */
import { numbersThatStay, proposeNumber, type NumberProposal } from '../../domain/addressing/numberProposal.ts';
import { placeHouse } from '../../domain/addressing/roadOfHouse.ts';
import { networkOf } from '../../domain/addressing/network.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Side } from '../../domain/records/address.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import { area, line, point, type Sketch } from './sketch.ts';
import type { Tool, ToolContext } from './tool.ts';
import { houseUnder } from './underHand.ts';

export interface Painting {
  /** The road the tool was taken up for; null: each house on its own road. */
  readonly roadId: Id | null;
  readonly hoveredId: Id | null;
  /** The houses numbered so far, in their order. */
  readonly trail: readonly { readonly houseId: Id; readonly side: Side }[];
  /** Typed by the person for the next house; empty leaves it to the proposal. */
  readonly typed: string;
}

function houseAt(position: Position, context: ToolContext): House | null {
  const under = houseUnder(position, '', context);
  if (under) return under;
  let best: House | null = null;
  let least = context.reachMeters;
  for (const house of context.world.house.values()) {
    const away = house.state === 'demolished' ? Infinity : distanceMeters(house.entrance, position);
    if (away <= least) [best, least] = [house, away];
  }
  return best;
}

interface Meant {
  readonly house: House;
  readonly roadId: Id;
  readonly foot: Position;
  readonly proposal: NumberProposal;
}

/** The house with the road it is numbered on and the number it would get. */
function meant(house: House, { roadId, trail }: Painting, { world, options }: ToolContext): Meant | null {
  const { byId } = networkOf(world);
  const on = roadId === null || !byId.has(roadId) ? house : { ...house, chosenRoadId: roadId };
  const place = placeHouse(world, on, (id) => byId.get(id)?.line);
  if (!place) return null;
  // A number taken back no longer leads on.
  const staying = new Set(numbersThatStay(world, place.roadId).map(({ houseId }) => houseId));
  const last = trail.findLast(
    ({ houseId, side }) => staying.has(houseId) && (side === place.side || options.numberStep === 'one'),
  );
  const asked = { roadId: place.roadId, entrance: house.entrance, houseId: house.id, step: options.numberStep };
  const proposal = proposeNumber(world, { ...asked, lastId: last?.houseId ?? null });
  return proposal && { house, roadId: place.roadId, foot: place.foot, proposal };
}

export const paintNumbers: Tool<Painting> = {
  afterwards: 'again',
  start: ({ selection }) => ({
    roadId: selection?.kind === 'road' ? selection.id : null,
    hoveredId: null,
    trail: [],
    typed: '',
  }),
  rests: (state) => ({ ...state, typed: '' }),
  handle(state, event, context) {
    switch (event.type) {
      case 'hover': {
        const hoveredId = houseAt(event.position, context)?.id ?? null;
        return { state: hoveredId === state.hoveredId ? state : { ...state, hoveredId } };
      }
      case 'type':
        return { state: { ...state, typed: event.text } };
      case 'undo-point': {
        if (state.trail.length === 0) return { state };
        return { state: { ...state, trail: state.trail.slice(0, -1) }, takesBack: true };
      }
      case 'click': {
        const house = houseAt(event.position, context);
        const wanted = house && meant(house, state, context);
        const number = state.typed.trim() || wanted?.proposal.number;
        if (!wanted || !number) return { state };
        const trail = [...state.trail, { houseId: wanted.house.id, side: wanted.proposal.side }];
        const input = { roadId: wanted.roadId, numbers: [{ houseId: wanted.house.id, number }] };
        return {
          state: { ...state, hoveredId: wanted.house.id, trail },
          edit: { kind: 'number.set', input, shows: null },
        };
      }
      default:
        return { state };
    }
  },
  sketch(state, context): Sketch {
    const house = context.world.house.get(state.hoveredId ?? '');
    const wanted = house && meant(house, state, context);
    if (!wanted) return [];
    const number = state.typed.trim() || wanted.proposal.number;
    const isDone = state.trail.at(-1)?.houseId === house.id;
    const ring = house.footprint?.coordinates[0]?.slice(0, -1) ?? [];
    return [
      ...(ring.length > 2 ? area('lit', ring) : [point('handle', house.entrance)]),
      ...line('guide', [house.entrance, wanted.foot]),
      ...(number && !isDone ? [point('label', house.entrance, { key: 'tool.row.number', params: { number } })] : []),
    ];
  },
  status: ({ trail }) => ({
    hintKey: trail.length === 0 ? 'tool.paint.start' : 'tool.paint.more',
    canFinish: false,
    canUndoPoint: trail.length > 0,
  }),
  typed: ({ typed }) => typed,
};
