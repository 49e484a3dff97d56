/** An address as lists for others tell it: number, alley, lane and road in cells of their own, and all of it in a line. */
import type { Address } from '../records/address.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { roadLabel } from './roadName.ts';
import { foldText } from './vietnameseText.ts';

export interface AddressTold {
  readonly number: string | null;
  readonly alley: string | null;
  readonly lane: string | null;
  readonly road: string | null;
}

/** Two alley levels only, as the post's own software has: deeper ones are joined into the second ("4/2", RULES §3.2). */
export function addressTold(world: World, address: Pick<Address, 'roadId' | 'number'>): AddressTold {
  const chain: Road[] = [];
  let way = world.road.get(address.roadId);
  while (way && chain.length < 8 && !chain.includes(way)) {
    chain.unshift(way);
    way = way.parentRoadId ? world.road.get(way.parentRoadId) : undefined;
  }
  const [road] = chain[0]?.class === 'road' ? chain.splice(0, 1) : [];
  const [lane, ...deeper] = chain.map((part) => part.numberName ?? part.name ?? '');
  return {
    number: address.number,
    alley: deeper.join('/') || null,
    lane: lane || null,
    road: road ? roadLabel(world, road) : null,
  };
}

/** "Số 4, ngách 4, ngõ 5, Đường Đền Hàn": the same cells give the same line, whatever the units around are called. */
export const toldLine = ({ number, alley, lane, road }: AddressTold): string =>
  [worded('số', number), worded('ngách', alley), worded('ngõ', lane), road]
    .filter((part) => part !== null)
    .join(', ')
    .replace(/^s/, 'S');

const bearsWord = /^(so|nha|ngach|hem|ngo|kiet|xom) /;

const worded = (word: string, text: string | null): string | null =>
  text === null ? null : bearsWord.test(foldText(text)) ? text : `${word} ${text}`;
