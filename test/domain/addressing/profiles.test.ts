/** Numbering profiles (RULES §1.4–1.6, ANCHORS): what each choice makes of a tiny village. */
import { describe, expect, it } from 'vitest';
import Value from 'typebox/value';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { formatGroupNumber, parseGroupNumber, roadInitials } from '../../../domain/addressing/groupNumber.ts';
import { metricNumber } from '../../../domain/addressing/metricNumber.ts';
import { compareNumbers } from '../../../domain/addressing/number.ts';
import { planNumbering, type NumberingPlan } from '../../../domain/addressing/numberingPlan.ts';
import { profileOf } from '../../../domain/addressing/profile.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { reverseLine } from '../../../domain/geometry/line.ts';
import { recordSchemas } from '../../../domain/records/record.ts';
import {
  filledProfile,
  NumberingProfile,
  profileAs,
  profileDefaults,
  type FilledProfile,
} from '../../../domain/records/numberingProfile.ts';
import type { House } from '../../../domain/records/house.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import { applyChange, worldOf, type World } from '../../../domain/records/world.ts';
import { aHouse, anAddress, anEdit, aRoad, at, aVillage, idOf, newId, villageId } from '../builders.ts';

const under = (profile: FilledProfile, ...records: readonly AnyRecord[]): World =>
  worldOf([aVillage({ numberingProfile: profile }), ...records]);
const plan = (world: World): NumberingPlan => planNumbering(world, null, newId());
const numbersOf = (world: World, houses: readonly House[]): string[] =>
  houses.map(({ id }) => plan(world).rows.find(({ houseId }) => houseId === id)?.newFull ?? '–');
const namesOf = (world: World, lanes: readonly Road[]): (string | null | undefined)[] =>
  lanes.map(({ id }) => plan(world).roads.find(({ roadId }) => roadId === id)?.newNumberName);
const codesOf = (world: World): string[] => plan(world).warnings.map(({ code }) => code);

/** North to south; east is its left. */
const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường D', widthMeters: 6 });
const lane = (north: number, side: 'east' | 'west', fields: Partial<Road> = {}): Road =>
  aRoad(at(0, north), at(side === 'east' ? 120 : -120, north), {
    class: 'lane',
    parentRoadId: road.id,
    widthMeters: 3,
    ...fields,
  });
const east = (north: number) => aHouse(at(8, north));
const west = (north: number) => aHouse(at(-8, north));

describe('a stored profile', () => {
  it('of an earlier version has the choices it does not name as they were', () => {
    const stored: NumberingProfile = {
      id: 'vn-2024',
      insertion: 'dash',
      skipDStroke: true,
      oneSidedLanes: 'continuous',
      reservePlotWidthMeters: 12,
      maxEntranceDistanceMeters: 60,
    };
    expect(Value.Check(NumberingProfile, stored)).toBe(true);
    expect(filledProfile(stored)).toEqual({
      ...stored,
      direction: { by: 'compass' },
      laneNames: 'adjacent',
      numberRestYears: 5,
    });
  });

  it('takes no choice of another profile, and no direction without a reason', () => {
    for (const profile of Object.values(profileDefaults)) expect(Value.Check(NumberingProfile, profile)).toBe(true);
    const { metric } = profileDefaults;
    expect(Value.Check(NumberingProfile, { ...metric, insertion: 'dash' })).toBe(false);
    expect(Value.Check(NumberingProfile, { ...metric, intervalMeters: 5 })).toBe(false);
    expect(Value.Check(NumberingProfile, { ...metric, direction: { by: 'drawn' } })).toBe(false);
    expect(Value.Check(NumberingProfile, { ...metric, direction: { by: 'drawn', reason: '' } })).toBe(false);
  });

  it('exchanged for another keeps what both know', () => {
    const before = { ...profileDefaults['vn-2024'], insertion: 'dash', numberRestYears: 9 } as const;
    const groups = profileAs('groups', profileAs('metric', before));
    expect(groups).toEqual({ ...profileDefaults.groups, numberRestYears: 9 });
    expect(profileAs('groups', before)).toMatchObject({ id: 'groups', insertion: 'dash', numberRestYears: 9 });
  });

  it('is chosen by village.update: its reason tidied, its centre inside the village', () => {
    const world = under(profileDefaults['vn-2024']);
    const centred = (x: number, reason: string): FilledProfile => ({
      ...profileDefaults.metric,
      direction: { by: 'centre', centre: at(x, 0), reason },
    });
    const choose = (numberingProfile: FilledProfile) =>
      run(world, anEdit(world, 'village.update', { id: villageId, changes: { numberingProfile } }, [villageId]));
    const change = choose(centred(100, '  Từ đình  ra '));
    if (isRefusal(change)) throw new Error(change.code);
    expect(profileOf(applyChange(world, change))).toEqual(centred(100, 'Từ đình ra'));
    expect(choose(centred(900, 'Từ đình ra'))).toMatchObject({ code: 'outside-village' });
    expect(choose(centred(100, '=1'))).toMatchObject({ code: 'text-formula' });
  });
});

