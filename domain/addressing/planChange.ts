/** The Change a numbering plan means: drafts made, corrected or dropped; lanes named; lines turned; issued renumbered. */
import type { Address } from '../records/address.ts';
import { nextVersion, type Change } from '../records/change.ts';
import type { Id } from '../records/fields.ts';
import { deriveId } from '../records/identifier.ts';
import type { AnyRecord } from '../records/record.ts';
import { applyChange, type World } from '../records/world.ts';
import type { PlannedWays } from './numberingWays.ts';
import { laneNameIn, type WayNumbers } from './numberWays.ts';
import type { PlannedHouses } from './planHouses.ts';
import { reissueAddresses, type Decided } from './planReissue.ts';

/** Issued addresses are touched only under a decision. */
export function planChange(
  world: World,
  ways: PlannedWays,
  houses: PlannedHouses,
  numbers: WayNumbers,
  editId: Id,
  whole: boolean,
  under: Decided | undefined,
): Change {
  const created: AnyRecord[] = [];
  const updated: [AnyRecord, AnyRecord][] = [];
  /** Drafts that stay or are corrected. */
  const kept = new Set<Id>();

  for (const { road, at } of ways.topDown) {
    const { line, parentRoadId } = at.road;
    const numberName = laneNameIn(numbers, road);
    if (line === road.line && parentRoadId === road.parentRoadId && numberName === road.numberName) continue;
    updated.push([road, nextVersion(road, { line, parentRoadId, numberName })]);
  }
  const newId = (): Id => deriveId(editId, created.length + 1);
  if (under) {
    const after = applyChange(world, { created: [], updated, deleted: [] });
    const { retired, issued } = reissueAddresses(world, after, ways, houses, numbers, under);
    updated.push(...retired.map(([before, item]): [AnyRecord, AnyRecord] => [before, item]));
    for (const address of issued) created.push({ ...address, id: newId() });
  }
  for (const way of ways.topDown) {
    for (const { house, place, plusCode, draft, official, isByHand } of houses.byRoad.get(way.road.id) ?? []) {
      const number = numbers.numberOfHouse.get(house.id);
      if (number === undefined || official) continue;
      const { roadId, measureMeters, side } = place;
      const numberedBy = isByHand ? ('hand' as const) : null;
      if (draft) {
        const fields = { roadId, measureMeters, side, number, numberedBy, entrance: house.entrance, plusCode };
        kept.add(draft.id);
        if (!agrees(draft, fields)) updated.push([draft, nextVersion(draft, fields)]);
      } else {
        created.push({
          kind: 'address',
          id: newId(),
          version: 1,
          houseId: house.id,
          roadId,
          measureMeters,
          side,
          number,
          numberedBy,
          entrance: house.entrance,
          plusCode,
          state: 'draft',
          decisionId: null,
          issuedOn: null,
          retiredDecisionId: null,
          retiredOn: null,
          retiredAs: null,
        });
      }
    }
  }
  const deleted: AnyRecord[] = [];
  for (const address of world.address.values()) {
    if (address.state !== 'draft' || kept.has(address.id)) continue;
    if (whole || ways.byId.get(address.roadId)?.inScope) deleted.push(address);
  }
  return { created, updated, deleted };
}

type PlannedFields = Pick<
  Address,
  'roadId' | 'measureMeters' | 'side' | 'number' | 'numberedBy' | 'entrance' | 'plusCode'
>;

const agrees = (draft: Address, fields: PlannedFields): boolean =>
  draft.roadId === fields.roadId &&
  draft.measureMeters === fields.measureMeters &&
  draft.side === fields.side &&
  draft.number === fields.number &&
  draft.numberedBy === fields.numberedBy &&
  draft.entrance[0] === fields.entrance[0] &&
  draft.entrance[1] === fields.entrance[1] &&
  draft.plusCode === fields.plusCode;
