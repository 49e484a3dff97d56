/** The line that ties a house in the hand to its road, with the name and the number it would get there. */
import { wayToRoad, type HousePlace } from '../../domain/addressing/housePlace.ts';
import { withRoadChosen } from '../../domain/addressing/defaultEntrance.ts';
import { networkOf } from '../../domain/addressing/network.ts';
import { proposeNumber } from '../../domain/addressing/numberProposal.ts';
import { placeHouse } from '../../domain/addressing/roadOfHouse.ts';
import { roadLabel } from '../../domain/addressing/roadName.ts';
import { locate } from '../../domain/geometry/locate.ts';
import { boxDistanceMeters } from '../../domain/geometry/measuredLine.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { House } from '../../domain/records/house.ts';
import type { Road } from '../../domain/records/road.ts';
import { defaultNumberingProfile } from '../../domain/records/village.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import type { Handle, Movable } from './handles.ts';
import { line, point, type Sketch, type SketchLabel } from './sketch.ts';
import { nearestRoad } from './steady.ts';
import type { ToolContext, ToolEdit } from './tool.ts';

interface Judged {
  readonly world: World;
  readonly place: HousePlace | null;
}

/** A house in the hand is asked about several times while it stays where it is. */
const judged = new WeakMap<House, Judged>();

/** Where a house would lie as it is in the hand; null where no road is within reach. */
function bonePlace(world: World, house: House): HousePlace | null {
  const known = judged.get(house);
  if (known?.world === world) return known.place;
  const place = placeHouse(world, house);
  judged.set(house, { world, place });
  return place;
}

/** The foot on the road, to be dragged onto another; of a house alone, and of one that stands. */
export function footHandle(record: Movable, { world }: ToolContext): readonly Handle[] {
  if (record.kind !== 'house' || record.state === 'demolished') return [];
  const place = bonePlace(world, record);
  return place ? [{ what: 'foot', index: 0, position: place.foot, rank: 0 }] : [];
}

/** The house on the road under the pointer; itself where there is none, or where it is on that road anyhow. */
export function ontoRoad(house: House, position: Position, context: ToolContext): House {
  const road = nearestRoad(context.world, position, context.reachMeters)?.road;
  if (!road || road.id === bonePlace(context.world, house)?.roadId) return house;
  return withRoadChosen(context.world, house, road.id);
}

/** Chooses that road for the house once and for all. */
export const choiceEdit = ({ id, chosenRoadId }: House): ToolEdit => ({
  kind: 'house.update',
  input: { id, changes: { chosenRoadId } },
  shows: { kind: 'house', id },
});

/** Roads a house may be on by the village's own measure: what is lit while the foot is in the hand. */
function roadsInReach(world: World, { entrance }: House): readonly Road[] {
  const reachMeters = (villageOf(world)?.numberingProfile ?? defaultNumberingProfile).maxEntranceDistanceMeters;
  const found: Road[] = [];
  for (const [id, { line: measured }] of networkOf(world).byId) {
    const road = world.road.get(id);
    if (!road || boxDistanceMeters(measured, entrance) - road.widthMeters / 2 > reachMeters) continue;
    if (locate(measured, entrance).distanceMeters - road.widthMeters / 2 <= reachMeters) found.push(road);
  }
  return found;
}

/** `pointer`: where the foot is in the hand, null while the house or its door is. */
export function boneSketch(house: House, pointer: Position | null, context: ToolContext): Sketch {
  const { world } = context;
  const place = bonePlace(world, house);
  const lit = pointer ? roadsInReach(world, house).flatMap((road) => line('lit', road.line.coordinates)) : [];
  if (!place) return [...lit, point('note', house.entrance, { key: 'tool.move.noRoad' })];
  const isOver = pointer === null || edgeMeters(world, place, pointer) <= context.reachMeters;
  const foot = isOver ? place.foot : pointer;
  return [
    ...lit,
    ...line('bone', isOver ? wayToRoad(house, place) : [house.entrance, foot]),
    point('foot', foot),
    // Beyond the road, so that the words do not lie on the line.
    point(
      house.entrance[1] > foot[1] ? 'under' : 'note',
      foot,
      isOver ? boneLabel(house, place, context) : { key: 'tool.move.ontoRoad' },
    ),
  ];
}

/** Metres from a place to the edge of the road a house is on. */
function edgeMeters(world: World, { roadId }: HousePlace, position: Position): number {
  const road = networkOf(world).byId.get(roadId);
  if (!road) return Infinity;
  return locate(road.line, position).distanceMeters - (world.road.get(roadId)?.widthMeters ?? 0) / 2;
}

function boneLabel(house: House, place: HousePlace, { world, options, on }: ToolContext): SketchLabel {
  const road = world.road.get(place.roadId);
  const asked = { place, houseId: house.id, step: options.numberStep, on };
  const number = proposeNumber(world, asked)?.number;
  const params = { road: road ? roadLabel(world, road) : '' };
  return number ? { key: 'tool.move.bone', params: { ...params, number } } : { key: 'tool.move.boneOnly', params };
}
