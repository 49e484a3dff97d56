/** Walking along a road with a phone: the house at the left or right hand gets its number by one press. */
import {
  besideWalker,
  footingAt,
  isForwardFrom,
  sideAt,
  type Beside,
  type Footing,
} from '../../domain/addressing/walking.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Side } from '../../domain/records/address.ts';
import type { Id } from '../../domain/records/fields.ts';
import { area, line, point, type Sketch, type SketchLabel } from './sketch.ts';
import type { Tool, ToolContext, ToolEdit, ToolOffer } from './tool.ts';
import { goneOn, lastGiven, oneBack, standing, type GivenNumber, type Trail } from './trail.ts';

export interface Walking {
  readonly position: Position | null;
  readonly footing: Footing | null;
  /** Walking as the road runs. */
  readonly isForward: boolean;
  readonly trail: Trail;
  /** Given by the last press: part of the trail once it is accepted. */
  readonly given: GivenNumber | null;
}

function walkedTo(state: Walking, position: Position, { world }: ToolContext): Walking {
  const before = state.footing;
  const footing = footingAt(world, position, before?.roadId ?? null);
  return { ...state, position, footing, isForward: isForwardFrom(before, footing) ?? state.isForward };
}

function atHand(state: Walking, hand: Side, { world, options, on }: ToolContext): Beside | null {
  const { footing } = state;
  if (!footing) return null;
  const side = sideAt(hand, state.isForward);
  const step = options.numberStep;
  return besideWalker(world, footing, side, {
    step,
    lastId: lastGiven(world, state.trail, footing.roadId, side, step),
    on,
  });
}

function editFor(beside: Beside, roadId: Id, { newId, options }: ToolContext): ToolEdit | null {
  const { number } = beside.proposal;
  if (number === null) return null;
  if (beside.kind === 'house') {
    const input = { roadId, numbers: [{ houseId: beside.house.id, number }] };
    return { kind: 'number.set', input, shows: null };
  }
  if (beside.kind === 'numbered') return null;
  const id = newId();
  const place =
    beside.kind === 'candidate'
      ? { candidateId: beside.candidate.id, entrance: null }
      : { candidateId: null, entrance: beside.entrance };
  const input = { id, ...place, use: options.houseUse, roadId, number };
  return { kind: 'house.found', input, shows: null };
}

/** The numbers a walker has passed and comes to. */
function neighboursOf(behind: string | undefined, ahead: string | undefined): SketchLabel | null {
  if (behind && ahead) return { key: 'tool.walk.both', params: { behind, ahead } };
  if (behind) return { key: 'tool.walk.behind', params: { behind } };
  return ahead ? { key: 'tool.walk.ahead', params: { ahead } } : null;
}

function offerOf(state: Walking, hand: Side, context: ToolContext): ToolOffer {
  const beside = atHand(state, hand, context);
  const number = beside?.kind === 'numbered' ? beside.number : (beside?.proposal.number ?? null);
  const [behind, ahead] = [beside?.proposal.before?.number, beside?.proposal.after?.number];
  const neighbours = state.isForward ? [behind, ahead] : [ahead, behind];
  const isOff = !beside || number === null || beside.kind === 'numbered';
  return {
    id: hand,
    label: { key: `tool.walk.${hand}`, params: { number: number ?? '–' } },
    note: { key: beside ? `tool.walk.${number === null ? 'noNumber' : beside.kind}` : 'tool.walk.nowhere' },
    more: isOff ? null : neighboursOf(neighbours[0], neighbours[1]),
    isOff,
    isNew: beside?.kind === 'nothing',
  };
}

export const walk: Tool<Walking> = {
  afterwards: 'again',
  start: () => ({ position: null, footing: null, isForward: true, trail: [], given: null }),
  rests: (state) => ({ ...state, trail: goneOn(state.trail, state.given), given: null }),
  handle(state, event, context) {
    switch (event.type) {
      case 'here':
      case 'click':
        return { state: walkedTo(state, event.position, context) };
      case 'offer': {
        if (event.id === 'turn') return { state: { ...state, isForward: !state.isForward } };
        const beside = atHand(state, event.id, context);
        const { footing } = state;
        const edit = beside && footing && editFor(beside, footing.roadId, context);
        const number = beside?.proposal.number;
        if (!edit || !number) return { state };
        return { state: { ...state, given: { roadId: footing.roadId, side: beside.side, number } }, edit };
      }
      case 'undo-point': {
        const trail = oneBack(context.world, state.trail);
        return trail ? { state: { ...state, trail }, takesBack: true } : { state };
      }
      default:
        return { state };
    }
  },
  sketch(state, context): Sketch {
    const { position, footing } = state;
    if (!position) return [];
    const hands = (['left', 'right'] as const).flatMap((hand): Sketch => {
      const beside = atHand(state, hand, context);
      if (!beside || !footing) return [];
      const { number } = beside.proposal;
      const written = beside.kind === 'numbered' ? null : number;
      const shape =
        beside.kind === 'candidate'
          ? beside.candidate.footprint
          : beside.kind === 'nothing'
            ? null
            : beside.house.footprint;
      const at =
        beside.kind === 'nothing'
          ? beside.entrance
          : shape
            ? centroid(shape)
            : beside.kind === 'candidate'
              ? null
              : beside.house.entrance;
      if (!at) return [];
      return [
        ...(shape ? area('lit', shape.coordinates[0]!.slice(0, -1)) : [point('mid', at)]),
        ...line('guide', [at, footing.foot]),
        ...(written ? [point('label', at, { key: 'tool.row.number', params: { number: written } })] : []),
      ];
    });
    return [...hands, ...(footing ? line('guide', [position, footing.foot]) : []), point('handle', position)];
  },
  status: ({ position, footing, trail }, { world }) => ({
    hintKey: !position ? 'tool.walk.where' : footing ? 'tool.walk.on' : 'tool.walk.offRoad',
    canFinish: false,
    canUndoPoint: false,
    canTakeBack: standing(world, trail).length > 0,
  }),
  hintParams: ({ footing }, { world }) => {
    const road = footing && world.road.get(footing.roadId);
    return road ? { road: roadLabel(world, road), meters: Math.round(footing.measureMeters) } : {};
  },
  offers: (state, context) => [offerOf(state, 'left', context), offerOf(state, 'right', context)],
};
