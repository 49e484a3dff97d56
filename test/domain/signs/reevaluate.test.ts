/** What a sign is good for, and what its moving, adding or taking away changes (issue: the person stays in charge). */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import type { Need } from '../../../domain/signs/needs.ts';
import { reevaluate, servedBySigns } from '../../../domain/signs/reevaluate.ts';
import { refusedMeters, siteSigns } from '../../../domain/signs/siting.ts';
import { signGroundOf, signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { defaultSignSettings } from '../../../domain/records/village.ts';
import { aHouse, aSign, at, aVillage, aWorld } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';
import { accepted, across, road, upright, village, withSigns } from './villages.ts';

const crossing = village(across, upright);
const signs = siteSigns(crossing).proposals.map(accepted);
const world = withSigns(crossing, signs);
const { needs } = siteSigns(world);
const ground = signGroundOf(world);
const served = servedBySigns(ground, needs);
const atCrossing = signs.find((sign) => sign.roadId === across.id && distanceMeters(sign.place, at(0, 0)) < 20)!;
const words = (list: readonly Need[]) => list.map(({ kind, fromRoadId }) => [kind, fromRoadId]);
const bothWays = [
  ['choice', upright.id],
  ['choice', upright.id],
];

describe('a sign at a crossing', () => {
  it('says what it serves, and that nothing else does', () => {
    const now = reevaluate(ground, needs, served, [atCrossing], [atCrossing]);
    expect(words(now.serves)).toEqual(bothWays);
    expect(now.alone).toEqual(now.serves);
    expect([now.lost, now.gained, now.fault]).toEqual([[], [], null]);
  });

  it('already stored elsewhere, it is still told beside where it was', () => {
    const moved = { ...atCrossing, place: at(200, 200) };
    const after = signGroundOf(withSigns(world, [moved]));
    const change = reevaluate(after, needs, servedBySigns(after, needs), [atCrossing], [moved]);
    expect(words(change.lost)).toEqual(bothWays);
  });

  it('taken away, nobody on the other road can read the name', () => {
    expect(words(reevaluate(ground, needs, served, [atCrossing], []).lost)).toEqual(bothWays);
  });

  it('turned edge on to those who come, it serves neither', () => {
    const turned = { ...atCrossing, facingDegrees: (atCrossing.facingDegrees + 90) % 360 };
    expect(words(reevaluate(ground, needs, served, [atCrossing], [turned]).lost)).toEqual(bothWays);
  });

  it('with one face instead of two it is read by those who come from one side', () => {
    const oneFace = { ...atCrossing, faces: atCrossing.faces.slice(0, 1) };
    const change = reevaluate(ground, needs, served, [atCrossing], [oneFace]);
    expect([change.serves.length, change.lost.length]).toEqual([1, 1]);
  });

  it('moved onto the road or into a house it says why a post may not stand there', () => {
    const house = aHouse(at(40, 40), { footprint: rectangle(30, 30, 10, 10) });
    const withHouse = signGroundOf(withSigns(village(across, upright, house), signs));
    const there = (place: typeof atCrossing.place) =>
      reevaluate(withHouse, needs, served, [atCrossing], [{ ...atCrossing, post: 'new', place }]).fault;
    expect(there(at(100, 0))).toBe('in-road');
    expect(there(at(35, 35))).toBe('in-building');
    expect(there(at(900, 0))).toBe('outside');
    expect(there(at(60, 60))).toBeNull();
  });

  it('a second one serves what is served already, and gains nothing; the first may then go', () => {
    const second = { ...atCrossing, id: aSign(at(0, 0)).id };
    const added = reevaluate(ground, needs, served, [], [second]);
    expect([words(added.serves), added.alone, added.gained]).toEqual([bothWays, [], []]);
    const two = signGroundOf(withSigns(world, [second]));
    expect(reevaluate(two, needs, servedBySigns(two, needs), [atCrossing], []).lost).toEqual([]);
  });

  it('added where it was missing it gains what was not served', () => {
    const without = signGroundOf(
      withSigns(
        crossing,
        signs.filter((sign) => sign !== atCrossing),
      ),
    );
    const change = reevaluate(without, needs, servedBySigns(without, needs), [], [atCrossing]);
    expect(words(change.gained)).toEqual(bothWays);
  });

  it('a damaged one serves nothing', () => {
    const broken = signGroundOf(withSigns(crossing, [{ ...atCrossing, state: 'damaged' }]));
    expect(servedBySigns(broken, needs).get(atCrossing.id)).toEqual([]);
  });

  it('wherever it goes: what it served is lost, still served by it, or served by others', () => {
    const offset = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 0, max: 359 }), (east, north, facingDegrees) => {
        const moved = { ...atCrossing, place: at(east, north), facingDegrees };
        const { serves, lost, gained, alone } = reevaluate(ground, needs, served, [atCrossing], [moved]);
        const before = served.get(atCrossing.id)!;
        expect(lost.filter((need) => serves.includes(need))).toEqual([]);
        expect(gained.every((need) => alone.includes(need) && !before.includes(need))).toBe(true);
        // Nothing else serves these two, so each is either still served or lost.
        for (const need of before) expect(serves.includes(need)).toBe(!lost.includes(need));
      }),
    );
  });
});

describe('a place that was refused', () => {
  const place = siteSigns(crossing).proposals.find((plate) => distanceMeters(plate.place, at(0, 0)) < 20)!.place;

  it('stays away when the plan is made again; another place serves the same', () => {
    const again = siteSigns(crossing, undefined, [place]);
    expect(again.unserved).toEqual([]);
    for (const plate of again.proposals) {
      expect(distanceMeters(plate.place, place)).toBeGreaterThanOrEqual(refusedMeters - 0.01);
    }
  });

  it('where no other is left, what cannot be read is told with that reason', () => {
    const refused = Array.from({ length: 51 * 51 }, (_, index) => at((index % 51) - 25, Math.floor(index / 51) - 25));
    const plan = siteSigns(crossing, undefined, refused);
    const reasons = plan.unserved.filter(({ need }) => need.kind === 'choice').map(({ reason }) => reason);
    expect(reasons).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
});

describe('the rules of a village', () => {
  const villageWith = (settings: Partial<typeof defaultSignSettings>) =>
    aWorld(
      aVillage({ signSettings: { ...defaultSignSettings, ...settings } }),
      road('Đường Dài', [at(-500, 0), at(500, 0)]),
    );

  it('are the Vietnamese ones until another country is chosen', () => {
    expect(signProfileOf(villageWith({})).id).toBe('vn');
    expect(signProfileOf(villageWith({ profile: 'kr' })).plates.name.widthMeters).toBe(0.9);
  });

  it('its own distance of repeats takes the place of the country’s', () => {
    const repeats = (repeatMeters: number | null) => {
      const own = villageWith({ repeatMeters });
      return siteSigns(own, signProfileOf(own)).needs.filter(({ kind }) => kind === 'repeat').length;
    };
    expect(signProfileOf(villageWith({ profile: 'kr', repeatMeters: 120 })).repeatMeters).toBe(120);
    expect(repeats(200)).toBeGreaterThan(repeats(null));
  });
});