describe('the direction of roads (RULES R2: special roads as the commune decides)', () => {
  const houses = [150, 50, -150].map(east);
  const from = (direction: FilledProfile['direction'], drawn: Road = road) =>
    under({ ...profileDefaults['vn-2024'], direction }, drawn, ...houses);
  const centre = { by: 'centre', centre: at(30, -190), reason: 'Từ chợ ra' } as const;

  it('from a centre outwards begins at the end nearer to it, whichever way the road was drawn', () => {
    expect(numbersOf(from({ by: 'compass' }), houses)).toEqual(['1', '3', '5']);
    for (const drawn of [road, { ...road, line: reverseLine(road.line) }]) {
      expect(numbersOf(from(centre, drawn), houses)).toEqual(['6', '4', '2']);
    }
  });

  it('as drawn begins where the drawing began', () => {
    const drawn = { by: 'drawn', reason: 'Đã đánh số từ trước' } as const;
    expect(numbersOf(from(drawn), houses)).toEqual(['1', '3', '5']);
    expect(numbersOf(from(drawn, { ...road, line: reverseLine(road.line) }), houses)).toEqual(['6', '4', '2']);
  });

  it('does not apply to lanes, nor to a road turned by hand for its own reason', () => {
    const inside = [aHouse(at(40, 6)), aHouse(at(80, 6))];
    const turned = { ...road, directionReason: 'Theo phương án 2022' };
    const world = under(
      { ...profileDefaults['vn-2024'], direction: centre },
      turned,
      lane(0, 'east'),
      ...houses,
      ...inside,
    );
    expect(numbersOf(world, [...houses, ...inside])).toEqual(['1', '3', '5', '3/1', '3/3']);
  });
});

describe('names of lanes', () => {
  const houses = [150, 100].map(east);
  const lanes = [lane(-20, 'west'), lane(80, 'east'), lane(20, 'east')];
  const named = (laneNames: FilledProfile['laneNames'], ...more: readonly AnyRecord[]) =>
    under({ ...profileDefaults['vn-2024'], laneNames }, road, ...lanes, ...houses, ...more);

  it('adjacent: after the house before the mouth on its side (RULES L1)', () => {
    expect(namesOf(named('adjacent'), lanes)).toEqual(['2', '3', '5']);
  });

  it('serial: 1, 2, 3 along the road, both sides in one series (RULES §2.2)', () => {
    expect(namesOf(named('serial'), lanes)).toEqual(['3', '1', '2']);
    // No number is kept free for a lane.
    expect(numbersOf(named('serial', east(0)), houses)).toEqual(['1', '3']);
  });

  it('serial: a lane between two that keep their numbers takes a suffix', () => {
    const kept = [
      { ...lanes[1]!, numberName: '1' },
      { ...lanes[2]!, numberName: '2' },
      { ...lanes[0]!, numberName: '3' },
    ];
    const inside = [aHouse(at(60, 86)), aHouse(at(60, 26)), aHouse(at(-60, -14))];
    const issued = inside.map((house, index) =>
      anAddress(house, kept[index]!, { state: 'issued', measureMeters: 60, side: index === 2 ? 'right' : 'left' }),
    );
    const between = lane(50, 'west');
    const world = under(
      { ...profileDefaults['vn-2024'], laneNames: 'serial' },
      road,
      between,
      ...kept,
      ...inside,
      ...issued,
    );
    expect(namesOf(world, [...kept, between])).toEqual(['1', '2', '3', '1A']);
  });

  it('own: no lane takes a number, and one without a name is told', () => {
    const world = named('own');
    expect(namesOf(world, lanes)).toEqual([null, null, null]);
    expect(codesOf(world).filter((code) => code === 'lane-needs-name')).toHaveLength(3);
    const before = { ...world, road: new Map([...world.road, [lanes[0]!.id, { ...lanes[0]!, numberName: '7' }]]) };
    expect(namesOf(before, [lanes[0]!])).toEqual([null]);
  });
});

