/**
 * Measure and side of a house on its road where nobody has numbered before: at the foot of its entrance, or at the mouth
 * of the way that leads to it. Addresses that are stored keep to the foot (`placeHouse`): the edits of roads follow it.
 */
import { locate } from '../geometry/locate.ts';
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Position } from '../geometry/shapes.ts';
import { storedMeasure, type HousePlace } from './roadOfHouse.ts';
import type { Mouth } from './whichRoad/mouth.ts';

/** Houses on one way have one measure; what they lie apart along it sets their order, by a millimetre a metre. */
const orderPerMeter = 0.001;

/**
 * TT 08/2024/TT-BXD numbers houses in the order in which one comes to them walking along the road (Art. 6) and is
 * silent on a house that stands back, behind others. One comes to it where the way to it leaves the road (our own
 * choice): there it has its measure, on the side to which the way leads; of several on one way the nearest comes first.
 * Every other house has its measure where a straight line from its entrance meets the road.
 */
export function entrancePlace(line: MeasuredLine, entrance: Position, mouth: Mouth | null): Omit<HousePlace, 'roadId'> {
  const { measureMeters, alongMeters, side, distanceMeters, foot } = locate(line, entrance);
  if (!mouth) {
    return { measureMeters: storedMeasure(measureMeters, line.lengthMeters), alongMeters, side, distanceMeters, foot };
  }
  const at = locate(line, mouth.position);
  return {
    measureMeters: storedMeasure(at.measureMeters, line.lengthMeters),
    alongMeters: at.alongMeters + mouth.alongMeters * orderPerMeter,
    side: locate(line, mouth.inside).side,
    distanceMeters,
    foot: at.foot,
  };
}
