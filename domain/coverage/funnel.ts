/**
 * Criterion 6 as a funnel, from the houses that stand to those whose address is on the platform and on the wall. Each
 * stage counts the houses that have reached it by itself: a plate may hang before the platform has answered.
 */
import { toldLine } from '../addressing/addressTold.ts';
import { fullNumber } from '../addressing/fullNumber.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { World } from '../records/world.ts';
import { plateFor, saysNumber } from '../signs/platesOfHouses.ts';
import { countsForCriterion6 } from './criterion6.ts';
import { currentAddresses } from './currentAddress.ts';
import { isConfirmed, isSameTold, standingAnswers, toldOf, type ToldAddress } from './platformAnswers.ts';
import { wayOfHouse } from './wayOfHouse.ts';

/**
 * numbered: with a number, a draft too; coded: its address and code are issued; released: as they are now, they were in
 * the last release; confirmed: the platform took them; plated: a plate with this number hangs.
 */
export const funnelStages = ['numbered', 'coded', 'released', 'confirmed', 'plated'] as const;
export type FunnelStage = (typeof funnelStages)[number];

export type FunnelCounts = { readonly [S in FunnelStage | 'houses' | 'rejected']: number };

interface FunnelPart extends FunnelCounts {
  /** The houses that have not reached each stage. */
  readonly missing: { readonly [S in FunnelStage]: readonly Id[] };
  readonly rejectedIds: readonly Id[];
}

export interface FunnelRoad extends FunnelPart {
  readonly roadId: Id | null;
}

export interface Funnel extends FunnelPart {
  /** In the order of the world's roads; houses that lie at no road come last under null. */
  readonly byRoad: readonly FunnelRoad[];
}

/** House id → its address as it was handed over last. */
export type Released = ReadonlyMap<Id, ToldAddress>;

interface Cells {
  readonly number?: unknown;
  readonly alley?: unknown;
  readonly lane?: unknown;
  readonly road?: unknown;
  readonly plusCode?: unknown;
}

/** What the rows of a release told of each house. */
export const releasedOf = (rows: readonly { readonly houseId: Id; readonly cells: Cells }[]): Released =>
  new Map(rows.map(({ houseId, cells }) => [houseId, toldInCells(cells)]));

export function toldInCells(cells: Cells): ToldAddress {
  const text = (cell: unknown): string | null => (cell === undefined || cell === null ? null : String(cell));
  const { number, alley, lane, road } = cells;
  const told = { number: text(number), alley: text(alley), lane: text(lane), road: text(road) };
  return { plusCode: text(cells.plusCode) ?? '', address: toldLine(told) };
}

export function funnelOf(world: World, released: Released): Funnel {
  const addresses = currentAddresses(world);
  const whole = emptyCount();
  const byRoad = new Map<Id | null, Counting>();
  for (const id of [...world.road.keys(), null]) byRoad.set(id, emptyCount());

  const reached: { readonly [S in FunnelStage]: (house: House, address: Address) => boolean } = {
    numbered: () => true,
    coded: (_, { state }) => state === 'issued',
    released: ({ id }, address) => {
      const told = address.state === 'issued' ? released.get(id) : undefined;
      return told !== undefined && isSameTold(told, toldOf(world, address));
    },
    confirmed: ({ id }) => isConfirmed(world, id),
    plated: ({ id }, address) => hasPlateUp(world, id, fullNumber(world, address)),
  };
  const isRejected = ({ id }: House): boolean =>
    standingAnswers(world)
      .get(id)
      ?.some(({ verdict }) => verdict === 'rejected') ?? false;

  for (const house of world.house.values()) {
    if (!countsForCriterion6(house)) continue;
    const address = addresses.get(house.id);
    const counts = [whole, byRoad.get(wayOfHouse(world, house)) ?? byRoad.get(null)!];
    for (const count of counts) count.houses += 1;
    for (const stage of funnelStages) {
      if (address && reached[stage](house, address)) continue;
      for (const { missing } of counts) missing[stage].push(house.id);
    }
    if (isRejected(house)) for (const { rejectedIds } of counts) rejectedIds.push(house.id);
  }
  return {
    ...counted(whole),
    byRoad: [...byRoad]
      .filter(([, { houses }]) => houses > 0)
      .map(([roadId, count]) => ({ roadId, ...counted(count) })),
  };
}

function hasPlateUp(world: World, houseId: Id, number: string): boolean {
  const plate = plateFor(world, houseId, number);
  return plate?.state === 'installed' && saysNumber(plate, number);
}

interface Counting {
  houses: number;
  readonly missing: Record<FunnelStage, Id[]>;
  readonly rejectedIds: Id[];
}

const emptyCount = (): Counting => ({
  houses: 0,
  missing: { numbered: [], coded: [], released: [], confirmed: [], plated: [] },
  rejectedIds: [],
});

function counted({ houses, missing, rejectedIds }: Counting): FunnelPart {
  const of = (stage: FunnelStage): number => houses - missing[stage].length;
  return {
    houses,
    numbered: of('numbered'),
    coded: of('coded'),
    released: of('released'),
    confirmed: of('confirmed'),
    plated: of('plated'),
    rejected: rejectedIds.length,
    missing,
    rejectedIds,
  };
}
