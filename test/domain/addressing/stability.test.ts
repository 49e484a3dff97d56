/** Properties of numbering on random villages: what is given stays, and what is numbered is numbered well. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullNumber, waysTo } from '../../../domain/addressing/fullNumber.ts';
import { mouthOf } from '../../../domain/addressing/network.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { profileOf } from '../../../domain/addressing/profile.ts';
import { addressesInListOrder } from '../../../domain/addressing/order.ts';
import { firstViolation } from '../../../domain/edits/invariants.ts';
import { lineLengthMeters, reverseLine } from '../../../domain/geometry/line.ts';
import { recordSchemas } from '../../../domain/records/record.ts';
import { isEmptyChange } from '../../../domain/records/change.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { Road } from '../../../domain/records/road.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import Value from 'typebox/value';
import { aHouse, at, idOf } from '../builders.ts';
import { profileIds, randomVillageUnder } from './randomVillage.ts';

/** fast-check prints the seed and the smallest failing village; failing seeds are pinned as `examples` or `seed`. */
const runs = { numRuns: 60 };

const number = (world: World, editId = idOf(1)): World => applyChange(world, planNumbering(world, null, editId).change);

/** Every standing address as [house, full number, state]. */
const given = (world: World): Map<string, string> =>
  new Map(
    [...world.address.values()]
      .filter(({ state }) => state !== 'retired')
      .map((address) => [address.houseId, fullNumber(world, address)]),
  );

/** The addresses chosen by the bits of a number become official. */
const issue = (world: World, chosen: (index: number) => boolean): World => {
  const updated = [...world.address.values()]
    .filter((_, index) => chosen(index))
    .map((address) => [address, { ...address, state: 'issued' as const }] as const);
  return applyChange(world, { created: [], updated, deleted: [] });
};

const issuedIn = (world: World) =>
  new Map(
    [...world.address.values()]
      .filter(({ state }) => state === 'issued')
      .map((a) => [a.id, { ...a, full: fullNumber(world, a) }]),
  );

/** The ways in the order a person would number them: each before those that open from it, these along it. */
function fromTheTop(world: World, roads: readonly Road[]): Id[] {
  const below = (parentId: Id | null): Id[] =>
    roads
      .map(({ id }) => world.road.get(id)!)
      .filter((road) => road.parentRoadId === parentId)
      .map((road) => ({ road, along: mouthOf(world, road)?.parentMeasureMeters ?? 0 }))
      .sort((a, b) => a.along - b.along)
      .flatMap(({ road }) => [road.id, ...below(road.id)]);
  return below(null);
}

describe.each(profileIds)('numbering a random village under %s', (profileId) => {
  const randomVillage = randomVillageUnder(profileId);

  it('numbers every house near a road, each once, in valid records that break no rule', () => {
    fc.assert(
      fc.property(randomVillage, ({ world }) => {
        const plan = planNumbering(world, null, idOf(1));
        expect(firstViolation(world, plan.change)).toBeUndefined();
        const after = applyChange(world, plan.change);
        for (const address of after.address.values()) {
          expect(Value.Check(recordSchemas.address, address)).toBe(true);
          expect(address.measureMeters).toBeLessThanOrEqual(lineLengthMeters(after.road.get(address.roadId)!.line));
        }
        for (const road of after.road.values()) expect(Value.Check(recordSchemas.road, road)).toBe(true);
        expect(after.address.size + plan.unplaced.length).toBe(world.house.size);
        expect(new Set([...after.address.values()].map((a) => `${a.roadId} ${a.number}`)).size).toBe(
          after.address.size,
        );
        expect(new Set([...after.address.values()].map((a) => a.plusCode)).size).toBe(after.address.size);
        expect(addressesInListOrder(after).map(({ id }) => id)).toHaveLength(after.address.size);
        expect(plan.rows).toHaveLength(after.address.size);
      }),
      runs,
    );
  });

  it('gives lanes of one road different names', () => {
    fc.assert(
      fc.property(randomVillage, ({ world, roads }) => {
        const after = number(world);
        const names = [...after.road.values()]
          .filter((road) => road.numberName !== null)
          .map((r) => `${r.parentRoadId} ${r.numberName}`);
        expect(new Set(names).size).toBe(names.length);
        const profile = profileOf(world);
        for (const { id } of roads) {
          const road = after.road.get(id)!;
          const [top] = waysTo(after, road);
          const isGrouped =
            profile.id === 'groups' &&
            (top!.name === null || (profile.houseForm === 'road-group' && !/\d/.test(top!.name)));
          const isNumbered = road.class !== 'road' && profile.laneNames !== 'own' && !isGrouped;
          expect(road.numberName !== null).toBe(isNumbered);
        }
      }),
      runs,
    );
  });

  it('twice gives the same: nothing is left to do', () => {
    fc.assert(
      fc.property(randomVillage, ({ world }) => {
        const after = number(world);
        expect(isEmptyChange(planNumbering(after, null, idOf(2)).change)).toBe(true);
      }),
      runs,
    );
  });

  it('road by road from the top gives what the whole village gives', () => {
    fc.assert(
      fc.property(randomVillage, ({ world, roads }) => {
        // Of two doors in one cell of the longest code only the first to come gets a number.
        const whole = planNumbering(world, null, idOf(1));
        fc.pre(!whole.warnings.some(({ code }) => code === 'entrance-shared'));
        let step = world;
        fromTheTop(number(world), roads).forEach(
          (id, index) => (step = applyChange(step, planNumbering(step, [id], idOf(100 + index)).change)),
        );
        expect(given(step)).toEqual(given(applyChange(world, whole.change)));
      }),
      runs,
    );
  });

  it('gives the same numbers whichever way round the ways were drawn', () => {
    fc.assert(
      fc.property(randomVillage, fc.array(fc.boolean(), { minLength: 17, maxLength: 17 }), ({ world }, turns) => {
        const redrawn = [...world.road.values()].map((road, index) =>
          turns[index] ? { ...road, line: reverseLine(road.line) } : road,
        );
        const other = { ...world, road: new Map(redrawn.map((road) => [road.id, road])) };
        expect(given(number(other))).toEqual(given(number(world)));
      }),
      runs,
    );
  });

  it('does not depend on the order of records', () => {
    fc.assert(
      fc.property(randomVillage, ({ world }) => {
        const shuffled: World = {
          ...world,
          house: new Map([...world.house].toReversed()),
          road: new Map([...world.road].toReversed()),
        };
        expect(planNumbering(shuffled, null, idOf(1)).digest).toBe(planNumbering(world, null, idOf(1)).digest);
      }),
      runs,
    );
  });
});

