/** Which houses a plan numbers, each at its place on its road with its code; which keep what is issued; which cannot. */
import type { MeasuredLine } from '../geometry/measuredLine.ts';
import type { Address, Side } from '../records/address.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { House } from '../records/house.ts';
import type { NumberingProfile } from '../records/village.ts';
import type { World } from '../records/world.ts';
import { codeHouses, type HeldAddress } from './houseCodes.ts';
import { placeOnRoad, type HousePlace } from './housePlace.ts';
import { housesInOrder } from './housesInOrder.ts';
import type { PlannedWays } from './numberingWays.ts';
import { placesInOrder } from './placesInOrder.ts';
import { standingPlace } from './standingPlace.ts';
import { warn, type Warning } from './warning.ts';

/** A house on a way, as far as its number depends on it. */
export interface HouseOnWay {
  readonly house: Pick<House, 'id'>;
  readonly place: Pick<HousePlace, 'alongMeters' | 'side'>;
  /** The draft address it has, or the number given to it, if any. */
  readonly draft: Pick<Address, 'houseId' | 'number'> | null;
  /** A person chose the number of its draft: it stays. */
  readonly isByHand: boolean;
}

export interface PlannedHouse extends HouseOnWay {
  readonly house: House;
  readonly place: HousePlace;
  readonly draft: Address | null;
  readonly plusCode: string;
  /** Its issued address, when that is numbered anew. */
  readonly official: Address | null;
}

/** A number that stays, at its place along the road. */
export interface StandingNumber {
  readonly address: Pick<Address, 'houseId' | 'number'>;
  readonly alongMeters: number;
  readonly side: Side;
}

/** All that stands and wants a number along the ways. */
export interface HousesOnWays {
  readonly byRoad: ReadonlyMap<Id, readonly HouseOnWay[]>;
  /** Issued addresses that keep their number. */
  readonly issuedByRoad: ReadonlyMap<Id, readonly StandingNumber[]>;
  /** Issued addresses that end with this renumbering: their houses are gone. */
  readonly withdrawn: readonly Address[];
  /** Roads of which somebody said that houses stand on one side only: one series 1, 2, 3… if that is so. */
  readonly oneSidedRoadIds?: ReadonlySet<Id>;
}

export interface PlannedHouses extends HousesOnWays {
  readonly byRoad: ReadonlyMap<Id, readonly PlannedHouse[]>;
  readonly unplaced: readonly Id[];
  readonly warnings: readonly Warning[];
}

