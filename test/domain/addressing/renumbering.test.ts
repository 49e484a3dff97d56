/** Renumbering issued addresses under a decision (RULES §1.2, §12.10): the old → new table, and what it leaves alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullNumber, waysTo } from '../../../domain/addressing/fullNumber.ts';
import { planNumbering, type NumberingPlan } from '../../../domain/addressing/numberingPlan.ts';
import { readingOf } from '../../../domain/addressing/reading.ts';
import { renumberingDecisions, renumberingRows } from '../../../domain/formats/renumberingTable.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import type { Address } from '../../../domain/records/address.ts';
import { isEmptyChange, type Change } from '../../../domain/records/change.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { House } from '../../../domain/records/house.ts';
import { applyChange, recordsOf, type World } from '../../../domain/records/world.ts';
import { aHouse, anEdit, aRoad, at, aWorld, idOf } from '../builders.ts';
import { profileIds, randomVillageUnder } from './randomVillage.ts';

const firstDecision = { id: idOf(0xd1), number: '1/QĐ-UBND', date: '2024-01-05', signatory: 'Chủ tịch', scope: 'Cấp' };
const decision = {
  id: idOf(0xd2),
  number: '2/QĐ-UBND',
  date: '2026-11-20',
  signatory: 'Chủ tịch',
  scope: 'Đánh số lại',
};
const under = { decisionId: decision.id, date: decision.date };
/** The day of `anEdit`. */
const on = '2026-11-23';

function done<K extends EditKind>(world: World, kind: K, input: InputOf<K>, targets: readonly Id[] = []): Change {
  const change = run(world, anEdit(world, kind, input, targets));
  if (isRefusal(change)) throw new Error(`${kind} refused: ${change.code} ${JSON.stringify(change.params)}`);
  return change;
}

const numbered = (world: World): World => {
  const { digest, change } = planNumbering(world, null, idOf(1), { on });
  return isEmptyChange(change) ? world : applyChange(world, done(world, 'numbering.apply', { roadIds: null, digest }));
};

/** Drafts become official; all of them, or those of some houses. */
const issuedOf = (world: World, houses?: readonly House[]): World => {
  const ids = [...world.address.values()]
    .filter(({ state, houseId }) => state === 'draft' && (!houses || houses.some(({ id }) => id === houseId)))
    .map(({ id }) => id);
  if (ids.length === 0) return world;
  return applyChange(world, done(world, 'address.issue', { addressIds: ids, decision: firstDecision }, ids));
};

const planRenumbering = (world: World, roadIds: readonly Id[] | null = null): NumberingPlan =>
  planNumbering(world, roadIds, idOf(2), { on, under });

const renumber = (world: World, roadIds: readonly Id[] | null = null): Change =>
  done(world, 'numbering.renumber', { roadIds, decision, digest: planRenumbering(world, roadIds).digest });

const add = (world: World, ...houses: readonly House[]): World =>
  applyChange(world, { created: houses, updated: [], deleted: [] });

const issued = (world: World): Address[] => [...world.address.values()].filter(({ state }) => state === 'issued');
const issuedTo = (world: World, house: House) => issued(world).find(({ houseId }) => houseId === house.id);
const readings = (world: World, houses: readonly House[]) =>
  houses.map((house) => {
    const address = issuedTo(world, house);
    return address ? fullNumber(world, address) : null;
  });

