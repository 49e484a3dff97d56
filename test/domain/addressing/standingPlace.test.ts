/** Where issued addresses stand among fresh ones, when houses that stand back are measured at the mouth of their way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { standingPlace } from '../../../domain/addressing/standingPlace.ts';
import type { House } from '../../../domain/records/house.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, newId } from '../builders.ts';
import { inWorld } from '../checks/finding.ts';
import { addressOf, done, issued, numbered, numbersOf, refused } from '../edits/doing.ts';
import { randomVillageUnder } from './randomVillage.ts';

/** From east to west, as the compass rule wants: the north of it is its right side. */
const street = aRoad(at(100, 0), at(-100, 0), { name: 'Đường Làng' });
/** 40 m north from x = 20, then 60 m west behind the front houses. */
const drive = aRoad(at(20, 2), at(20, 40), {
  class: 'access',
  line: { type: 'LineString', coordinates: [at(20, 2), at(20, 40), at(-40, 40)] },
});
const front = [40, 5, -15, -35].map((x) => aHouse(at(x, 8)));
const behind = [0, -30].map((x) => aHouse(at(x, 44)));
const newcomer = aHouse(at(12, 44));

const withRecords = (world: World, ...records: readonly (House | Road)[]): World => ({
  ...world,
  house: new Map([...world.house, ...records.flatMap((one) => (one.kind === 'house' ? [[one.id, one] as const] : []))]),
  road: new Map([...world.road, ...records.flatMap((one) => (one.kind === 'road' ? [[one.id, one] as const] : []))]),
});
const issuedIn = (world: World) => [...world.address.values()].filter(({ state }) => state === 'issued');

describe('beside an address issued at the mouth of its way', () => {
  const official = issued(numbered(aWorld(street, drive, ...front, ...behind)));

  it('a new house on the same way comes in the order in which one passes them along it', () => {
    expect(numbersOf(official, [...front, ...behind])).toEqual(['2', '8', '10', '12', '4', '6']);
    const last = aHouse(at(-38, 44));
    const after = numbered(withRecords(official, newcomer, last));
    expect(issuedIn(after)).toEqual(issuedIn(official));
    expect(numbersOf(after, [newcomer, last])).toEqual(['2A', '6A']);
  });

  it('that stays where it was issued when its way is gone, and a new front house beyond comes after it', () => {
    const without = done(official, 'road.delete', { id: drive.id }).world;
    const between = aHouse(at(15, 8));
    const after = numbered(withRecords(without, between));
    expect(issuedIn(after)).toEqual(issuedIn(official));
    expect(numbersOf(after, [between])).toEqual(['6A']);
  });
});

describe('beside an address issued at the foot of its entrance, before anybody drew the way to it', () => {
  const official = issued(numbered(aWorld(street, ...front, ...behind)));

  it('what was issued stays, and a new house on the way comes where the way opens', () => {
    expect(numbersOf(official, [...front, ...behind])).toEqual(['2', '4', '8', '12', '6', '10']);
    const after = numbered(withRecords(official, drive, newcomer));
    expect(issuedIn(after)).toEqual(issuedIn(official));
    expect(addressOf(after, newcomer)!.measureMeters).toBeCloseTo(80, 1);
    expect(numbersOf(after, [newcomer])).toEqual(['2A']);
    expect(numbered(after)).toBe(after);
  });

  it('also in any village: fresh numbers rise with those that stay, on the side they are on', () => {
    let held = 0;
    fc.assert(
      fc.property(
        randomVillageUnder('vn-2024'),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (village, chosen) => {
          const ways = [...village.world.road.values()].filter((road) => road.class === 'access');
          const bare: World = { ...village.world, road: new Map(village.roads.map((road) => [road.id, road])) };
          const isOld = (_: House, index: number) => chosen[index % 8]!;
          const old = [...bare.house.values()].filter(isOld);
          const first = numbered({ ...bare, house: new Map(old.map((house) => [house.id, house])) });
          const named = [...first.address.values()].filter(({ roadId }) => first.road.get(roadId)!.name !== null);
          if (named.length === 0) return;
          const official = issued(
            first,
            named.map(({ houseId }) => first.house.get(houseId)!),
          );
          const whole = { ...withRecords(official, ...ways), house: village.world.house };
          // Before the first number the rule has none left to give, and says so.
          const { warnings } = planNumbering(whole, null, newId());
          fc.pre(!warnings.some(({ code }) => code === 'number-before-first'));
          const after = numbered(whole);
          expect(issuedIn(after)).toEqual(issuedIn(official));
          expect(numbered(after)).toBe(after);
          expect(inWorld(after, 'parity-wrong-side')).toEqual([]);
          expect(inWorld(after, 'number-out-of-order')).toEqual([]);
          held += issuedIn(after).length;
        },
      ),
      { numRuns: 60 },
    );
    expect(held).toBeGreaterThan(20);
  });
});

describe('when the line of its road is drawn anew, an address issued at the mouth of its way', () => {
  const official = issued(numbered(aWorld(street, drive, ...behind)));
  const reshape = (...coordinates: Road['line']['coordinates'][number][]) =>
    ({ id: street.id, line: { type: 'LineString', coordinates } }) as const;

  it('stays at its measure where the line goes on there as before', () => {
    // Its doors, farther west, would lie elsewhere on the line that turns away behind the mouth.
    const after = done(official, 'road.reshape', reshape(at(100, 0), at(15, 0), at(-100, -60))).world;
    expect(issuedIn(after)).toEqual(issuedIn(official));
    expect(issuedIn(after).map((address) => Math.round(standingPlace(after, address).alongMeters))).toEqual([80, 80]);
  });

  it('holds the line where it would be counted from farther away, or lie on its other side', () => {
    expect(refused(official, 'road.reshape', reshape(at(130, 0), at(-100, 0)))).toMatchObject({
      code: 'road-grows-at-start',
      params: { count: 2, meters: 30 },
    });
    const beyond = reshape(at(100, 0), at(60, 0), at(40, 60), at(-20, 60), at(-40, 0), at(-100, 0));
    expect(refused(official, 'road.reshape', beyond).code).toBe('address-issued');
  });
});
