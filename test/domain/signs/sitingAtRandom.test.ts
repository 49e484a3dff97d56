/** What is true of a plan of signs in any village. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNamed } from '../../../domain/addressing/roadName.ts';
import { locateOnLine } from '../../../domain/geometry/line.ts';
import { contains } from '../../../domain/geometry/polygon.ts';
import type { Road } from '../../../domain/records/road.ts';
import type { World } from '../../../domain/records/world.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { randomVillageUnder } from '../addressing/randomVillage.ts';
import { accepted, withSigns } from './villages.ts';

describe('in random villages', () => {
  const named = (world: World): World => {
    let count = 0;
    const named = [...world.road.values()].map((item): Road =>
      isNamed(item) || item.class === 'access' ? item : { ...item, name: `Đường ${(count += 1)}` },
    );
    return { ...world, road: new Map(named.map((item) => [item.id, item])) };
  };
  const villages = randomVillageUnder('vn-2024').map(({ world }) => named(world));

  it('no sign can be spared, none stands in a road or a building, and nothing served is said to be unserved', () => {
    fc.assert(
      fc.property(villages, (world) => {
        const plan = siteSigns(world);
        for (const { place, alone, post } of plan.proposals) {
          expect(alone.length).toBeGreaterThan(0);
          if (post === 'existing-pole') continue;
          for (const { line, widthMeters, class: cls, state } of world.road.values()) {
            if (cls === 'access' || state === 'closed') continue;
            expect(locateOnLine(line, place).distanceMeters).toBeGreaterThan(widthMeters / 2);
          }
          for (const { footprint, state } of world.house.values()) {
            if (footprint && state !== 'demolished') expect(contains(footprint, place)).toBe(false);
          }
        }
        const served = new Set(plan.proposals.flatMap(({ serves }) => serves));
        expect(plan.unserved.filter(({ need }) => served.has(need))).toEqual([]);
        expect(served.size + plan.unserved.length).toBe(plan.needs.length);
      }),
      { numRuns: 40 },
    );
  });

  it('accepted whole, each sign serves what was said of it, and nothing more is proposed', () => {
    fc.assert(
      fc.property(villages, (world) => {
        const plan = siteSigns(world);
        const after = siteSigns(withSigns(world, plan.proposals.map(accepted)));
        expect(after.proposals).toEqual([]);
        expect(after.unserved.length).toBe(plan.unserved.length);
        const servedBy = (signs: readonly { readonly serves: readonly unknown[] }[]) =>
          signs.map(({ serves }) => serves.length);
        expect(servedBy(after.standing)).toEqual(servedBy(plan.proposals));
      }),
      { numRuns: 40 },
    );
  });
});
