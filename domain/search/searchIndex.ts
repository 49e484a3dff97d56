/** A village made ready for search: each thing that can be found with the texts it is found by, in the list's order. */
import { fullNumber, waysTo } from '../addressing/fullNumber.ts';
import { addressesInListOrder } from '../addressing/order.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { searchForm, type SearchForm } from '../addressing/textSearch.ts';
import { currentAddresses } from '../coverage/currentAddress.ts';
import type { Address } from '../records/address.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

export interface FindableHouse {
  readonly id: Id;
  readonly address: Address | null;
  /** Full number, "5/4/4"; empty without an address. */
  readonly number: string;
  /** The same in small letters without marks. */
  readonly folded: string;
  /** The ways it lies on, from the outermost, in one text; null without an address. */
  readonly ways: SearchForm | null;
  readonly name: SearchForm | null;
}

interface Named {
  readonly id: Id;
  readonly form: SearchForm;
}

interface Coded {
  readonly houseId: Id;
  /** As it is shown. */
  readonly code: string;
  /** In capitals without spaces. */
  readonly plain: string;
  readonly isPlusCode: boolean;
}

export interface SearchIndex {
  readonly houses: readonly FindableHouse[];
  readonly roads: readonly Named[];
  readonly landmarks: readonly Named[];
  /** Empty for a role that may not see persons. */
  readonly persons: readonly (Named & { readonly houseId: Id | null; readonly phone: string | null })[];
  readonly codes: readonly Coded[];
}

/** Forms of records that have not changed are not made again: an edit costs only what it touched. */
const forms = new WeakMap<object, { readonly text: string; readonly form: SearchForm }>();

function formOf(record: object, text: string): SearchForm {
  const known = forms.get(record);
  if (known?.text === text) return known.form;
  const form = searchForm(text);
  forms.set(record, { text, form });
  return form;
}

/** Numbers hold one letter with a mark, Đ. */
const foldedNumber = (number: string): string => number.toLowerCase().replaceAll('đ', 'd');

export const plainCode = (code: string): string => code.replace(/\s/g, '').toUpperCase();

/** `withPersons`: heads of households are found too; only for roles that may see them. */
export function buildSearchIndex(world: World, withPersons: boolean): SearchIndex {
  const labelForms = new Map([...world.road.values()].map((road) => [road.id, searchForm(roadLabel(world, road))]));
  const ways = new Map(
    [...world.road.values()].map((road) => [
      road.id,
      formOf(road, [roadLabel(world, road), ...waysTo(world, road).map((way) => roadLabel(world, way))].join(' ')),
    ]),
  );
  const lanes = new Map<Id, string>();
  const lanesOf = (roadId: Id): string => {
    const known = lanes.get(roadId) ?? fullNumber(world, { roadId, number: '' });
    lanes.set(roadId, known);
    return known;
  };
  const current = currentAddresses(world);
  const houses: FindableHouse[] = [];
  const listed = new Set<Id>();
  const add = (houseId: Id, address: Address | null) => {
    const house = world.house.get(houseId);
    if (!house || listed.has(houseId)) return;
    listed.add(houseId);
    const number = address ? lanesOf(address.roadId) + address.number : '';
    houses.push({
      id: houseId,
      address,
      number,
      folded: foldedNumber(number),
      ways: address ? (ways.get(address.roadId) ?? null) : null,
      name: house.name === null ? null : formOf(house, house.name),
    });
  };
  for (const address of addressesInListOrder(world)) {
    if (current.get(address.houseId)?.id === address.id) add(address.houseId, address);
  }
  for (const house of world.house.values()) add(house.id, null);

  const codes: Coded[] = [...world.externalCode.values()].map(({ houseId, value }) => ({
    houseId,
    code: value,
    plain: plainCode(value),
    isPlusCode: false,
  }));
  for (const { address, id } of houses) {
    if (address) codes.push({ houseId: id, code: address.plusCode, plain: address.plusCode, isPlusCode: true });
  }
  return {
    houses,
    roads: [...world.road.values()].map((road) => ({ id: road.id, form: labelForms.get(road.id)! })),
    landmarks: [...world.landmark.values()].map((landmark) => ({
      id: landmark.id,
      form: formOf(landmark, landmark.name),
    })),
    persons: withPersons
      ? [...world.household.values()].flatMap((household) =>
          household.headName === null
            ? []
            : [
                {
                  id: household.id,
                  houseId: household.houseId,
                  phone: household.phone,
                  form: formOf(household, household.headName),
                },
              ],
        )
      : [],
    codes,
  };
}