describe.each(profileIds)('what is issued under %s', (profileId) => {
  const randomVillage = randomVillageUnder(profileId);
  const bits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
  const newcomer = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }));

  it('leaves the drafts beside it as they are when numbered again', () => {
    fc.assert(
      fc.property(randomVillage, bits, ({ world }, chosen) => {
        const some = issue(number(world), (index) => chosen[index % 8]!);
        const plan = planNumbering(some, null, idOf(2));
        expect(plan.change).toEqual({ created: [], updated: [], deleted: [] });
      }),
      runs,
    );
  });

  it('never changes when houses are added, demolished and numbered again', () => {
    fc.assert(
      fc.property(
        randomVillage,
        bits,
        fc.array(newcomer, { minLength: 1, maxLength: 6 }),
        bits,
        ({ world, houses }, chosen, added, fallen) => {
          const some = issue(number(world), (index) => chosen[index % 8]!);
          const before = issuedIn(some);
          const fresh = added.map(([x, y], index) => aHouse(at(x, y), { id: idOf(0x300000 + index) }));
          const gone = houses.filter((_, index) => fallen[index % 8]! && index % 3 === 0);
          const changed = applyChange(some, {
            created: fresh,
            updated: gone.map((house) => [house, { ...house, state: 'demolished' as const }] as const),
            deleted: [],
          });
          const plan = planNumbering(changed, null, idOf(2));
          expect(firstViolation(changed, plan.change)).toBeUndefined();
          const after = applyChange(changed, plan.change);
          expect(issuedIn(after)).toEqual(before);
          for (const house of gone) {
            expect([...after.address.values()].some((a) => a.houseId === house.id && a.state === 'draft')).toBe(false);
          }
          expect(isEmptyChange(planNumbering(after, null, idOf(3)).change)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('keeps its number from being given again when retired', () => {
    fc.assert(
      fc.property(randomVillage, bits, ({ world }, chosen) => {
        const official = issue(number(world), () => true);
        const retired = [...official.address.values()].filter((_, index) => chosen[index % 8]!);
        const changed = applyChange(official, {
          created: [],
          updated: retired.map((address) => [address, { ...address, state: 'retired' as const }] as const),
          deleted: [],
        });
        const after = number(changed, idOf(2));
        const old = new Set(retired.map((a) => `${a.roadId} ${a.number}`));
        for (const a of after.address.values())
          if (a.state === 'draft') expect(old.has(`${a.roadId} ${a.number}`)).toBe(false);
      }),
      runs,
    );
  });

  it('stays when its road grows longer at the far end', () => {
    fc.assert(
      fc.property(randomVillage, ({ world }) => {
        const official = issue(number(world), () => true);
        const before = issuedIn(official);
        const [road] = official.road.values();
        const last = road!.line.coordinates.at(-1)!;
        const from = road!.line.coordinates.at(-2)!;
        const onward = [last[0] + (last[0] - from[0]) / 4, last[1] + (last[1] - from[1]) / 4] as const;
        const longer = {
          ...road!,
          line: { type: 'LineString' as const, coordinates: [...road!.line.coordinates, onward] },
        };
        const fresh = aHouse([onward[0] + 2e-5, onward[1]], { id: idOf(0x300000) });
        const changed = applyChange(official, { created: [fresh], updated: [[road!, longer]], deleted: [] });
        expect(issuedIn(number(changed, idOf(2)))).toEqual(before);
      }),
      runs,
    );
  });
});
