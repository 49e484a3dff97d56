/** RULES §12 tests 1–9, one describe each: the law's rules on tiny villages. Test 10 is in renumbering.test.ts. */
import { describe, expect, it } from 'vitest';
import { compassKeeps, orientRoadLine } from '../../../domain/addressing/direction.ts';
import { addressLine, fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { suggestClass, suggestParent } from '../../../domain/addressing/network.ts';
import { planNumbering, type NumberingPlan } from '../../../domain/addressing/numberingPlan.ts';
import { reclassification } from '../../../domain/addressing/reclassification.ts';
import { roadLabel } from '../../../domain/addressing/roadName.ts';
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { reverseLine } from '../../../domain/geometry/line.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { House } from '../../../domain/records/house.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import { profileDefaults, type FilledProfileOf } from '../../../domain/records/numberingProfile.ts';
import { applyChange, worldOf, type World } from '../../../domain/records/world.ts';
import { aHouse, anAddress, anEdit, aRoad, at, aVillage, aWorld, idOf } from '../builders.ts';

const editId = idOf(0x999);

const numbersOf = (plan: NumberingPlan, houses: readonly House[]): string[] =>
  houses.map((house) => plan.rows.find((row) => row.houseId === house.id)?.newNumber ?? '–');

const fullsOf = (plan: NumberingPlan, houses: readonly House[]): string[] =>
  houses.map((house) => plan.rows.find((row) => row.houseId === house.id)?.newFull ?? '–');

const codesOf = (plan: NumberingPlan): string[] => plan.warnings.map(({ code }) => code);

/** Road D of the worked example in RULES §1.5: north to south through the middle. */
const roadD = (fields: Partial<Road> = {}): Road =>
  aRoad(at(0, 200), at(0, -200), { name: 'Đường D', widthMeters: 6, ...fields });

const eastHouse = (north: number) => aHouse(at(8, north));
const westHouse = (north: number) => aHouse(at(-8, north));

const lane = (road: Road, north: number, side: 'east' | 'west', fields: Partial<Road> = {}): Road => {
  const sign = side === 'east' ? 1 : -1;
  return aRoad(at(0, north), at(sign * 150, north), {
    class: 'lane',
    parentRoadId: road.id,
    widthMeters: 3,
    ...fields,
  });
};

const withProfile = (profile: Partial<FilledProfileOf<'vn-2024'>>, ...records: readonly AnyRecord[]): World =>
  worldOf([aVillage({ numberingProfile: { ...profileDefaults['vn-2024'], ...profile } }), ...records]);

const issued = (house: House, road: Road, number: string, measureMeters: number, side: 'left' | 'right'): Address =>
  anAddress(house, road, {
    number,
    measureMeters,
    side,
    state: 'issued',
    plusCode: `7PG7XQCQ+${number.padStart(3, '2')}`,
  });

describe('RULES §12.1: direction (R2)', () => {
  it('turns lines that run north or east, keeps those that run south or west', () => {
    expect([0, 45, 90, 135].map(compassKeeps)).toEqual([false, false, false, false]);
    expect([180, 225, 270, 315].map(compassKeeps)).toEqual([true, true, true, true]);
  });

  it('keeps 157.5° and turns 337.5°, to the last digit', () => {
    expect(compassKeeps(157.5)).toBe(true);
    expect(compassKeeps(157.4999)).toBe(false);
    expect(compassKeeps(337.5)).toBe(false);
    expect(compassKeeps(337.4999)).toBe(true);
  });

  it('runs a south-east to north-west road from the south-east (the example of RULES §1.4)', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [105.79, 20.01],
        [105.8, 20],
      ] as const,
    };
    expect(orientRoadLine(aWorld(), { class: 'road', parentRoadId: null, line }).coordinates[0]).toEqual([105.8, 20]);
  });
});

