/** Numbering by hand: houses are clicked in their order, each gets the number proposed for its side of the road. */
import { numbersThatStay, proposeNumber, type NumberProposal } from '../../domain/addressing/numberProposal.ts';
import { wayToRoad, type HousePlace } from '../../domain/addressing/housePlace.ts';
import { placeHouse } from '../../domain/addressing/roadOfHouse.ts';
import { networkOf } from '../../domain/addressing/network.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { World } from '../../domain/records/world.ts';
import { area, line, point, type Sketch } from './sketch.ts';
import type { SaidByTool, Tool, ToolContext } from './tool.ts';
import { asStored, goneOn, lastGiven, oneBack, standing, type GivenNumber, type Trail } from './trail.ts';
import { houseAt } from './underHand.ts';

export interface Painting {
  /** The road the tool was taken up for; null: each house on its own road. */
  readonly roadId: Id | null;
  readonly hoveredId: Id | null;
  readonly trail: Trail;
  /** Given by the last click: part of the trail once it is accepted. */
  readonly given: GivenNumber | null;
  /** The house numbered last: its number is not proposed again while the pointer rests on it. */
  readonly doneId: Id | null;
  /** Typed by the person for the next house; empty leaves it to the proposal. */
  readonly typed: string;
}

interface Meant {
  readonly house: House;
  readonly roadId: Id;
  readonly place: HousePlace;
  readonly proposal: NumberProposal;
}

/** The house with the road it is numbered on and the number it would get. */
function meant(house: House, { roadId, trail }: Painting, { world, options, on }: ToolContext): Meant | null {
  const { byId } = networkOf(world);
  const chosen = roadId === null || !byId.has(roadId) ? house : { ...house, chosenRoadId: roadId };
  const place = placeHouse(world, chosen);
  if (!place) return null;
  const { roadId: onRoadId, side } = place;
  const step = options.numberStep;
  const lastId = lastGiven(world, trail, onRoadId, side, step);
  const proposal = proposeNumber(world, {
    place,
    houseId: house.id,
    step,
    lastId,
    on,
  });
  return proposal && { house, roadId: onRoadId, place, proposal };
}

const numberNow = (world: World, { house, roadId }: Meant): string | undefined =>
  numbersThatStay(world, roadId).find(({ houseId }) => houseId === house.id)?.number;

function noNumberLeft(world: World, roadId: Id): SaidByTool {
  const road = world.road.get(roadId);
  return { key: 'tool.paint.noNumber', params: { road: road ? roadLabel(world, road) : '' } };
}

export const paintNumbers: Tool<Painting> = {
  afterwards: 'again',
  start: ({ selection }) => ({
    roadId: selection?.kind === 'road' ? selection.id : null,
    hoveredId: null,
    trail: [],
    given: null,
    doneId: null,
    typed: '',
  }),
  rests: (state) => ({ ...state, trail: goneOn(state.trail, state.given), given: null, typed: '' }),
  handle(state, event, context) {
    switch (event.type) {
      case 'hover': {
        const hoveredId = houseAt(event.position, context)?.id ?? null;
        return { state: hoveredId === state.hoveredId ? state : { ...state, hoveredId } };
      }
      case 'type':
        return { state: { ...state, typed: event.text } };
      case 'undo-point': {
        const trail = oneBack(context.world, state.trail);
        return trail ? { state: { ...state, trail, doneId: null }, takesBack: true } : { state };
      }
      case 'click': {
        const house = houseAt(event.position, context);
        if (!house) return { state };
        const wanted = meant(house, state, context);
        if (!wanted) return { state, says: { key: 'tool.paint.noRoad' } };
        const { roadId, proposal } = wanted;
        const number = state.typed.trim() || proposal.number;
        if (!number) return { state, says: noNumberLeft(context.world, roadId) };
        // It has this very number: nothing to do.
        const houseId = house.id;
        const done: Painting = { ...state, hoveredId: houseId, doneId: houseId };
        if (numberNow(context.world, wanted) === asStored(number)) return { state: done };
        return {
          state: { ...done, given: { roadId, side: proposal.side, number } },
          edit: { kind: 'number.set', input: { roadId, numbers: [{ houseId, number }] }, shows: null },
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
    const isDone = state.doneId === house.id && state.typed === '';
    const bears = isDone ? numberNow(context.world, wanted) : undefined;
    const number = bears ?? (state.typed.trim() || wanted.proposal.number);
    const ring = house.footprint?.coordinates[0]?.slice(0, -1) ?? [];
    return [
      ...(ring.length > 2 ? area('lit', ring) : [point('handle', house.entrance)]),
      ...line('guide', wayToRoad(house, wanted.place)),
      ...(number ? [point('label', house.entrance, { key: 'tool.row.number', params: { number } })] : []),
    ];
  },
  status({ trail }, { world }) {
    const canTakeBack = standing(world, trail).length > 0;
    return {
      hintKey: canTakeBack ? 'tool.paint.more' : 'tool.paint.start',
      canFinish: false,
      canUndoPoint: false,
      canTakeBack,
    };
  },
  typed: ({ typed }) => typed,
};