describe('RULES §12.10: renumbering 5 → 7 renames ngõ 5 and every address under it', () => {
  const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường D', widthMeters: 6 });
  const east = [150, 100, 50, -50].map((north) => aHouse(at(8, north)));
  const west = [150, 100].map((north) => aHouse(at(-8, north)));
  const lane = aRoad(at(0, 0), at(150, 0), { class: 'lane', parentRoadId: road.id, widthMeters: 3 });
  const alley = aRoad(at(80, 0), at(80, -100), { class: 'alley', parentRoadId: lane.id, widthMeters: 2 });
  const inLane = [aHouse(at(30, 6)), aHouse(at(40, -6)), aHouse(at(60, 6)), aHouse(at(70, -6))];
  const inAlley = [aHouse(at(84, -30)), aHouse(at(76, -50))];
  const village = aWorld(road, lane, alley, ...east, ...west, ...inLane, ...inAlley);
  const before = issuedOf(numbered(village));
  // A house nobody had drawn, first on the left: every odd number moves by two.
  const newcomer = aHouse(at(8, 180));
  const world = add(before, newcomer);
  const plan = planRenumbering(world, [road.id]);
  const change = renumber(world, [road.id]);
  const after = applyChange(world, change);

  it('shows every address that changes as old → new, through all levels, before anything is written', () => {
    expect(readings(before, [...east, ...inLane, ...inAlley])).toEqual([
      '1',
      '3',
      '5',
      '7',
      '5/1',
      '5/2',
      '5/3',
      '5/4',
      '5/4/1',
      '5/4/2',
    ]);
    const table = plan.rows.filter(({ state }) => state === 'reissued').map((row) => `${row.oldFull} → ${row.newFull}`);
    expect(table).toEqual([
      ...['1 → 3', '3 → 5', '5 → 7', '5/1 → 7/1', '5/2 → 7/2', '5/3 → 7/3', '5/4 → 7/4'],
      ...['5/4/1 → 7/4/1', '5/4/2 → 7/4/2', '7 → 9'],
    ]);
    expect(plan.roads).toContainEqual(
      expect.objectContaining({ roadId: lane.id, oldNumberName: '5', newNumberName: '7' }),
    );
    expect(issued(world)).toEqual(issued(before));
  });

  it('has as many rows as addresses that change: one retired and one issued for each', () => {
    const rows = plan.rows.filter(({ state }) => state === 'reissued');
    const retired = change.updated.filter(([item]) => item.kind === 'address');
    const made = change.created.filter((item) => item.kind === 'address' && item.state === 'issued');
    expect([retired.length, made.length]).toEqual([rows.length, rows.length]);
    expect(readings(after, [...east, ...inLane, ...inAlley])).toEqual([
      '3',
      '5',
      '7',
      '9',
      '7/1',
      '7/2',
      '7/3',
      '7/4',
      '7/4/1',
      '7/4/2',
    ]);
  });

  it('retires the old under the decision, findable as it read, with entrance and code passed on', () => {
    const old = [...after.address.values()].filter(({ state }) => state === 'retired');
    expect(old.map((address) => readingOf(after, address)).sort()).toEqual(
      plan.rows
        .filter(({ state }) => state === 'reissued')
        .map(({ oldFull }) => oldFull)
        .sort(),
    );
    for (const address of old) {
      expect(address).toMatchObject({ retiredDecisionId: decision.id, retiredOn: decision.date });
      const now = issued(after).find(({ houseId }) => houseId === address.houseId)!;
      expect(now).toMatchObject({ decisionId: decision.id, issuedOn: decision.date, plusCode: address.plusCode });
      expect(now.entrance).toEqual(address.entrance);
    }
  });

  it('gives a file of old and new numbers with the same row count, which still holds when lanes change again', () => {
    const { id, number } = decision;
    expect(renumberingDecisions(after).map((found) => found.id)).toEqual([id]);
    const rows = renumberingRows(after, { id, number });
    expect(rows).toHaveLength(plan.rows.filter(({ state }) => state === 'reissued').length);
    const pairs = (world: World) =>
      renumberingRows(world, { id, number }).map(([, old, now, way]) => `${old} → ${now} ${way}`);
    expect(pairs(after)).toContain('5/4/2 → 7/4/2 Đường D');
    expect(rows[0]!.slice(1, 5)).toEqual(['1', '3', 'Đường D', 'Số 3, đường D, thôn Thử, xã Tống Sơn']);
    const third = { id: idOf(0xd3), number: '3/QĐ-UBND', date: '2026-11-22', signatory: 'Chủ tịch', scope: 'Lại' };
    const again = add(after, aHouse(at(8, 190)));
    const { digest } = planNumbering(again, null, idOf(5), { on, under: { decisionId: third.id, date: third.date } });
    const later = applyChange(again, done(again, 'numbering.renumber', { roadIds: null, decision: third, digest }));
    expect(pairs(later)).toEqual(pairs(after));
    expect(renumberingDecisions(later).map((found) => found.id)).toEqual([third.id, id]);
  });

  it('leaves the record of an address that reads as before, and the newcomer a draft', () => {
    for (const house of west) expect(issuedTo(after, house)).toBe(issuedTo(world, house));
    const draft = [...after.address.values()].find(({ houseId }) => houseId === newcomer.id);
    expect(draft).toMatchObject({ number: '1', state: 'draft' });
  });

  it('refuses another plan than the one shown, and one that changes nothing issued', () => {
    const { digest } = plan;
    const later = add(world, aHouse(at(8, 190)));
    const edit = (input: { roadIds: readonly Id[] | null; digest: string }) =>
      anEdit(later, 'numbering.renumber', { ...input, decision });
    expect(run(later, edit({ roadIds: [road.id], digest }))).toMatchObject({ code: 'preview-outdated' });
    expect(run(later, edit({ roadIds: null, digest }))).toMatchObject({ code: 'preview-outdated' });
    const same = planRenumbering(after);
    const again = anEdit(after, 'numbering.renumber', { roadIds: null, decision, digest: same.digest });
    expect(run(after, again)).toMatchObject({ code: 'renumbering-touches-nothing-issued' });
    // A plan for drafts only is not a renumbering, even of the same village.
    const plain = planNumbering(world, [road.id], idOf(2), { on });
    expect(
      run(world, anEdit(world, 'numbering.renumber', { roadIds: [road.id], decision, digest: plain.digest })),
    ).toMatchObject({ code: 'preview-outdated' });
  });

  it('is the only edit that does: plain numbering leaves every issued address as it is', () => {
    const plain = planNumbering(world, [road.id], idOf(2), { on });
    expect(plain.rows.find(({ houseId }) => houseId === newcomer.id)).toMatchObject({ newNumber: '1A' });
    expect(issued(applyChange(world, plain.change))).toEqual(issued(world));
  });

  it('reissues nothing on a way without a name', () => {
    const nameless = { ...road, name: null };
    const unnamed: World = { ...world, road: new Map([...world.road, [road.id, nameless]]) };
    const { digest } = planRenumbering(unnamed);
    expect(run(unnamed, anEdit(unnamed, 'numbering.renumber', { roadIds: null, decision, digest }))).toMatchObject({
      code: 'road-unnamed',
      recordIds: [road.id],
    });
  });
});