describe('RULES §12.2: frontage houses (R1)', () => {
  const east = [150, 50, -50].map(eastHouse);
  const west = [100, 0].map(westHouse);

  it('numbers odd on the left, even on the right, rising from the start', () => {
    const plan = planNumbering(aWorld(roadD(), ...east, ...west), null, editId);
    expect(numbersOf(plan, east)).toEqual(['1', '3', '5']);
    expect(numbersOf(plan, west)).toEqual(['2', '4']);
  });

  it('gives the same numbers when the road was drawn the other way round', () => {
    const road = roadD();
    const plan = planNumbering(aWorld({ ...road, line: reverseLine(road.line) }, ...east, ...west), null, editId);
    expect(numbersOf(plan, east)).toEqual(['1', '3', '5']);
    expect(numbersOf(plan, west)).toEqual(['2', '4']);
    expect(plan.roads[0]).toMatchObject({ roadId: road.id, reoriented: true });
  });

  it('lets the commune decide another direction with a reason', () => {
    const road = roadD();
    const decided = { ...road, line: reverseLine(road.line), directionReason: 'Từ trung tâm ra' };
    const plan = planNumbering(aWorld(decided, ...east), null, editId);
    expect(numbersOf(plan, east)).toEqual(['6', '4', '2']);
  });

  it('numbers every use of a building, and none that is demolished', () => {
    const temple = aHouse(at(8, 120), { use: 'worship', name: 'Đền Hàn' });
    const gone = aHouse(at(8, 130), { state: 'demolished' });
    const plan = planNumbering(aWorld(roadD(), ...east, temple, gone), null, editId);
    expect(numbersOf(plan, [...east, temple, gone])).toEqual(['1', '5', '7', '3', '–']);
  });
});

describe('RULES §12.3: a house between two issued numbers (R5)', () => {
  const road = roadD();
  const h20 = westHouse(100);
  const h22 = westHouse(0);
  const kept = [issued(h20, road, '20', 100, 'right'), issued(h22, road, '22', 200, 'right')];
  const between = [90, 80, 70, 60, 50, 40].map(westHouse);

  it('takes the smaller number with a capital letter, Đ after D', () => {
    const plan = planNumbering(aWorld(road, h20, h22, ...kept, ...between), null, editId);
    expect(numbersOf(plan, between)).toEqual(['20A', '20B', '20C', '20D', '20Đ', '20E']);
    expect(numbersOf(plan, [h20, h22])).toEqual(['20', '22']);
  });

  it('leaves Đ out if the village says so', () => {
    const plan = planNumbering(withProfile({ skipDStroke: true }, road, h20, h22, ...kept, ...between), null, editId);
    expect(numbersOf(plan, between)).toEqual(['20A', '20B', '20C', '20D', '20E', '20G']);
  });

  it('takes a dash and a number in the other style', () => {
    const plan = planNumbering(withProfile({ insertion: 'dash' }, road, h20, h22, ...kept, ...between), null, editId);
    expect(numbersOf(plan, between)).toEqual(['20-1', '20-2', '20-3', '20-4', '20-5', '20-6']);
  });

  it('counts on with the dash to 20-25 and beyond', () => {
    const many = Array.from({ length: 26 }, (_, index) => westHouse(95 - index * 3));
    const plan = planNumbering(withProfile({ insertion: 'dash' }, road, h20, h22, ...kept, ...many), null, editId);
    expect(numbersOf(plan, many)).toEqual(Array.from({ length: 26 }, (_, index) => `20-${index + 1}`));
  });

  it('never mixes styles in one gap: the style there goes on, with a warning', () => {
    const [first, second] = [between[0]!, between[3]!];
    const plan = planNumbering(
      withProfile(
        { insertion: 'dash' },
        road,
        h20,
        h22,
        ...kept,
        first,
        issued(first, road, '20A', 110, 'right'),
        second,
      ),
      null,
      editId,
    );
    expect(numbersOf(plan, [second])).toEqual(['20B']);
    expect(codesOf(plan)).toContain('insertion-style-kept');
  });

  it('takes a free number in between before any suffix', () => {
    const h26 = westHouse(-60);
    const late = [-10, -20].map(westHouse);
    const plan = planNumbering(
      aWorld(road, h22, h26, kept[1]!, issued(h26, road, '26', 260, 'right'), ...late),
      null,
      editId,
    );
    expect(numbersOf(plan, late)).toEqual(['24', '24A']);
  });

  it('does not give a retired number again', () => {
    const h26 = westHouse(-60);
    const late = westHouse(-10);
    const old = { ...issued(aHouse(at(-8, -30)), road, '24', 230, 'right'), state: 'retired' as const };
    const plan = planNumbering(
      aWorld(road, h22, h26, kept[1]!, issued(h26, road, '26', 260, 'right'), old, late),
      null,
      editId,
    );
    expect(numbersOf(plan, [late])).toEqual(['22A']);
  });
});

