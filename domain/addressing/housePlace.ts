/** The place of a house on a road: the one way in which measure and side are found, wherever they are asked for. */
import { locate, type LineSide } from '../geometry/locate.ts';
import { measureLine, type MeasuredLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { mouthOn } from './ground.ts';
import type { Mouth } from './whichRoad/mouth.ts';

export interface PlaceOnLine {
  /** Rounded to 0.01 and never beyond the road's length: as stored in an address. */
  readonly measureMeters: number;
  /** Exact, and going on past the road's ends: the order of houses along the road. */
  readonly alongMeters: number;
  readonly side: LineSide;
  /** From the entrance straight to the centre line. */
  readonly distanceMeters: number;
  /** On the centre line, at the measure. */
  readonly foot: Position;
  /** Where the way without a name that leads to it opens to the road; null for a house that lies on the road. */
  readonly mouth: Mouth | null;
}

export interface HousePlace extends PlaceOnLine {
  readonly roadId: Id;
}

/**
 * Where a house of the village lies on a road it is known to be on; null where there is no such road. Measured on the
 * line the road has, or on another one that a plan gives it (`line`).
 *
 * TT 08/2024/TT-BXD numbers houses in the order in which one comes to them walking along the road (Art. 6) and is
 * silent on a house that stands back, behind others. One comes to it where the way to it leaves the road (our own
 * choice): there it has its measure, on the side to which the way leads; of several on one way the nearest comes first.
 * Every other house has its measure where a straight line from its entrance meets the road.
 *
 * An issued address is not measured again: it keeps what it was given (`standingPlace`).
 */
export function placeOnRoad(
  world: World,
  house: House,
  roadId: Id,
  line: MeasuredLine | null = lineOf(world, roadId),
): HousePlace | null {
  return line && placeFrom(line, roadId, house, mouthOn(world, house, roadId));
}

/** The same where the line and the mouth of the way to the house are known. */
export function placeFrom(line: MeasuredLine, roadId: Id, { entrance }: House, by: Mouth | null): HousePlace {
  const { measureMeters, alongMeters, side, distanceMeters, foot, mouth } = placeOnLine(line, entrance, by);
  return { roadId, measureMeters, alongMeters, side, distanceMeters, foot, mouth };
}

function lineOf(world: World, roadId: Id): MeasuredLine | null {
  const road = world.road.get(roadId);
  return road ? measureLine(road.line) : null;
}

/**
 * Houses on one way have one measure; what they lie apart along it sets their order, by a millimetre a metre, and of two
 * at its very end the gap to it.
 */
const orderPerMeter = 0.001;

/** The same where it is known whether a way leads there, and where it opens (`placeOnRoad` says why). */
export function placeOnLine(line: MeasuredLine, entrance: Position, mouth: Mouth | null): PlaceOnLine {
  const { measureMeters, alongMeters, side, distanceMeters, foot } = locate(line, entrance);
  if (!mouth) {
    const stored = storedMeasure(measureMeters, line.lengthMeters);
    return { measureMeters: stored, alongMeters, side, distanceMeters, foot, mouth };
  }
  const at = locate(line, mouth.position);
  return {
    measureMeters: storedMeasure(at.measureMeters, line.lengthMeters),
    alongMeters: at.alongMeters + (mouth.alongMeters + mouth.gapMeters * orderPerMeter) * orderPerMeter,
    side: locate(line, mouth.inside).side,
    distanceMeters,
    foot: at.foot,
    mouth,
  };
}

/** What ties a house to its road, to be drawn: from its entrance along the way that leads to it, if one does. */
export const wayToRoad = ({ entrance }: House, { mouth, foot }: PlaceOnLine): readonly Position[] =>
  mouth ? [entrance, ...mouth.path, foot] : [entrance, foot];

/** Rounded to a centimetre, and down rather than past the road's end. */
export const storedMeasure = (measureMeters: number, lengthMeters: number): number =>
  Math.max(0, Math.min(Math.round(measureMeters * 100), Math.floor(lengthMeters * 100)) / 100);