/** `renumbering`: issued addresses on the ways in scope are numbered anew too. */
export function planHouses(
  world: World,
  ways: PlannedWays,
  profile: Pick<NumberingProfile, 'maxEntranceDistanceMeters'>,
  whole: boolean,
  renumbering: boolean,
): PlannedHouses {
  const drafts = new Map<Id, Address>();
  const issued = new Map<Id, Address>();
  for (const address of world.address.values()) {
    if (address.state === 'issued') issued.set(address.houseId, address);
    else if (address.state === 'draft') drafts.set(address.houseId, address);
  }
  const warnings: Warning[] = [];
  const unplaced: Id[] = [];
  const inScope = (roadId: Id): boolean => ways.byId.get(roadId)?.inScope ?? false;
  const concerned = (draft: Address | undefined): boolean => whole || (draft !== undefined && inScope(draft.roadId));

  const lineOf = (roadId: Id) => ways.byId.get(roadId)?.at.line;
  const placeOf = placesInOrder(world, lineOf);
  const placed: Omit<PlannedHouse, 'plusCode' | 'draft'>[] = [];
  const withdrawn: Address[] = [];
  const all = housesInOrder(world);
  for (let number = 0; number < all.length; number += 1) {
    const house = all[number]!;
    const official = issued.get(house.id);
    if (house.state === 'demolished') {
      if (!official || !inScope(official.roadId)) continue;
      if (renumbering) withdrawn.push(official);
      else warnings.push(warn('issued-house-demolished', [house.id], { number: official.number }));
      continue;
    }
    const draft = drafts.get(house.id);
    const placeByHand = official ? null : placeChosenByHand(world, house, draft, lineOf);
    const place = placeByHand ?? placeOf(number);
    if (official && renumbering && place && inScope(official.roadId) && inScope(place.roadId)) {
      placed.push({ house, place, official, isByHand: false });
      continue;
    }
    if (official) {
      if (renumbering && !place && inScope(official.roadId)) {
        warnings.push(warn('issued-number-kept', [house.id, official.roadId], { number: official.number }));
      }
      if (place && place.roadId !== official.roadId && inScope(official.roadId)) {
        warnings.push(
          warn('issued-house-elsewhere', [house.id, official.roadId, place.roadId], { number: official.number }),
        );
      }
      continue;
    }
    if (place && inScope(place.roadId)) placed.push({ house, place, official: null, isByHand: placeByHand !== null });
    else if (!place && concerned(draft)) {
      unplaced.push(house.id);
      warnings.push(warn('house-far-from-roads', [house.id], { maxMeters: profile.maxEntranceDistanceMeters }));
    } else if (place && draft && concerned(draft)) {
      warnings.push(warn('house-leaves-road', [house.id, draft.roadId, place.roadId], { number: draft.number }));
    }
  }

  const replaced = new Set(drafts.size === 0 ? [] : placed.map(({ house }) => house.id));
  const freed = new Set(withdrawn.map(({ id }) => id));
  for (const { house, official } of placed) if (official && !keepsCode(house, official)) freed.add(official.id);
  const held = new Map<string, HeldAddress>();
  for (const address of world.address.values()) {
    if (address.state === 'retired' || freed.has(address.id)) continue;
    if (address.state === 'draft' && replaced.has(address.houseId)) continue;
    // Another draft the plan takes away frees its code.
    if (address.state === 'draft' && (whole || inScope(address.roadId))) continue;
    held.set(address.plusCode, address);
  }
  // Who already has a draft keeps its code before who comes new; an issued code stays with its entrance.
  const order = placed.filter(({ house, official }) => !keepsCode(house, official));
  if (drafts.size > 0) order.sort((a, b) => Number(drafts.has(b.house.id)) - Number(drafts.has(a.house.id)));
  const codes = codeHouses(
    order.map(({ house }) => house),
    held,
  );
  for (const [houseId, otherId] of codes.shared) {
    unplaced.push(houseId);
    warnings.push(warn('entrance-shared', [houseId, otherId]));
  }

  const byRoad = new Map<Id, PlannedHouse[]>();
  const anew = new Set<Id>(withdrawn.map(({ houseId }) => houseId));
  for (const { house, place, official, isByHand } of placed) {
    const plusCode = keepsCode(house, official) ? official?.plusCode : codes.codeOf.get(house.id);
    if (plusCode === undefined) continue;
    if (official) anew.add(house.id);
    append(byRoad, place.roadId, {
      house,
      place,
      plusCode,
      official,
      isByHand,
      draft: official ? null : (drafts.get(house.id) ?? null),
    });
  }
  const issuedByRoad = new Map<Id, StandingNumber[]>();
  for (const address of issued.values()) {
    if (!anew.has(address.houseId)) append(issuedByRoad, address.roadId, standing(world, ways, address));
  }
  return { byRoad, issuedByRoad, withdrawn, unplaced, warnings };
}

/** On the road of a draft whose number a person chose, unless one chose another road for the house since. */
function placeChosenByHand(
  world: World,
  house: House,
  draft: Address | undefined,
  lineOf: (roadId: Id) => MeasuredLine | undefined,
): HousePlace | null {
  if (draft?.numberedBy !== 'hand') return null;
  return house.chosenRoadId === null || house.chosenRoadId === draft.roadId
    ? placeOnRoad(world, house, draft.roadId, lineOf(draft.roadId) ?? null)
    : null;
}

const keepsCode = (house: House, official: Address | null): boolean =>
  official !== null && samePosition(house.entrance, official.entrance);

const samePosition = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Where it stands on the lines as they will be. */
export const standing = (world: World, ways: PlannedWays, address: Address): StandingNumber => ({
  address,
  ...standingPlace(world, address, ways.byId.get(address.roadId)?.at.line),
});

function append<V>(lists: Map<Id, V[]>, key: Id, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