describe('a demolished house (issue: stability)', () => {
  const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường D' });
  const houses = [150, 100, 50].map((north) => aHouse(at(8, north)));
  const gone = houses[1]!;
  const village = issuedOf(numbered(aWorld(road, ...houses)));
  const fallen = applyChange(
    village,
    done(village, 'house.update', { id: gone.id, changes: { state: 'demolished' } }, [gone.id]),
  );
  const plan = planRenumbering(fallen);
  const after = applyChange(fallen, renumber(fallen));

  it('loses its address in a renumbering, which gives its number to nobody', () => {
    expect(plan.withdrawn).toMatchObject([{ houseId: gone.id, oldFull: '3' }]);
    expect(readings(after, houses)).toEqual(['1', null, '5']);
    expect(renumberingRows(after, decision).map((row) => [row[1], row[2], row[8]])).toEqual([
      ['3', null, 'Thu hồi, không cấp số mới'],
    ]);
  });

  it('has its number given again only after the years the village has set', () => {
    const between = aHouse(at(8, 90));
    const later = add(after, between);
    const numberOn = (day: string) =>
      planNumbering(later, null, idOf(3), { on: day }).rows.find(({ houseId }) => houseId === between.id)?.newNumber;
    expect(numberOn('2026-11-23')).toBe('1A');
    expect(numberOn('2031-11-19')).toBe('1A');
    expect(numberOn('2031-11-20')).toBe('3');
    const twin = planNumbering(later, null, idOf(3));
    expect(twin.rows.find(({ houseId }) => houseId === between.id)?.newNumber).toBe('1A');
  });

  it('withdrawn by itself rests just the same', () => {
    const address = issuedTo(village, gone)!;
    const input = { addressIds: [address.id], decision, reason: 'Nhà đã phá dỡ' };
    const withdrawn = applyChange(fallen, done(fallen, 'address.retire', input, [address.id]));
    expect(withdrawn.address.get(address.id)).toMatchObject({ state: 'retired', retiredAs: '3' });
    const between = aHouse(at(8, 90));
    const digest = (day: string) =>
      planNumbering(add(withdrawn, between), null, idOf(3), { on: day }).rows.at(-2)?.newNumber;
    expect([digest('2026-11-21'), digest('2032-01-01')]).toEqual(['1A', '3']);
  });
});

const newcomers = fc.array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 })), {
  minLength: 1,
  maxLength: 6,
});
const bits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

/** Without versions: undo raises them and changes nothing else. */
const contentOf = (world: World) =>
  recordsOf(world)
    .map(({ version: _version, ...content }) => content)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** fast-check prints the seed and the smallest failing village; failing seeds are pinned as `examples` or `seed`. */
