/** What a new sign should say: capitals, the class word above the name (TT 36/2006; RULES §2.3). */
import { fullNumber } from '../addressing/fullNumber.ts';
import { isNamed, roadLabel } from '../addressing/roadName.ts';
import type { Id } from '../records/fields.ts';
import type { Road } from '../records/road.ts';
import type { SignKind } from '../records/sign.ts';
import { villageOf, type World } from '../records/world.ts';

/** The text of one face, lines parted by a line feed; null where the records do not say what it would be. */
export function proposedText(
  world: World,
  sign: { readonly signKind: SignKind; readonly roadId: Id | null; readonly houseId: Id | null },
): string | null {
  const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  switch (sign.signKind) {
    case 'road-name':
      return road && isNamed(road) ? capitals(twoLines(roadLabel(world, road))) : null;
    case 'lane-mouth':
      return road && isNamed(road) ? capitals(laneMouth(world, road)) : null;
    case 'direction':
      return road && isNamed(road) ? capitals(roadLabel(world, road)) : null;
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

/** A lane's number says little without the road it counts from, so that road stands below when it has a name. */
function laneMouth(world: World, lane: Road): string {
  const label = roadLabel(world, lane);
  let top: Road | undefined = lane;
  for (let depth = 0; depth < 8 && top && top.class !== 'road'; depth += 1) {
    top = top.parentRoadId === null ? undefined : world.road.get(top.parentRoadId);
  }
  return top && top.id !== lane.id && isNamed(top) ? `${label}\n${roadLabel(world, top)}` : label;
}

function plateOf(world: World, houseId: Id | null): string | null {
  const current = [...world.address.values()].filter(
    (address) => address.houseId === houseId && address.state !== 'retired',
  );
  const address = current.find((one) => one.state === 'issued') ?? current[0];
  return address ? fullNumber(world, address) : null;
}
