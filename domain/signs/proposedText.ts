/** What a new sign should say: capitals, the class word above the name (TT 36/2006; RULES §2.3). */
import { fullNumber } from '../addressing/fullNumber.ts';
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { Sign } from '../records/sign.ts';
import { villageOf, type World } from '../records/world.ts';
import { numbersServed } from './numbersServed.ts';

/** The text of one face, lines parted by a line feed; null where the records do not say what it would be. */
export function proposedText(
  world: World,
  sign: Pick<Sign, 'signKind' | 'roadId' | 'houseId' | 'landmarkId'>,
): string | null {
  const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  switch (sign.signKind) {
    case 'road-name':
      return road && isNamed(road) ? capitals(twoLines(roadLabel(world, road))) : null;
    case 'lane-mouth':
      return road && isNamed(road) ? capitals(laneMouth(world, road)) : null;
    case 'direction': {
      const landmark = sign.landmarkId === null ? undefined : world.landmark.get(sign.landmarkId);
      if (landmark) return capitals(landmark.name);
      return road && isNamed(road) ? capitals(roadLabel(world, road)) : null;
    }
    case 'village-entrance': {
      const village = villageOf(world);
      return village ? capitals(village.name) : null;
    }
    case 'house-plate':
      return plateOf(world, sign.houseId);
  }
}

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** "Đường Đền Hàn" → "Đường" over "Đền Hàn"; a label of one word stays one line. */
function twoLines(label: string): string {
  const [, word, rest] = /^(Đường|Phố|Ngõ|Ngách|Hẻm|Kiệt|Xóm) (.+)$/u.exec(label) ?? [];
  return word && rest ? `${word}\n${rest}` : label;
}

/**
 * A lane's number says little without the road it counts from, so that road stands below when it has a name; then the
 * numbers that are found in the lane.
 */
function laneMouth(world: World, lane: Road): string {
  const above = roadAbove(world, lane);
  const lines = [roadLabel(world, lane)];
  if (above) lines.push(roadLabel(world, above));
  const numbers = numbersLine(world, lane.id);
  return (numbers === null ? lines : [...lines, numbers]).join('\n');
}

/** The road with a name that a lane counts from, however deep it lies; null for a road, and where there is none. */
export function roadAbove(world: World, lane: Road): Road | null {
  let top: Road | undefined = lane;
  for (let depth = 0; depth < 8 && top && top.class !== 'road'; depth += 1) {
    top = top.parentRoadId === null ? undefined : world.road.get(top.parentRoadId);
  }
  return top && top.id !== lane.id && isNamed(top) ? top : null;
}

/** "Số 1 → 23", or "Số 5" of a single house; null while the lane has no number. */
function numbersLine(world: World, laneId: Id): string | null {
  const served = numbersServed(world, laneId);
  if (!served) return null;
  const [lowest, highest] = served;
  return lowest === highest ? `Số ${lowest}` : `Số ${lowest} → ${highest}`;
}

function plateOf(world: World, houseId: Id | null): string | null {
  const address = houseId === null ? undefined : currentAddresses(world).get(houseId);
  return address ? fullNumber(world, address) : null;
}