describe('RULES §12.4: a longer road (R6)', () => {
  it('continues after the last numbers and changes nothing else', () => {
    const road = roadD({ line: { type: 'LineString', coordinates: [at(0, 200), at(0, -400)] } });
    const h41 = eastHouse(-150);
    const h38 = westHouse(-150);
    const east = eastHouse(-300);
    const west = westHouse(-300);
    const kept = [issued(h41, road, '41', 350, 'left'), issued(h38, road, '38', 350, 'right')];
    const plan = planNumbering(aWorld(road, h41, h38, east, west, ...kept), null, editId);
    expect(numbersOf(plan, [h41, h38, east, west])).toEqual(['41', '38', '43', '40']);
    expect(plan.change.updated).toEqual([]);
  });
});

describe('RULES §12.5: a corner house (R3)', () => {
  const corner = aHouse(at(6, 6));

  it('belongs to the wider of two roads equally near', () => {
    const wide = aRoad(at(-100, 0), at(100, 0), { widthMeters: 6 });
    const narrow = aRoad(at(0, -100), at(0, 100), { widthMeters: 3.5 });
    const found = roadOfHouse(aWorld(narrow, wide, corner), corner);
    expect(found).toMatchObject({ roadId: wide.id, runnerUpRoadId: narrow.id });
  });

  it('belongs to the wider road although the narrow one is a little nearer', () => {
    const wide = aRoad(at(-100, 0), at(100, 0), { widthMeters: 6 });
    const narrow = aRoad(at(1, -100), at(1, 100), { widthMeters: 5 });
    expect(roadOfHouse(aWorld(narrow, wide, corner), corner)).toMatchObject({
      roadId: wide.id,
      reason: 'wider-at-corner',
    });
  });

  it('belongs to the road of its door when both are equally wide', () => {
    const one = aRoad(at(-100, 0), at(100, 0));
    const other = aRoad(at(0, -100), at(0, 100));
    const house = aHouse(at(6, 5));
    expect(roadOfHouse(aWorld(other, one, house), house)).toMatchObject({ roadId: one.id, reason: 'nearest' });
  });

  it('belongs to the road a person chose, whatever is nearer', () => {
    const near = aRoad(at(-100, 0), at(100, 0));
    const far = aRoad(at(-100, 300), at(100, 300));
    const house = aHouse(at(6, 5), { chosenRoadId: far.id });
    expect(roadOfHouse(aWorld(near, far, house), house)).toMatchObject({
      roadId: far.id,
      reason: 'chosen',
      runnerUpRoadId: near.id,
    });
  });

  it('belongs to no road when all are too far', () => {
    const house = aHouse(at(0, 90));
    const world = aWorld(aRoad(at(-100, 0), at(100, 0)), house);
    expect(roadOfHouse(world, house)).toBeNull();
    const plan = planNumbering(world, null, editId);
    expect(plan.unplaced).toEqual([house.id]);
    expect(codesOf(plan)).toContain('house-far-from-roads');
  });
});