describe('metric numbers (Korea, Australia and New Zealand, France)', () => {
  it('20 m: one number a side for every 20 m', () => {
    const left = [0, 19.99, 20, 45, 1234].map((meters) => metricNumber(meters, 'left', 20));
    expect(left).toEqual([1, 1, 3, 5, 123]);
    expect([0, 19.99, 20, 45].map((meters) => metricNumber(meters, 'right', 20))).toEqual([2, 2, 4, 6]);
  });

  it('10 m: metres by ten with the parity of the side: 2,300 m on the right is 230', () => {
    expect(metricNumber(2300, 'right', 10)).toBe(230);
    expect(metricNumber(2300, 'left', 10)).toBe(231);
    expect(metricNumber(0, 'left', 10)).toBe(1);
    expect(metricNumber(3, 'right', 10)).toBe(2);
  });

  it('1 m: the metres, or the nearest odd number on the left', () => {
    expect(metricNumber(20, 'right', 1)).toBe(20);
    expect([19, 21]).toContain(metricNumber(20, 'left', 1));
    expect(metricNumber(-4, 'left', 1)).toBe(1);
  });

  const profile = { ...profileDefaults.metric, intervalMeters: 20 } as const;

  it('give sub-numbers in the order of entrances where two fall together', () => {
    // 100 m, 104 m and 112 m from the start, on the left: all in the sixth stretch of 20 m.
    const houses = [88, 100, 96].map(east);
    expect(numbersOf(under(profile, road, ...houses), houses)).toEqual(['11-2', '11', '11-1']);
  });

  it('leave every neighbour alone when a house comes between', () => {
    const houses = [150, 100, 50].map(east);
    const before = numbersOf(under(profile, road, ...houses), houses);
    const more = [140, 75, 52].map(east);
    expect(numbersOf(under(profile, road, ...houses, ...more), houses.slice(0, 2))).toEqual(before.slice(0, 2));
    const issued = houses.map((house, index) =>
      anAddress(house, road, {
        ...{ state: 'issued', number: before[index]!, side: 'left', measureMeters: 50 + 50 * index },
        plusCode: `7PG7XQCQ+22${index + 2}`,
      }),
    );
    const world = under(profile, road, ...houses, ...more, ...issued);
    expect(numbersOf(world, houses)).toEqual(before);
    // One entrance lies 2 m before an issued number of its stretch.
    expect(numbersOf(world, [more[2]!])).toEqual(['15-1']);
    expect(codesOf(world)).toContain('number-out-of-order');
  });

  it('name a lane by the measure of its mouth', () => {
    const lanes = [lane(80, 'east'), lane(75, 'east'), lane(80, 'west')];
    expect(namesOf(under(profile, road, ...lanes), lanes)).toEqual(['13', '13-1', '14']);
  });

  it('end at 9999', () => {
    const far = { ...profileDefaults.metric, intervalMeters: 1 } as const;
    const long = aRoad(at(0, 11_000), at(0, 0), { name: 'Đường Dài' });
    const world = under(far, long, aHouse(at(8, 500)));
    expect(plan(world)).toMatchObject({ rows: [], warnings: [{ code: 'numbers-exhausted' }] });
  });
});

