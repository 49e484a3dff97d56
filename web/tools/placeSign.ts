/** Placing a sign: its post, then a point towards whoever reads it. Its text is what the records propose. */
import { locateOnLine } from '../../domain/geometry/line.ts';
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { RoadClass } from '../../domain/records/road.ts';
import { newlyPlanned, type NewSign, type SignKind } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import { proposedText } from '../../domain/signs/proposedText.ts';
import { facingOf, placeFacing, type Facing } from './placeFacing.ts';
import type { Tool, ToolContext } from './tool.ts';

/** Farther from a way (or house) than this, a sign stands alone. */
const reachMeters = 40;

const lanes: readonly RoadClass[] = ['lane', 'alley', 'branch'];
/** The ways a kind of sign may name. */
const names: Readonly<Record<SignKind, readonly RoadClass[]>> = {
  'road-name': ['road'],
  'lane-mouth': lanes,
  direction: ['road', ...lanes],
  'village-entrance': [],
  'house-plate': [],
};

export function roadNamedBy(world: World, signKind: SignKind, place: Position): Id | null {
  let nearest: Id | null = null;
  let nearestMeters = reachMeters;
  for (const road of world.road.values()) {
    if (!names[signKind].includes(road.class) || road.state === 'closed') continue;
    const meters = locateOnLine(road.line, place).distanceMeters - road.widthMeters / 2;
    if (meters < nearestMeters) [nearest, nearestMeters] = [road.id, meters];
  }
  return nearest;
}

function houseOfPlate(world: World, signKind: SignKind, place: Position): Id | null {
  if (signKind !== 'house-plate') return null;
  let nearest: Id | null = null;
  let nearestMeters = reachMeters;
  for (const house of world.house.values()) {
    const meters = distanceMeters(house.entrance, place);
    if (house.state !== 'demolished' && meters < nearestMeters) [nearest, nearestMeters] = [house.id, meters];
  }
  return nearest;
}

function signAt(place: Position, facingDegrees: number, id: Id, { world, options }: ToolContext): NewSign {
  const { signKind } = options;
  const about = {
    signKind,
    roadId: roadNamedBy(world, signKind, place),
    houseId: houseOfPlate(world, signKind, place),
    landmarkId: null,
  };
  const text = proposedText(world, about) ?? options.signText;
  const post = signKind === 'house-plate' ? 'wall' : 'new';
  return { ...newlyPlanned, ...about, id, place, facingDegrees, faces: [text], post };
}

const placing = placeFacing(
  { place: 'tool.placeSign.place', turn: 'tool.placeSign.turn' },
  (place, facingDegrees, context) => {
    const id = context.newId();
    return { kind: 'sign.add', input: signAt(place, facingDegrees, id, context), shows: { kind: 'sign', id } };
  },
);

export const placeSign: Tool<Facing> = {
  ...placing,
  signs: ({ place, towards }, context) => {
    if (!place || !towards || distanceMeters(place, towards) === 0) return [];
    const fields = signAt(place, facingOf(place, towards), context.newId(), context);
    return [{ ...fields, kind: 'sign', version: 1 }];
  },
};