describe('RULES §12.6: lanes (L1, L2)', () => {
  const road = roadD();
  const east = [150, 100, 50, -50].map(eastHouse);
  const west = [150, 100, -100].map(westHouse);
  const eastLane = lane(road, 0, 'east');
  const westLane = lane(road, 20, 'west');
  const inLane = [
    [30, 6],
    [60, 6],
    [90, 6],
    [40, -6],
    [70, -6],
  ].map(([x, y]) => aHouse(at(x!, y!)));
  // Walking in from the road eastwards, left is north.
  const alley = aRoad(at(80, 0), at(80, -100), { class: 'alley', parentRoadId: eastLane.id, widthMeters: 2 });
  const inAlley = [-30, -50].map((y) => aHouse(at(84, y)));
  const rightInAlley = [-30, -50].map((y) => aHouse(at(76, y)));
  const world = aWorld(road, eastLane, westLane, alley, ...east, ...west, ...inLane, ...inAlley, ...rightInAlley);
  const plan = planNumbering(world, null, editId);
  const after = applyChange(world, plan.change);

  it('takes the number of the house just before its mouth on its side: Ngõ 5, Ngõ 4', () => {
    expect(numbersOf(plan, east)).toEqual(['1', '3', '5', '7']);
    expect(numbersOf(plan, west)).toEqual(['2', '4', '6']);
    expect(roadLabel(after, after.road.get(eastLane.id)!)).toBe('Ngõ 5');
    expect(roadLabel(after, after.road.get(westLane.id)!)).toBe('Ngõ 4');
  });

  it('numbers inside from the mouth inward, odd on the left walking in', () => {
    expect(fullsOf(plan, inLane)).toEqual(['5/1', '5/3', '5/5', '5/2', '5/4']);
  });

  it('writes the worked example: Số 4, ngách 5/4, ngõ 5, đường D', () => {
    expect(roadLabel(after, after.road.get(alley.id)!)).toBe('Ngách 5/4');
    expect(fullsOf(plan, [...inAlley, ...rightInAlley])).toEqual(['5/4/1', '5/4/3', '5/4/2', '5/4/4']);
    const address = [...after.address.values()].find(({ houseId }) => houseId === rightInAlley[1]!.id)!;
    const write = (form: 'long' | 'short') => addressLine(after, address, { form, language: 'vi', withUnits: false });
    expect(write('long')).toBe('Số 4, ngách 5/4, ngõ 5, đường D');
    expect(write('short')).toBe('5/4/4 đường D');
  });

  it('writes "Số 1, ngõ 5, đường …" for the first left house inside', () => {
    const address = [...after.address.values()].find(({ houseId }) => houseId === inLane[0]!.id)!;
    expect(fullNumber(after, address)).toBe('5/1');
    expect(addressLine(after, address, { form: 'long', language: 'vi', withUnits: true })).toBe(
      'Số 1, ngõ 5, đường D, thôn Thử, xã Tống Sơn',
    );
    expect(addressLine(after, address, { form: 'long', language: 'en', withUnits: true })).toBe(
      'No. 1, Lane 5, D Road, Thử Village, Tống Sơn Commune',
    );
  });

  it('finds the road of a lane whose parent nobody gave', () => {
    const orphan = { ...eastLane, parentRoadId: null };
    const found = planNumbering(aWorld(road, orphan, ...east, ...inLane), null, editId);
    expect(fullsOf(found, inLane)[0]).toBe('5/1');
    expect(codesOf(found)).toContain('lane-parent-assumed');
    expect(found.roads.find(({ roadId }) => roadId === orphan.id)).toMatchObject({ foundParentRoadId: road.id });
  });

  it('takes the first number of the side when no house stands before its mouth, with a warning (§1.5, silent point i)', () => {
    const early = [lane(road, 180, 'east'), lane(road, 180, 'west')];
    const found = planNumbering(aWorld(road, ...early, ...east, ...west), null, editId);
    expect(early.map(({ id }) => found.roads.find(({ roadId }) => roadId === id)?.newNumberName)).toEqual(['1', '2']);
    expect(numbersOf(found, east)).toEqual(['1', '3', '5', '7']);
    expect(codesOf(found)).toContain('lane-mouth-before-first-house');
  });

  it('shows the cascade: 5 → 7 renames ngõ 5 and every address below it (§12.10)', () => {
    const earlier = eastHouse(180);
    const later = applyChange(after, { created: [earlier], updated: [], deleted: [] });
    const cascade = planNumbering(later, [road.id], editId);
    const renamed = cascade.rows.filter((row) => row.oldFull?.startsWith('5/'));
    expect(renamed).toHaveLength(inLane.length + inAlley.length + rightInAlley.length);
    expect(renamed.every((row) => row.state === 'changed' && row.newFull === row.oldFull!.replace(/^5/, '7'))).toBe(
      true,
    );
    expect(cascade.roads.find(({ roadId }) => roadId === eastLane.id)).toMatchObject({
      oldNumberName: '5',
      newNumberName: '7',
    });
  });
});

describe('RULES §12.7: through lanes (L3)', () => {
  const wide = aRoad(at(0, 200), at(0, -200), { widthMeters: 7, name: 'Đường Lớn' });
  const narrow = aRoad(at(100, 200), at(100, -200), { widthMeters: 4, name: 'Đường Nhỏ' });
  const line = { type: 'LineString' as const, coordinates: [at(100, 0), at(50, 2), at(0, 0)] };
  const world = aWorld(narrow, wide);

  it('starts at the wider road while it has no name', () => {
    for (const drawn of [line, reverseLine(line)]) {
      const way = { class: 'lane' as const, parentRoadId: null, line: drawn };
      expect(orientRoadLine(world, way).coordinates[0]).toEqual(at(0, 0));
      expect(suggestParent(world, drawn, 'lane')).toBe(wide.id);
    }
  });

  it('starts at the narrower road when it bears its name', () => {
    const named = { class: 'lane' as const, parentRoadId: null, line: reverseLine(line), name: 'Ngõ 22 - Nhỏ' };
    expect(orientRoadLine(world, named).coordinates[0]).toEqual(at(100, 0));
    const given = { class: 'lane' as const, parentRoadId: narrow.id, line: reverseLine(line) };
    expect(orientRoadLine(world, given).coordinates[0]).toEqual(at(100, 0));
  });
});

