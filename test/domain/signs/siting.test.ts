/** Where signs must stand (RULES §2.3, §12.12): what each junction needs, the fewest posts, what was there before. */
import { describe, expect, it } from 'vitest';
import { unsaidOfLamp } from '../../../domain/records/lamp.ts';
import { localFrame } from '../../../domain/geometry/localFrame.ts';
import { contains } from '../../../domain/geometry/polygon.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import { koreaSigns } from '../../../domain/signs/profile.ts';
import { siteSigns, type SignPlan, type SignProposal } from '../../../domain/signs/siting.ts';
import { aHouse, aLandmark, at, newId } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';
import { accepted, across, road, upright, village, withSigns } from './villages.ts';

const frame = localFrame(at(0, 0));
const lane = (number: string, parent: Road, places: readonly Position[], fields: Partial<Road> = {}) =>
  road(null, places, { class: 'lane', numberName: number, parentRoadId: parent.id, widthMeters: 3, ...fields });

const first = ({ faces }: SignProposal): string => faces[0]!.replace('\n', ' ');
const near = ({ proposals }: SignPlan, [x, y]: readonly [number, number], meters = 40): readonly SignProposal[] =>
  proposals.filter(({ place }) => {
    const [east, north] = frame.toMeters(place);
    return Math.hypot(east - x, north - y) <= meters;
  });
const postsOf = (proposals: readonly SignProposal[]): number =>
  new Set(proposals.map(({ place }) => String(place))).size;

const west = at(-500, 0);
const east = at(500, 0);

describe('a crossing of two named roads', () => {
  const plan = siteSigns(village(across, upright));

  it('RULES §12.12: one post with two plates at right angles, and a post at each of the four ends', () => {
    const middle = near(plan, [0, 0]);
    expect(middle.map(first).sort()).toEqual(['ĐƯỜNG BỜ AO', 'ĐƯỜNG ĐỀN HÀN']);
    expect(postsOf(middle)).toBe(1);
    expect(Math.abs(middle[0]!.facingDegrees - middle[1]!.facingDegrees) % 180).toBe(90);
    expect(postsOf(plan.proposals)).toBe(5);
    expect(plan.proposals).toHaveLength(6);
    expect(plan.unserved).toEqual([]);
  });

  it('each plate lies along the road it names and says who could not read the name without it', () => {
    const plate = near(plan, [0, 0]).find((one) => first(one) === 'ĐƯỜNG ĐỀN HÀN')!;
    expect(plate.facingDegrees % 180).toBe(0);
    expect(plate.alone.map(({ kind, fromRoadId }) => [kind, fromRoadId])).toEqual([
      ['choice', upright.id],
      ['choice', upright.id],
    ]);
  });
});

describe('a T', () => {
  const stem = road('Đường Bờ Ao', [at(0, 0), at(0, 500)]);

  it('one post carries the stem for those who pass and the road for those who come out', () => {
    const plan = siteSigns(village(across, stem));
    expect(near(plan, [0, 0]).map(first).sort()).toEqual(['ĐƯỜNG BỜ AO', 'ĐƯỜNG ĐỀN HÀN']);
    expect(postsOf(near(plan, [0, 0]))).toBe(1);
  });

  it('a dead end is named at its mouth only: whoever comes out came in there', () => {
    const plan = siteSigns(village(across, lane('5', across, [at(0, 0), at(0, 80)])));
    const atMouth = plan.proposals.filter(({ serves }) => serves.some(({ kind }) => kind === 'choice'));
    expect(atMouth.map(first)).toEqual(['NGÕ 5 ĐƯỜNG ĐỀN HÀN']);
  });

  it('a way without a name needs no plate, but who comes by it must read the names', () => {
    const plan = siteSigns(village(across, road(null, [at(0, 0), at(0, 500)])));
    expect(near(plan, [0, 0]).map(first)).toEqual(['ĐƯỜNG ĐỀN HÀN']);
  });

  it('beside a wall the post stands where the wall does not hide it', () => {
    const walls = [rectangle(2.3, 3.3, 60, 8), rectangle(-62.3, 3.3, 60, 8)].map((footprint) =>
      aHouse(at(30, 12), { footprint }),
    );
    const plan = siteSigns(village(across, { ...stem, widthMeters: 4 }, ...walls));
    expect(plan.unserved).toEqual([]);
    for (const { place } of plan.proposals) {
      expect(walls.some(({ footprint }) => contains(footprint!, place))).toBe(false);
    }
  });

  it('where walls stand to the edge on every side it is said what nobody can read, and why', () => {
    // Houses on the road's edges up to the mouth of a way 2 m wide: no room for a post, and nothing to be seen past them.
    const narrow = { ...stem, widthMeters: 2 };
    const walls = [rectangle(1.05, 3.05, 200, 30), rectangle(-201.05, 3.05, 200, 30), rectangle(-300, -33.05, 600, 30)];
    const plan = siteSigns(village(across, narrow, ...walls.map((footprint) => aHouse(at(0, 40), { footprint }))));
    expect(plan.unserved.map(({ need, reason }) => [need.kind, reason])).toContainEqual(['choice', 'no-place']);
  });
});

