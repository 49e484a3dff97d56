/** The address list in house order (road, then measure and side; a lane after its mouth), one row an address. */
import { addressTold } from '../addressing/addressTold.ts';
import { addressLine, fullNumber } from '../addressing/fullNumber.ts';
import { addressesInListOrder } from '../addressing/order.ts';
import { groupedBy } from '../grouped.ts';
import type { Address } from '../records/address.ts';
import type { ExternalScheme } from '../records/externalCode.ts';
import type { Id } from '../records/fields.ts';
import type { Household } from '../records/household.ts';
import type { AdministrativeUnit } from '../records/village.ts';
import { villageOf, type World } from '../records/world.ts';
import { plateFor } from '../signs/platesOfHouses.ts';
import { addressListColumns, type ListKey, type ListStates, type ListVariant } from './addressListColumns.ts';
import { noticeOf, plateWords, useWords, vietnameseDate } from './listWords.ts';
import type { Cell, Row } from './table.ts';
import { gridCells, gridOf } from './villageGrid.ts';

/** Rows in the order of `addressListColumns(variant)`. */
export function addressListRows(world: World, variant: ListVariant, states: ListStates = 'issued'): readonly Row[] {
  const keys = addressListColumns(variant).map((column) => column.key);
  return addressListRecords(world, variant, states).map(({ cells }) => keys.map((key) => cells[key] ?? null));
}

type Cells = { readonly [K in ListKey]?: Cell };

export interface ListRecord {
  readonly address: Address;
  readonly cells: Cells;
}

/** The same rows with their addresses, cells by key. Persons are not even read for the public variant. */
export function addressListRecords(world: World, variant: ListVariant, states: ListStates): readonly ListRecord[] {
  const addresses = addressesInListOrder(world).filter(
    (address) => address.state === 'issued' || (states === 'all' && address.state === 'draft'),
  );
  const householdsOf = groupedBy(variant === 'full' ? world.household.values() : [], (household) => household.houseId);
  const removedPlates = housesOfRemovedPlates(world);
  const codesOf = groupedBy(world.externalCode.values(), (code) => code.houseId);
  const shared = villageCells(world);
  const grid = gridOf(world);

  return addresses.map((address, index) => {
    const house = world.house.get(address.houseId);
    const codes = codesOf.get(address.houseId) ?? [];
    const codeOf = (scheme: ExternalScheme) => codes.find((code) => code.scheme === scheme)?.value ?? null;
    const cells: Cells = {
      ...shared,
      ordinal: index + 1,
      houseId: address.houseId,
      ...(variant === 'full' ? personCells(householdsOf.get(address.houseId) ?? []) : {}),
      ...addressTold(world, address),
      fullAddress: addressLine(world, address, { form: 'long', language: 'vi', withUnits: true }),
      latitude: address.entrance[1],
      longitude: address.entrance[0],
      ...gridCells(grid, address.entrance),
      plusCode: address.plusCode,
      vpostcode: codeOf('vpostcode'),
      ndas10: codeOf('ndas10'),
      location12: codeOf('location12'),
      vnpt: codeOf('vnpt'),
      use: house ? useWords[house.use] : null,
      name: house?.name ?? null,
      sheet: house?.parcel?.sheet ?? null,
      plot: house?.parcel?.plot ?? null,
      plateState: plateWord(world, address, removedPlates),
      state: address.state === 'issued' ? 'Đã cấp' : 'Dự thảo',
      decisionNumber: (address.decisionId && world.decision.get(address.decisionId)?.number) || null,
      issuedOn: address.issuedOn && vietnameseDate(address.issuedOn),
    };
    return { address, cells };
  });
}

/** Households of one house in the village's order; several share a cell, parted by "; ". */
function personCells(households: readonly Household[]): Cells {
  const ordered = [...households].sort((a, b) => a.ordinal - b.ordinal);
  const joined = (values: readonly (string | null)[]) => values.filter((value) => value !== null).join('; ') || null;
  return {
    householdOrdinals: joined(ordered.map((household) => String(household.ordinal))),
    headNames: joined(ordered.map((household) => household.headName)),
    phones: joined(ordered.map((household) => household.phone)),
  };
}

function villageCells(world: World): Cells {
  const village = villageOf(world);
  const unit = (level: AdministrativeUnit['level']) => village?.currentUnits.find((one) => one.level === level);
  return {
    village: village?.name ?? null,
    commune: unit('commune')?.name ?? null,
    communeCode: unit('commune')?.code ?? null,
    formerUnits: village?.formerUnits.map((one) => one.name).join(', ') || null,
    province: unit('province')?.name ?? null,
    note: noticeOf(world),
  };
}

const housesOfRemovedPlates = (world: World): ReadonlySet<Id | null> =>
  new Set(
    [...world.sign.values()]
      .filter(({ signKind, state }) => signKind === 'house-plate' && state === 'removed')
      .map(({ houseId }) => houseId),
  );

/** Of the plate the house has, else that one was taken down; null where there never was any. */
function plateWord(world: World, address: Address, removed: ReadonlySet<Id | null>): string | null {
  const plate = plateFor(world, address.houseId, fullNumber(world, address));
  if (plate) return plateWords[plate.state];
  return removed.has(address.houseId) ? plateWords.removed : null;
}
