/**
 * Where an address that was given stands along its road. It keeps the measure it was given, at the foot of its entrance
 * or at the mouth of the way to it, whatever ways have been drawn since; only with its road's line does it move.
 */
import { lineLengthMeters, positionAt } from '../geometry/line.ts';
import { locate } from '../geometry/locate.ts';
import { measureLine, type MeasuredLine } from '../geometry/measuredLine.ts';
import type { LineString, Position } from '../geometry/shapes.ts';
import { placeTowards } from '../geometry/turn.ts';
import type { Address, Side } from '../records/address.ts';
import type { World } from '../records/world.ts';
import { mouthOn } from './ground.ts';
import { placeOnLine, type HousePlace } from './housePlace.ts';

/** Two roundings to a centimetre. */
const sameMeters = 0.02;

/**
 * In the order in which houses are passed: as finely as fresh ones are, also beyond an end and along one way that leads
 * to several, where the measure tells how it was found; else by the measure itself. `now`: its road's line as a plan
 * will have it, the same or turned round.
 */
export function standingPlace(
  world: World,
  address: Address,
  now?: MeasuredLine,
): Pick<HousePlace, 'alongMeters' | 'side'> {
  const { measureMeters, side, entrance, roadId } = address;
  const road = world.road.get(roadId);
  if (!road) return { alongMeters: measureMeters, side };
  const line = measureLine(road.line);
  const place = asMeasured(world, address, line);
  if (now === undefined || now === line) return { alongMeters: place?.alongMeters ?? measureMeters, side };
  return place
    ? placeOnLine(now, entrance, place.mouth)
    : { alongMeters: line.lengthMeters - measureMeters, side: side === 'left' ? 'right' : 'left' };
}

/** The whole place of an address on its road, as it was given; null where there is no such road. */
export function placeOfAddress(world: World, address: Address): HousePlace | null {
  const { roadId, measureMeters, side, entrance } = address;
  const road = world.road.get(roadId);
  if (!road) return null;
  const line = measureLine(road.line);
  const own = { roadId, measureMeters, side };
  const place = asMeasured(world, address, line);
  if (place) return { ...place, ...own };
  const { distanceMeters } = locate(line, entrance);
  const foot = positionAt(road.line, measureMeters).position;
  return { ...own, alongMeters: measureMeters, distanceMeters, foot, mouth: null };
}

/** At the mouth or at the foot, where its measure is found there; null where it is found at neither. */
function asMeasured(world: World, { houseId, roadId, entrance, ...given }: Address, line: MeasuredLine) {
  const house = world.house.get(houseId);
  const mouth = house ? mouthOn(world, house, roadId) : null;
  for (const by of mouth ? [mouth, null] : [null]) {
    const place = placeOnLine(line, entrance, by);
    const isSame = Math.abs(place.measureMeters - given.measureMeters) < sameMeters;
    if (isSame && (!by || place.side === given.side)) return place;
  }
  return null;
}

/** No address lies beyond the end of its road. */
export const isBeyondEnd = (line: LineString, measureMeters: number): boolean =>
  measureMeters > lineLengthMeters(line) + sameMeters;

/** A measure may drift this much when a line is corrected, in metres. */
export const driftMeters = 0.5;

/** Measure (exact) and side an address comes to when its road's line is drawn anew. */
export function carriedPlace(
  { entrance, measureMeters, side }: Address,
  before: LineString,
  line: LineString,
): Pick<HousePlace, 'measureMeters' | 'side'> {
  const place = locate(measureLine(before), entrance);
  const isAtFoot = place.side === side && Math.abs(place.measureMeters - measureMeters) <= driftMeters;
  return locate(measureLine(line), isAtFoot ? entrance : beside(before, measureMeters, side));
}

/** Tried in this order, in metres: far enough to tell the side, near enough to lie at this measure at a bend too. */
const asideMeters = [10, 5, 2, 1];

/** Where one leaves the road for a house that is not measured at its entrance: beside its measure, on its side. */
function beside(line: LineString, measureMeters: number, side: Side): Position {
  const { position, bearingDegrees } = positionAt(line, measureMeters);
  const across = bearingDegrees + (side === 'left' ? -90 : 90);
  const aside = asideMeters.map((meters) => placeTowards(position, across, meters));
  const isThere = (one: Position): boolean => {
    const place = locate(measureLine(line), one);
    return place.side === side && Math.abs(place.measureMeters - measureMeters) <= driftMeters;
  };
  return aside.find(isThere) ?? aside.at(-1)!;
}