describe('RULES §12.8: alleys (§1.3)', () => {
  const road = roadD();
  const other = aRoad(at(80, -200), at(200, -100), { name: 'Đường Khác' });
  const eastLane = lane(road, 0, 'east');

  it('should be a lane when its other end opens to a road: the class is proposed, and a warning given', () => {
    const alley = aRoad(at(80, 0), at(80, -198), { class: 'alley', parentRoadId: eastLane.id, widthMeters: 2 });
    const world = aWorld(road, other, eastLane, alley);
    expect(suggestClass(world, alley.line, alley.id)).toBe('lane');
    expect(codesOf(planNumbering(world, null, editId))).toContain('alley-opens-to-road');
  });

  it('becomes a lane of that road by the change proposed with the warning', () => {
    const alley = aRoad(at(80, 0), at(80, -198), { class: 'alley', parentRoadId: eastLane.id, widthMeters: 2 });
    const world = aWorld(road, other, eastLane, alley);
    const proposed = planNumbering(world, null, editId).warnings.flatMap((one) => reclassification(world, one) ?? []);
    expect(proposed).toEqual([{ id: alley.id, changes: { class: 'lane', parentRoadId: other.id } }]);
    const change = run(world, anEdit(world, 'road.update', proposed[0]!, [alley.id]));
    if (isRefusal(change)) throw new Error(change.code);
    const after = applyChange(world, change);
    expect(codesOf(planNumbering(after, null, editId))).not.toContain('alley-opens-to-road');
  });

  it('stays an alley when it only opens to a lane', () => {
    const alley = aRoad(at(80, 0), at(80, -100), { class: 'alley', parentRoadId: eastLane.id, widthMeters: 2 });
    const world = aWorld(road, other, eastLane, alley);
    expect(suggestClass(world, alley.line, alley.id)).toBe('alley');
    expect(codesOf(planNumbering(world, null, editId))).not.toContain('alley-opens-to-road');
  });
});

describe('RULES §12.9: two lane mouths with no house between (§1.5, silent point ii)', () => {
  const road = roadD();
  const east = [150, 100, -50].map(eastHouse);
  const lanes = [60, 20].map((north) => lane(road, north, 'east'));
  const world = aWorld(road, ...east, ...lanes);
  const plan = planNumbering(world, null, editId);

  it('keeps a number free so that the second lane bears the next one, with a warning', () => {
    expect(lanes.map(({ id }) => plan.roads.find(({ roadId }) => roadId === id)?.newNumberName)).toEqual(['3', '5']);
    expect(numbersOf(plan, east)).toEqual(['1', '3', '7']);
    expect(codesOf(plan)).toContain('lane-mouths-without-house-between');
  });

  it('never gives two lanes of a road one name, even before the first house', () => {
    const early = [190, 180, 170].map((north) => lane(road, north, 'east'));
    const found = planNumbering(aWorld(road, ...east, ...lanes, ...early), null, editId);
    const names = [...early, ...lanes].map(({ id }) => found.roads.find(({ roadId }) => roadId === id)?.newNumberName);
    expect(new Set(names).size).toBe(5);
    expect(names[0]).toBe('1');
  });

  it('keeps the lane names under issued addresses when the road is numbered again', () => {
    const inside = aHouse(at(60, 26));
    const first = aWorld(road, ...east, ...lanes, inside);
    const done = applyChange(first, planNumbering(first, null, editId).change);
    const official = [...done.address.values()].map((address) => ({
      ...address,
      state: address.houseId === inside.id ? ('issued' as const) : address.state,
    }));
    const newcomers = [180, 130].map(eastHouse);
    const later = applyChange(done, { created: newcomers, updated: official.map((a) => [a, a] as const), deleted: [] });
    const plan2 = planNumbering(later, null, idOf(0x998));
    expect(plan2.rows.find(({ houseId }) => houseId === inside.id)).toMatchObject({
      newFull: '5/1',
      state: 'kept-issued',
    });
    expect(plan2.warnings.map(({ code }) => code)).toContain('lane-name-kept');
  });
});

describe('what the text leaves open about lanes gives a warning each (RULES §1.5, silent points i–iv)', () => {
  it('iv: the mouth of a lane opposite the end of a road', () => {
    const road = roadD();
    const onward = aRoad(at(0, -200), at(100, -260), { class: 'lane', parentRoadId: road.id, widthMeters: 3 });
    expect(codesOf(planNumbering(aWorld(road, onward), null, editId))).toContain('lane-mouth-at-road-end');
  });
});