describe('groups on internal ways (RULES §1.6)', () => {
  const profile = profileDefaults.groups;
  const main = aRoad(at(-200, 200), at(200, 200), { name: 'Đường Làng', widthMeters: 6 });
  // Opens to the named road at its north end, and runs from there although drawn from the south.
  const inner = aRoad(at(0, -200), at(0, 200), { widthMeters: 3 });
  const off = (north: number, side: 'east' | 'west'): Road =>
    aRoad(at(0, north), at(side === 'east' ? 90 : -90, north), {
      class: 'lane',
      parentRoadId: inner.id,
      widthMeters: 2,
    });

  it('left A, C, Đ, right B, D: parted where ways open, numbered from 1 in each', () => {
    const lefts = [150, 130, 60, 40, -60].map(east);
    const rights = [140, -40].map(west);
    const world = under(profile, main, inner, off(100, 'east'), off(0, 'east'), off(20, 'west'), ...lefts, ...rights);
    expect(numbersOf(world, lefts)).toEqual(['A1', 'A2', 'C1', 'C2', 'Đ1']);
    expect(numbersOf(world, rights)).toEqual(['B1', 'D1']);
  });

  it('A, B, C where houses stand on one side only, and the letters go on in what opens from it', () => {
    const houses = [150, 60].map(east);
    const path = off(100, 'east');
    const inside = [aHouse(at(40, 106)), aHouse(at(60, 94))];
    const world = under(profile, main, inner, path, ...houses, ...inside);
    // The next way begins with a letter of the left.
    expect(numbersOf(world, [...houses, ...inside])).toEqual(['A1', 'B1', 'C1', 'D1']);
    expect(namesOf(world, [path])).toEqual([null]);
  });

  it('leave roads with a name as they are, unless the initials of the road are wanted: BL.A-10', () => {
    const houses = [-150, -100].map((x) => aHouse(at(x, 208)));
    const named = { ...main, name: 'Đường Bằng Lăng' };
    expect(numbersOf(under(profile, named, ...houses), houses)).toEqual(['4', '2']);
    const withInitials = under({ ...profile, houseForm: 'road-group' }, named, ...houses);
    expect(numbersOf(withInitials, houses)).toEqual(['BL.A-2', 'BL.A-1']);
  });

  it('keep issued letters and numbers: a new house takes a suffix, a new group a letter of its own', () => {
    const houses = [150, 130, -60].map(east);
    const before = under(profile, main, inner, off(0, 'east'), ...houses);
    const numbered = applyChange(before, plan(before).change);
    const official = [...numbered.address.values()].map(
      (address) => [address, { ...address, state: 'issued' }] as const,
    );
    const more = [east(140), east(60), east(-100)];
    const later = applyChange(numbered, { created: [...more, off(100, 'east')], updated: official, deleted: [] });
    expect(numbersOf(later, houses)).toEqual(['A1', 'A2', 'B1']);
    expect(numbersOf(later, more)).toEqual(['A1A', 'C1', 'B2']);
    expect(codesOf(later)).toContain('group-out-of-order');
    const road = later.road.get(inner.id)!;
    const spread = planNumbering(later, [road.id], newId());
    expect(spread.rows.map(({ newFull }) => newFull)).toContain('C1');
  });

  it('can be issued although the way has no name', () => {
    const house = east(150);
    const before = under(profile, main, inner, house);
    const numbered = applyChange(before, plan(before).change);
    const [draft] = numbered.address.values();
    const decision = { id: idOf(0xd1), number: '1/QĐ', date: '2026-01-01', signatory: 'A', scope: 'B' };
    const issue = anEdit(numbered, 'address.issue', { addressIds: [draft!.id], decision }, [draft!.id]);
    expect(run(numbered, issue)).toMatchObject({ updated: [[draft, { number: 'A1', state: 'issued' }]] });
    const plain = { ...draft!, number: '1' };
    const other = { ...numbered, address: new Map([[plain.id, plain]]) };
    expect(run(other, anEdit(other, 'address.issue', issue.input, [plain.id]))).toMatchObject({ code: 'road-unnamed' });
  });

  it('say when two ways without a name use the same letters, and when letters run out', () => {
    const second = aRoad(at(150, -200), at(150, 200), { widthMeters: 3 });
    const world = under(profile, main, inner, second, east(150), aHouse(at(158, 150)));
    expect(codesOf(world)).toContain('groups-repeated');
    const crowded = Array.from({ length: 24 }, (_, index) => east(180 - index * 14));
    const gaps = under({ ...profile, groupGapMeters: 10 }, main, inner, ...crowded);
    expect(numbersOf(gaps, crowded).slice(-2)).toEqual(['Y1', '–']);
    expect(codesOf(gaps)).toContain('groups-exhausted');
  });

  it('are written, read and ordered by letter in Vietnamese order', () => {
    for (const text of ['A10', 'Đ2B', 'B15-1', 'BL.A-10', 'ĐH.Đ-1A', 'BL.A-10-1']) {
      expect(formatGroupNumber(parseGroupNumber(text)!)).toBe(text);
      expect(Value.Check(recordSchemas.address.properties.number, text)).toBe(true);
    }
    for (const text of ['10', '20A', 'Â10', 'A0', 'BL.10', 'B.A-1', 'A-10']) {
      expect(parseGroupNumber(text) && Value.Check(recordSchemas.address.properties.number, text)).toBeFalsy();
    }
    expect(['BL.A-1', 'E1', 'Đ1', 'A10', 'A9', '7', 'D2'].sort(compareNumbers)).toEqual([
      '7',
      'A9',
      'A10',
      'D2',
      'Đ1',
      'E1',
      'BL.A-1',
    ]);
    const initials = ['Đường Bằng Lăng', 'Đường Đền Hàn', 'Đường Làng', 'Đường 2', 'Đường Ê'].map(roadInitials);
    expect(initials).toEqual(['BL', 'ĐH', 'LA', '', '']);
  });
});

it('a house in a group reads with its letter alone', () => {
  const way = aRoad(at(0, 200), at(0, -200));
  const house = east(100);
  const world = under(profileDefaults.groups, way, house, anAddress(house, way, { number: 'A10' }));
  expect(fullNumber(world, [...world.address.values()][0]!)).toBe('A10');
});