describe('other junctions', () => {
  it('a Y: one post with three plates', () => {
    const plan = siteSigns(
      village(
        road('Đường A', [at(0, -500), at(0, 0)]),
        road('Đường B', [at(0, 0), at(350, 495)]),
        road('Đường C', [at(0, 0), at(-350, 495)]),
      ),
    );
    expect(plan.unserved).toEqual([]);
    expect(near(plan, [0, 0])).toHaveLength(3);
    expect(postsOf(near(plan, [0, 0]))).toBe(1);
  });

  it('two junctions 8 m apart share a post', () => {
    const through = road('Đường A', [west, at(0, 0), at(8, 0), east]);
    const plan = siteSigns(
      village(through, road('Đường B', [at(0, 0), at(0, 500)]), road('Đường C', [at(8, 0), at(8, -500)])),
    );
    expect(plan.unserved).toEqual([]);
    expect(near(plan, [4, 0])).toHaveLength(3);
    expect(postsOf(near(plan, [4, 0]))).toBe(1);
  });

  it('staggered by 25 m: whoever comes reads the way over to the other lane, too', () => {
    const through = road('Đường A', [west, at(0, 0), at(25, 0), east]);
    const north = road('Đường B', [at(0, 0), at(0, 500)]);
    const south = road('Đường C', [at(25, 0), at(25, -500)]);
    const plan = siteSigns(village(through, north, south));
    expect(plan.unserved).toEqual([]);
    const there = new Set(near(plan, [12, 0]).map(first));
    expect(there).toEqual(new Set(['ĐƯỜNG A', 'ĐƯỜNG B', 'ĐƯỜNG C']));
    for (const { id: roadId } of [through, north, south]) {
      const sign = near(plan, [12, 0]).find((one) => one.roadId === roadId)!;
      const less = withSigns(
        village(through, north, south),
        plan.proposals.filter((one) => one !== sign).map(accepted),
      );
      expect(siteSigns(less).proposals.map(first)).toContain(first(sign));
    }
  });

  it('junctions 60 m apart do not', () => {
    const through = road('Đường A', [west, at(-30, 0), at(30, 0), east]);
    const plan = siteSigns(
      village(through, road('Đường B', [at(-30, 0), at(-30, 500)]), road('Đường C', [at(30, 0), at(30, -500)])),
    );
    expect(postsOf(near(plan, [0, 0], 60))).toBe(2);
  });

  it('a roundabout: every name is read from every way in', () => {
    const ring = Array.from({ length: 25 }, (_, index) => {
      const angle = (index * Math.PI) / 12;
      return at(15 * Math.sin(angle), 15 * Math.cos(angle));
    });
    ring[24] = ring[0]!;
    const island = road(null, ring, { widthMeters: 5 });
    const ways = [0, 6, 12, 18].map((index, way) => {
      const [x, y] = frame.toMeters(ring[index]!);
      return road(`Đường ${way + 1}`, [ring[index]!, at(x * 33, y * 33)]);
    });
    const plan = siteSigns(village(island, ...ways));
    expect(plan.unserved).toEqual([]);
    for (const { name } of ways) {
      expect(plan.proposals.some((plate) => first(plate) === name!.toUpperCase() && plate.serves.length > 0)).toBe(
        true,
      );
    }
  });

  it('on a curved approach the plate is in view of those who come round the bend', () => {
    const bend = Array.from({ length: 13 }, (_, index) => {
      const angle = (index * Math.PI) / 24;
      return at(30 - 30 * Math.cos(angle), 30 * Math.sin(angle));
    });
    const curved = road('Đường Cong', [...bend, at(500, 30)]);
    const plan = siteSigns(village(road('Đường A', [at(0, -500), at(0, 0), at(0, 500)]), curved));
    const plate = near(plan, [0, 0]).find((one) => first(one) === 'ĐƯỜNG A')!;
    const readers = plate.serves.find(({ fromRoadId }) => fromRoadId === curved.id)!.readers;
    // The way there turns: nobody looks the way the junction lies from far off.
    expect(readers.at(-1)!.heading[1]).toBeLessThan(readers[0]!.heading[1] + 1);
    expect(plan.unserved).toEqual([]);
  });
});

