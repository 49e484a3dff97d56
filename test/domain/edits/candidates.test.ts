import { describe, expect, it } from 'vitest';
import { criterion6Counts } from '../../../domain/coverage/criterion6.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { editDefinitions } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import { locate } from '../../../domain/geometry/locate.ts';
import { measureLine } from '../../../domain/geometry/measuredLine.ts';
import type { Change } from '../../../domain/records/change.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { applyChange, recordsOf, type World } from '../../../domain/records/world.ts';
import { aHouse, anEdit, aRoad, at, aWorld, newId } from '../builders.ts';

const perform = <K extends EditKind>(world: World, kind: K, input: InputOf<K>) =>
  run(world, anEdit(world, kind, input, editDefinitions[kind].targets(input as never)));

function changed(result: ReturnType<typeof perform>): Change {
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

const square = (x: number, y: number, side = 8) => ({
  type: 'Polygon' as const,
  coordinates: [[at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)]],
});
const outline = (x: number, y: number, side = 8) => ({ id: newId(), footprint: square(x, y, side), confidence: null });

const road = aRoad(at(0, 0), at(200, 0));

describe('candidates', () => {
  const bare = aWorld(road);
  const outlines = [outline(20, 10), outline(40, 10), outline(60, -20)];
  const brought = changed(perform(bare, 'candidates.import', { source: 'mái nhà.csv', outlines }));
  const world = applyChange(bare, brought);

  it('are no houses: they count nowhere', () => {
    expect(world.candidate.size).toBe(3);
    expect(criterion6Counts(world).houses).toBe(0);
  });

  it('come once, however often and in whatever drawing the file comes', () => {
    const again = outlines.map(({ footprint, confidence }) => ({ id: newId(), footprint, confidence }));
    expect(perform(world, 'candidates.import', { source: 'lần hai', outlines: again })).toMatchObject({
      code: 'nothing-changes',
    });
    const shifted = [outline(21.5, 11.5, 7), outline(80, 10)];
    expect(changed(perform(world, 'candidates.import', { source: 'khác', outlines: shifted })).created).toHaveLength(1);
  });

  it('that were rejected do not come back with the file, until somebody thinks again', () => {
    const [first] = outlines;
    const without = applyChange(world, changed(perform(world, 'candidates.reject', { ids: [first!.id] })));
    const input = { source: 'lần hai', outlines: [{ ...first!, id: newId() }] };
    expect(perform(without, 'candidates.import', input)).toMatchObject({ code: 'nothing-changes' });
    const back = applyChange(without, changed(perform(without, 'candidates.reopen', { ids: [first!.id] })));
    expect(back.candidate.get(first!.id)?.state).toBe('open');
  });

  it('accepted become houses with the door in the wall that faces their road', () => {
    const accepted = outlines.map(({ id }) => ({ candidateId: id, houseId: newId() }));
    const change = changed(perform(world, 'candidates.accept', { accepted, use: 'residential' }));
    const after = applyChange(world, change);
    expect(after.candidate.size).toBe(0);
    expect(criterion6Counts(after).houses).toBe(3);
    const line = measureLine(road.line);
    for (const house of after.house.values()) {
      expect(house.entranceOrigin).toBe('assumed');
      const away = locate(line, house.entrance).distanceMeters;
      const corners = house.footprint!.coordinates[0]!.map((corner) => locate(line, corner).distanceMeters);
      expect(away).toBeCloseTo(Math.min(...corners), 1);
    }
  });

  it('accepted over a house known by its door give that house its outline', () => {
    const door = aHouse(at(24, 9));
    const known = applyChange(world, { created: [door], updated: [], deleted: [] });
    const accepted = [{ candidateId: outlines[0]!.id, houseId: newId() }];
    const after = applyChange(known, changed(perform(known, 'candidates.accept', { accepted, use: 'residential' })));
    expect(after.house.size).toBe(1);
    const [house] = after.house.values();
    expect(house).toMatchObject({
      id: door.id,
      entrance: door.entrance,
      entranceOrigin: door.entranceOrigin,
      version: 2,
    });
    expect(house?.footprint).toEqual(outlines[0]!.footprint);
  });

  it('one within a house that stands, or around another candidate, is refused by name', () => {
    const accept = (within: World, ids: readonly string[]) =>
      perform(within, 'candidates.accept', {
        accepted: ids.map((candidateId) => ({ candidateId, houseId: newId() })),
        use: 'residential',
      });
    const hall = aHouse(at(44, 8), { footprint: square(38, 8, 20) });
    const built = applyChange(world, { created: [hall], updated: [], deleted: [] });
    const [first, second] = outlines.map(({ id }) => id) as [string, string];
    expect(accept(built, [first, second])).toMatchObject({
      code: 'house-inside-another',
      recordIds: [second, hall.id],
    });
    expect(isRefusal(accept(built, [first]))).toBe(false);
    const small = { ...world.candidate.get(first)!, id: newId(), footprint: square(21, 11, 2) };
    const nested = applyChange(world, { created: [small], updated: [], deleted: [] });
    expect(accept(nested, [first, small.id])).toMatchObject({
      code: 'house-around-another',
      recordIds: [first, small.id],
    });
  });

  it('one undo takes back what was accepted', () => {
    const accepted = outlines.map(({ id }) => ({ candidateId: id, houseId: newId() }));
    const change = changed(perform(world, 'candidates.accept', { accepted, use: 'residential' }));
    const after = applyChange(world, change);
    const history = { changeOf: () => ({ kind: 'candidates.accept', change }) };
    const undone = run(after, anEdit(after, 'change.revert', { editId: newId() }), history);
    const back = applyChange(after, changed(undone));
    const bareOf = (item: AnyRecord) => ({ ...item, version: 0 });
    expect(recordsOf(back).map(bareOf)).toEqual(recordsOf(world).map(bareOf));
  });

  it('far outside the village are not taken; one gone, given twice or with a used id is refused', () => {
    const far = outline(2_000, 0);
    expect(perform(world, 'candidates.import', { source: 'x', outlines: [far] })).toMatchObject({
      code: 'nothing-changes',
    });
    const { id } = outlines[0]!;
    const twice = {
      accepted: [id, id].map((candidateId) => ({ candidateId, houseId: newId() })),
      use: 'residential' as const,
    };
    expect(perform(world, 'candidates.accept', twice)).toMatchObject({ code: 'record-missing' });
    const same = newId();
    const sameHouse = {
      accepted: [outlines[0]!.id, outlines[1]!.id].map((candidateId) => ({ candidateId, houseId: same })),
      use: 'residential' as const,
    };
    expect(perform(world, 'candidates.accept', sameHouse)).toMatchObject({ code: 'record-exists' });
    expect(perform(world, 'candidates.reject', { ids: [newId()] })).toMatchObject({ code: 'record-missing' });
    expect(perform(world, 'candidates.import', { source: '=1+1', outlines: [outline(100, 10)] })).toMatchObject({
      code: 'text-formula',
    });
  });

  it('a whole village of them is accepted in a moment', () => {
    const many = Array.from({ length: 1000 }, (_, i) => outline((i % 40) * 11, 10 + Math.floor(i / 40) * 12));
    const start = aWorld(road, aRoad(at(0, 150), at(450, 150)));
    const full = applyChange(start, changed(perform(start, 'candidates.import', { source: 'x', outlines: many })));
    const accepted = many.map(({ id }) => ({ candidateId: id, houseId: newId() }));
    const before = process.cpuUsage();
    const change = changed(perform(full, 'candidates.accept', { accepted, use: 'residential' }));
    const { user } = process.cpuUsage(before);
    expect(change.created).toHaveLength(1000);
    expect(user / 1000).toBeLessThan(3_000);
  });
});