describe.each(profileIds)('renumbering a random village under %s', (profileId) => {
  const runs = { numRuns: 60 };
  const villages = randomVillageUnder(profileId);
  const official = (world: World, houses: readonly House[], chosen: readonly boolean[]) => {
    const ids = new Set([...numbered(world).address.values()].filter((_, i) => chosen[i % 8]).map((a) => a.houseId));
    return issuedOf(
      nameEverything(numbered(world)),
      houses.filter(({ id }) => ids.has(id)),
    );
  };

  it('changes nothing where nothing has changed', () => {
    fc.assert(
      fc.property(villages, bits, ({ world, houses }, chosen) => {
        expect(planRenumbering(official(world, houses, chosen)).change).toEqual({
          created: [],
          updated: [],
          deleted: [],
        });
      }),
      runs,
    );
  });

  it('gives issued addresses the numbers of a village numbered for the first time, and then has nothing more to do', () => {
    fc.assert(
      fc.property(villages, bits, newcomers, ({ world, houses }, chosen, added) => {
        const fresh = added.map(([x, y], index) => aHouse(at(x, y), { id: idOf(0x300000 + index) }));
        const some = add(official(world, houses, chosen), ...fresh);
        // A code that was issued stays beside a newcomer at the very same door; numbered together one gets none.
        const first = planNumbering({ ...some, address: new Map() }, null, idOf(1), { on });
        fc.pre(!first.warnings.some(({ code }) => code === 'entrance-shared'));
        const plan = planRenumbering(some);
        const reissued = plan.rows.filter(({ state }) => state === 'reissued').length;
        const after = reissued === 0 ? applyChange(some, plan.change) : applyChange(some, renumber(some));
        const blank = numbered({ ...some, address: new Map() });
        const given = (world: World) =>
          new Map(
            [...world.address.values()]
              .filter(({ state }) => state !== 'retired')
              .map((address) => [address.houseId, fullNumber(world, address)]),
          );
        expect(given(after)).toEqual(given(blank));
        expect([...after.address.values()].filter(({ state }) => state === 'retired')).toHaveLength(reissued);
        for (const address of issued(some)) {
          const now = after.address.get(address.id)!;
          if (fullNumber(after, address) === fullNumber(some, address) && now.state === 'issued')
            expect(now).toBe(address);
        }
        expect(planRenumbering(after).change).toEqual({ created: [], updated: [], deleted: [] });
        expect(planNumbering(after, null, idOf(9), { on }).change).toEqual({ created: [], updated: [], deleted: [] });
      }),
      runs,
    );
  });

  it('of one road leaves every issued address that is neither on it nor below it', () => {
    fc.assert(
      fc.property(villages, newcomers, fc.nat(9), ({ world, houses }, added, pick) => {
        const fresh = added.map(([x, y], index) => aHouse(at(x, y), { id: idOf(0x300000 + index) }));
        const some = add(official(world, houses, [true]), ...fresh);
        const road = [...some.road.values()][pick % some.road.size]!;
        const plan = planRenumbering(some, [road.id]);
        const reissued = plan.rows.filter(({ state }) => state === 'reissued').map(({ houseId }) => houseId);
        const after = applyChange(some, reissued.length > 0 ? renumber(some, [road.id]) : plan.change);
        for (const address of issued(some)) {
          const isBelow = waysTo(some, some.road.get(address.roadId)!).some(({ id }) => id === road.id);
          if (!isBelow) expect(after.address.get(address.id)).toBe(address);
          expect(after.address.get(address.id)!.state === 'retired').toBe(reissued.includes(address.houseId));
        }
      }),
      runs,
    );
  });

  it('taken back gives the village as it was', () => {
    fc.assert(
      fc.property(villages, newcomers, bits, ({ world, houses }, added, fallen) => {
        const fresh = added.map(([x, y], index) => aHouse(at(x, y), { id: idOf(0x300000 + index) }));
        const gone = houses.filter((_, index) => fallen[index % 8]! && index % 3 === 0);
        const some = applyChange(issuedOf(nameEverything(numbered(world))), {
          created: fresh,
          updated: gone.map((house) => [house, { ...house, state: 'demolished' as const }] as const),
          deleted: [],
        });
        const plan = planRenumbering(some);
        fc.pre(plan.withdrawn.length + plan.rows.filter(({ state }) => state === 'reissued').length > 0);
        const edit = anEdit(some, 'numbering.renumber', { roadIds: null, decision, digest: plan.digest });
        const change = run(some, edit);
        if (isRefusal(change)) throw new Error(change.code);
        const after = applyChange(some, change);
        const back = run(after, anEdit(after, 'change.revert', { editId: edit.id }), {
          changeOf: () => ({ kind: edit.kind, change }),
        });
        if (isRefusal(back)) throw new Error(back.code);
        expect(contentOf(applyChange(after, back))).toEqual(contentOf(some));
      }),
      runs,
    );
  });
});

/** Under the profile without lane numbers each lane has a name of its own, so that its houses can be issued. */
function nameEverything(world: World): World {
  const named = [...world.road.values()].map((road, index) =>
    road.class !== 'road' && isOwn(world) && waysTo(world, road)[0]!.name !== null
      ? { ...road, name: `Ngõ Riêng ${index}` }
      : road,
  );
  return numbered({ ...world, road: new Map(named.map((road) => [road.id, road])) });
}

const isOwn = (world: World): boolean => [...world.village.values()][0]!.numberingProfile.laneNames === 'own';