describe('posts', () => {
  it('a lamp pole at the corner carries the plates', () => {
    const lamp: AnyRecord = {
      ...{ kind: 'lamp', id: newId(), version: 1, place: at(-4, 4), owner: 'village', state: 'existing' },
      ...{ heightMeters: 6, powerWatts: null, ...unsaidOfLamp },
    };
    const middle = near(siteSigns(village(across, upright, lamp)), [0, 0]);
    expect(middle.map(({ post }) => post)).toEqual(['existing-pole', 'existing-pole']);
    expect(middle.every(({ place }) => String(place) === String(at(-4, 4)))).toBe(true);
  });

  it('no post stands before a door', () => {
    const doors = [at(3.4, 3.4), at(-3.4, 3.4), at(3.4, -3.4), at(-3.4, -3.4)].map((door) => aHouse(door));
    const plan = siteSigns(village(across, upright, ...doors));
    expect(plan.unserved).toEqual([]);
    for (const { place } of plan.proposals) {
      const [x, y] = frame.toMeters(place);
      for (const { entrance } of doors) {
        const [dx, dy] = frame.toMeters(entrance);
        expect(Math.hypot(x - dx, y - dy)).toBeGreaterThan(1.4);
      }
    }
  });

  it('a long road says its name again', () => {
    const alone = siteSigns(village(road('Đường Dài', [at(-500, -400), at(-500, 400), at(500, 400)])));
    const repeats = alone.proposals.filter(({ serves }) => serves.some(({ kind }) => kind === 'repeat'));
    expect(repeats.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the way to a landmark', () => {
  const temple = (place: Position) => aLandmark(place, { name: 'Đền Hàn' });
  const side = lane('5', across, [at(0, 0), at(0, 120)]);

  it('is pointed out where one turns off, with an arrow on each face', () => {
    const plan = siteSigns(village(across, side, temple(at(10, 100))));
    const [sign] = plan.proposals.filter(({ signKind }) => signKind === 'direction');
    expect(sign!.serves.map(({ kind }) => kind)).toEqual(['landmark', 'landmark']);
    // From the west it lies to the left, from the east to the right.
    const fromWest = sign!.facingDegrees === 270 ? sign!.faces[0] : sign!.faces[1];
    const fromEast = sign!.facingDegrees === 270 ? sign!.faces[1] : sign!.faces[0];
    expect([fromWest, fromEast]).toEqual(['← ĐỀN HÀN', 'ĐỀN HÀN →']);
  });

  it('needs no sign on the road it stands on', () => {
    const plan = siteSigns(village(across, side, temple(at(100, 8))));
    expect(plan.proposals.filter(({ signKind }) => signKind === 'direction')).toEqual([]);
  });
});

describe('what is there already', () => {
  const world = village(across, upright);
  const all = siteSigns(world).proposals.map(accepted);

  it('accepted whole, nothing more is proposed', () => {
    const after = siteSigns(withSigns(world, all));
    expect(after.proposals).toEqual([]);
    expect(after.unserved).toEqual([]);
    expect(after.standing.every(({ serves }) => serves.length > 0)).toBe(true);
  });

  it('only the difference is proposed, on the post that stands', () => {
    const plate = all.find((sign) => sign.roadId === upright.id && Math.abs(frame.toMeters(sign.place)[1]) < 20)!;
    const after = siteSigns(
      withSigns(
        world,
        all.filter((sign) => sign !== plate),
      ),
    );
    expect(after.proposals.map(first)).toEqual(['ĐƯỜNG BỜ AO']);
    expect(after.proposals[0]).toMatchObject({ post: 'existing-pole', place: plate.place });
  });

  it('a damaged sign serves nothing, and so does one that names another road than its text', () => {
    const [one, ...rest] = all;
    for (const broken of [
      { ...one!, state: 'damaged' as const },
      { ...one!, faces: ['ĐƯỜNG\nKHÁC', 'ĐƯỜNG\nKHÁC'] },
    ]) {
      expect(siteSigns(withSigns(world, [broken, ...rest])).proposals).toHaveLength(1);
    }
  });

  it('moved away, what it served is needed again', () => {
    const [one, ...rest] = all;
    const after = siteSigns(withSigns(world, [{ ...one!, place: at(200, 200) }, ...rest]));
    expect(after.proposals).toHaveLength(1);
  });
});

it('another profile asks for other signs', () => {
  const long = village(road('Đường Dài', [west, east]));
  const repeats = (plan: SignPlan) => plan.needs.filter(({ kind }) => kind === 'repeat').length;
  expect(repeats(siteSigns(long, koreaSigns))).toBeGreaterThan(repeats(siteSigns(long)));
});