describe('numbering part of a village', () => {
  const road = roadD();
  const other = aRoad(at(300, 200), at(300, -200), { name: 'Đường E' });
  const eastLane = lane(road, 0, 'east');
  const east = [150, 100].map(eastHouse);
  const inside = aHouse(at(40, 6));
  const elsewhere = aHouse(at(308, 0));
  const world = aWorld(road, other, eastLane, ...east, inside, elsewhere);

  it('touches only the houses of the road asked for, and names its lanes', () => {
    const plan = planNumbering(world, [road.id], editId);
    expect(plan.rows.map(({ houseId }) => houseId)).toEqual(east.map(({ id }) => id));
    expect(plan.roads.find(({ roadId }) => roadId === eastLane.id)).toMatchObject({ newNumberName: '3' });
  });

  it('names a lane after the house that stands before it although its road is not numbered now', () => {
    const done = applyChange(world, planNumbering(world, [road.id], editId).change);
    const plan = planNumbering(done, [eastLane.id], idOf(0x998));
    expect(plan.rows).toMatchObject([{ houseId: inside.id, newFull: '3/1', state: 'new' }]);
    expect(plan.change.updated).toEqual([]);
  });

  it('has nothing more to do after it was applied', () => {
    for (const roadIds of [null, [road.id], [eastLane.id, other.id]]) {
      const done = applyChange(world, planNumbering(world, roadIds, editId).change);
      const again = planNumbering(done, roadIds, idOf(0x998));
      expect(again.change).toEqual({ created: [], updated: [], deleted: [] });
    }
  });
});

describe('the plan as data', () => {
  const road = roadD();
  const houses = [150, 100, 50].map(eastHouse);
  const world = aWorld(road, ...houses);

  it('has a digest that does not depend on the edit, but on what it would do', () => {
    const digest = planNumbering(world, null, editId).digest;
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(planNumbering(world, null, idOf(0x777)).digest).toBe(digest);
    expect(planNumbering(aWorld(road, ...houses.slice(1)), null, editId).digest).not.toBe(digest);
  });

  it('gives 12-digit codes where two entrances share the 11-digit cell, 11 digits elsewhere', () => {
    const twin = aHouse([houses[0]!.entrance[0] + 1e-5, houses[0]!.entrance[1] - 1e-5]);
    const lengths = planNumbering(aWorld(road, ...houses, twin), null, editId).rows.map(
      ({ plusCode }) => plusCode.length,
    );
    const shared = lengths.filter((length) => length === 13).length;
    // The two lie 1.5 m apart: in one cell or in neighbouring ones, but never under one code.
    expect([0, 2]).toContain(shared);
    const close = aHouse([houses[0]!.entrance[0], houses[0]!.entrance[1] + 1e-6]);
    const codes = planNumbering(aWorld(road, ...houses, close), null, editId).rows.map(({ plusCode }) => plusCode);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('leaves out a house whose entrance is that of another, and says so', () => {
    const same = aHouse(houses[0]!.entrance);
    const plan = planNumbering(aWorld(road, ...houses, same), null, editId);
    expect(plan.unplaced).toHaveLength(1);
    expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'entrance-shared' }));
  });

  it('keeps numbers free over a vacant stretch if the village wants it (RULES R4)', () => {
    const far = eastHouse(0);
    const plan = planNumbering(
      withProfile({ reservePlotWidthMeters: 25 }, road, eastHouse(195), eastHouse(150), far),
      null,
      editId,
    );
    expect(numbersOf(plan, [far])).toEqual(['15']);
  });

  it('numbers a one-sided lane 1, 2, 3 if the village wants it (RULES §1.5 silent point iii)', () => {
    const laneA = lane(road, 0, 'east');
    const inside = [30, 60, 90].map((x) => aHouse(at(x, 6)));
    const plan = planNumbering(
      withProfile({ oneSidedLanes: 'continuous' }, road, laneA, ...houses, ...inside),
      null,
      editId,
    );
    expect(numbersOf(plan, inside)).toEqual(['1', '2', '3']);
    expect(codesOf(plan)).toContain('lane-one-sided');
    expect(numbersOf(planNumbering(aWorld(road, laneA, ...houses, ...inside), null, editId), inside)).toEqual([
      '1',
      '3',
      '5',
    ]);
  });
});
