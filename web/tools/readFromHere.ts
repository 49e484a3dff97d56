/** "Read from here": somebody stands on a road and looks along it; the map shows which signs he reads, and what hides others. */
import { footingAt } from '../../domain/addressing/walking.ts';
import { measureLine } from '../../domain/geometry/measuredLine.ts';
import { placeTowards } from '../../domain/geometry/turn.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { postsOf } from '../../domain/signs/posts.ts';
import { readableFrom, type SeenSign, type Standpoint, type View } from '../../domain/signs/readableFrom.ts';
import { signGroundOf } from '../../domain/signs/villageSigns.ts';
import { line, point, type SketchLabel } from './sketch.ts';
import type { Tool, ToolContext, ToolOffer } from './tool.ts';

export interface Reading {
  readonly from: Standpoint | null;
  /** A place was pointed at from which no road is near. */
  readonly isOffRoad: boolean;
}

/** Metres a press goes along the road. */
const stepMeters = 5;
/** How far the arrow reaches that shows which way one looks, in the hand's reach. */
const arrowReaches = 3;

const viewOf = ({ from }: Reading, { world }: ToolContext): View | null =>
  from && readableFrom(signGroundOf(world), from);

function gone(state: Reading, meters: number, { world }: ToolContext): Reading {
  const { from } = state;
  const road = from && world.road.get(from.roadId);
  if (!from || !road) return state;
  const wanted = from.measureMeters + from.sense * meters;
  const measureMeters = Math.min(Math.max(0, wanted), measureLine(road.line).lengthMeters);
  return { ...state, from: { ...from, measureMeters } };
}

const turnedRound = (state: Reading): Reading => ({
  ...state,
  from: state.from && { ...state.from, sense: state.from.sense === 1 ? -1 : 1 },
});

/** One sign a post: one that is read, where there is any; the others are told in words. */
function posts(signs: readonly SeenSign[]): readonly SeenSign[] {
  return postsOf(signs, ({ sign }) => sign.place).map((post) => post.find(({ sight }) => sight === 'read') ?? post[0]);
}

const told = (seen: SeenSign): SketchLabel => ({
  key: `tool.read.${seen.sight}`,
  params: {
    text: textOnOneLine(seen.sign.faces),
    meters: Math.round(seen.distanceMeters),
    most: Math.round(seen.readMeters),
  },
});

const offers: readonly ToolOffer[] = (['left', 'right', 'turn'] as const).map((id) => ({
  ...{ id, label: { key: `tool.read.go.${id}` }, note: null },
  ...{ more: null, isOff: false, isNew: id === 'turn' },
}));

export const readFromHere: Tool<Reading> = {
  afterwards: 'again',
  start: () => ({ from: null, isOffRoad: false }),
  takesNudges: () => false,
  handle(state, event, context) {
    switch (event.type) {
      case 'here':
      case 'click': {
        const footing = footingAt(context.world, event.position, state.from?.roadId ?? null);
        if (!footing) return { state: { ...state, isOffRoad: true } };
        const { roadId, measureMeters } = footing;
        const sense = state.from?.roadId === roadId ? state.from.sense : 1;
        return { state: { from: { roadId, measureMeters, sense }, isOffRoad: false } };
      }
      case 'turn':
        return { state: turnedRound(state) };
      case 'offer': {
        if (event.id === 'turn') return { state: turnedRound(state) };
        return { state: gone(state, event.id === 'right' ? stepMeters : -stepMeters, context) };
      }
      default:
        return { state };
    }
  },
  sketch(state, context) {
    const view = viewOf(state, context);
    if (!view) return [];
    const { eye, headingDegrees, signs } = view;
    const tip = placeTowards(eye, headingDegrees, context.reachMeters * arrowReaches);
    return [
      ...posts(signs).flatMap(({ sign, sight }) => line(sight === 'read' ? 'sight' : 'unseen', [eye, sign.place])),
      ...posts(signs).map(({ sign, sight, distanceMeters }) =>
        point(sight === 'read' ? 'read' : 'unread', sign.place, {
          key: sight === 'read' ? 'tool.read.label' : `tool.read.${sight}.label`,
          params: { meters: Math.round(distanceMeters) },
        }),
      ),
      ...line('guide', [eye, tip]),
      point('picked', eye),
      point('turn', tip),
    ];
  },
  tells: (state, context) => {
    const view = viewOf(state, context);
    if (!view) return [];
    return view.signs.length === 0 ? [{ key: 'tool.read.none' }] : view.signs.map(told);
  },
  status: ({ from, isOffRoad }) => ({
    hintKey: isOffRoad ? 'tool.read.offRoad' : from ? 'tool.read.on' : 'tool.read.start',
    canFinish: false,
    canUndoPoint: false,
  }),
  hintParams: ({ from }, { world }) => {
    const road = from && world.road.get(from.roadId);
    return road ? { road: roadLabel(world, road) } : {};
  },
  offers: ({ from }) => (from ? offers : []),
};
