/** Rows and columns of the two tables: houses and roads of the village. */
import { fullNumber } from '../../domain/addressing/fullNumber.ts';
import type { Address } from '../../domain/records/address.ts';
import type { ExternalCode } from '../../domain/records/externalCode.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { House } from '../../domain/records/house.ts';
import type { Household } from '../../domain/records/household.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { housesInOrder, roadsInOrder } from '../state/lists.ts';
import { nameShown, phoneShown } from '../state/personsShown.svelte.ts';
import type { TableColumn } from '../state/tableView.ts';
import { roadTitle, roadTitleInFull } from './label.ts';

export interface HouseRow {
  readonly kind: 'house';
  readonly id: Id;
  readonly house: House;
  readonly address: Address | null;
  readonly number: string;
  readonly roadId: Id | null;
  readonly road: string;
  readonly households: readonly Household[];
  readonly codes: readonly ExternalCode[];
}

export interface RoadRow {
  readonly kind: 'road';
  readonly id: Id;
  readonly road: Road;
  readonly title: string;
  readonly lengthMeters: number;
  readonly houses: number;
}

export type AnyRow = HouseRow | RoadRow;

/** In the order of the list. */
export function houseRows(world: World): readonly HouseRow[] {
  const titles = new Map([...world.road.values()].map((road) => [road.id, roadTitleInFull(world, road)]));
  const codes = new Map<Id, ExternalCode[]>();
  for (const code of world.externalCode.values()) codes.set(code.houseId, [...(codes.get(code.houseId) ?? []), code]);
  return housesInOrder(world, 'all').map(({ house, address, roadId, households }) => ({
    kind: 'house',
    id: house.id,
    house,
    address,
    number: address ? fullNumber(world, address) : '',
    roadId,
    road: roadId === null ? '' : (titles.get(roadId) ?? ''),
    households,
    codes: codes.get(house.id) ?? [],
  }));
}

/** As in the list of roads; `houses`: the rows of the other table. */
export function roadRows(world: World, houses: readonly HouseRow[]): readonly RoadRow[] {
  const counts = new Map<Id | null, number>();
  for (const { roadId } of houses) counts.set(roadId, (counts.get(roadId) ?? 0) + 1);
  return roadsInOrder(world).map(({ road, lengthMeters }) => ({
    kind: 'road',
    id: road.id,
    road,
    title: roadTitleInFull(world, road),
    lengthMeters,
    houses: counts.get(road.id) ?? 0,
  }));
}

export const houseStateOf = ({ address }: HouseRow): 'no-number' | 'draft' | 'issued' =>
  address === null ? 'no-number' : address.state === 'issued' ? 'issued' : 'draft';

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

const houseColumns: readonly TableColumn<HouseRow>[] = [
  { id: 'number', widthPixels: 110, textOf: ({ number }) => number },
  { id: 'road', widthPixels: 250, textOf: ({ road }) => road },
  { id: 'state', widthPixels: 130, textOf: (row) => t(`addressState.${houseStateOf(row)}`) },
  {
    id: 'heads',
    widthPixels: 220,
    isPersonal: true,
    textOf: ({ households }) => joined(households.map(nameShown)),
  },
  {
    id: 'phones',
    widthPixels: 150,
    isPersonal: true,
    isExtra: true,
    textOf: ({ households }) => joined(households.map(phoneShown)),
  },
  { id: 'plusCode', widthPixels: 150, textOf: ({ address }) => address?.plusCode ?? '' },
  { id: 'external', widthPixels: 160, isExtra: true, textOf: ({ codes }) => joined(codes.map(({ value }) => value)) },
  { id: 'use', widthPixels: 170, textOf: ({ house }) => t(`use.${house.use}`) },
  { id: 'houseState', widthPixels: 120, textOf: ({ house }) => t(`houseState.${house.state}`) },
  { id: 'name', widthPixels: 200, isExtra: true, textOf: ({ house }) => house.name ?? '' },
  {
    id: 'parcel',
    widthPixels: 110,
    isExtra: true,
    textOf: ({ house }) => (house.parcel ? `${house.parcel.sheet}/${house.parcel.plot}` : ''),
  },
];

const roadColumns: readonly TableColumn<RoadRow>[] = [
  { id: 'name', widthPixels: 340, textOf: ({ title }) => title },
  { id: 'class', widthPixels: 150, textOf: ({ road }) => t(`class.${road.class}`) },
  { id: 'houses', widthPixels: 170, textOf: ({ houses }) => formatNumber(houses), figureOf: ({ houses }) => houses },
  {
    id: 'length',
    widthPixels: 110,
    textOf: (row) => formatNumber(Math.round(row.lengthMeters)),
    figureOf: (row) => row.lengthMeters,
  },
  {
    id: 'width',
    widthPixels: 110,
    textOf: ({ road }) => formatNumber(road.widthMeters),
    figureOf: ({ road }) => road.widthMeters,
  },
  { id: 'roadState', widthPixels: 130, textOf: ({ road }) => t(`roadState.${road.state}`) },
];

/** One form for both, so that one table can show either. */
const ofKind = <Row extends AnyRow>(
  kind: Row['kind'],
  columns: readonly TableColumn<Row>[],
): readonly TableColumn<AnyRow>[] =>
  columns.map(({ textOf, figureOf, ...column }) => ({
    ...column,
    textOf: (row) => (row.kind === kind ? textOf(row as Row) : ''),
    ...(figureOf ? { figureOf: (row: AnyRow) => (row.kind === kind ? figureOf(row as Row) : null) } : {}),
  }));

const columns = { house: ofKind('house', houseColumns), road: ofKind('road', roadColumns) } as const;

/** The columns this person may see. */
export const columnsOf = (kind: AnyRow['kind'], maySeePersons: boolean): readonly TableColumn<AnyRow>[] =>
  columns[kind].filter(({ isPersonal }) => maySeePersons || !isPersonal);

/** What a row is called, and what stands under it where there is no room for columns. */
export function rowTitle(world: World, row: AnyRow): string {
  if (row.kind === 'road') return roadTitle(world, row.road);
  return row.house.name ?? (row.number === '' ? t('house.unnumbered') : t('house.numbered', { number: row.number }));
}
