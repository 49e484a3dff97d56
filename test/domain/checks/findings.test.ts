import { describe, expect, it } from 'vitest';
import { checks } from '../../../domain/checks/checks.ts';
import { advanceCheck, allFindings, checkCount, checkVillage, type Finding } from '../../../domain/checks/findings.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import type { Change } from '../../../domain/records/change.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { aHouse, anEdit, aRoad, at, aWorld, authorId, newId } from '../builders.ts';
import { addressOn, inWorld, row } from './finding.ts';

const road = aRoad(at(200, 0), at(0, 0), { name: 'Đường Làng' });
const wrong = aHouse(at(150, -8));
const draft = addressOn(wrong, road, '2');
const right = aHouse(at(120, -8));
const rightDraft = addressOn(right, road, '3');
const world = aWorld(road, wrong, draft, right, rightDraft);

function perform<K extends EditKind>(before: World, kind: K, input: InputOf<K>, basis: readonly string[] = []): World {
  const change = run(before, anEdit(before, kind, input, basis));
  if (isRefusal(change)) throw new Error(JSON.stringify(change));
  return applyChange(before, change);
}
/** A fix is asked for later, so it is another function each time. */
const withoutFixes = (findings: readonly Finding[]) => findings.map(({ fix, ...rest }) => [rest, fix !== undefined]);

const accepting = (of: World) => {
  const [finding] = inWorld(of, 'parity-wrong-side');
  const { checkId, recordIds, facts } = finding!;
  return { id: newId(), checkId, recordIds, facts, reason: 'Đã thống nhất ở thôn' };
};
const decision = { id: newId(), number: '12/QĐ-UBND', date: '2026-11-20', signatory: 'Nguyễn Văn A', scope: 'Thôn' };
const issue = (of: World, ...addressIds: string[]): Change | { readonly code: string; readonly recordIds?: unknown } =>
  run(of, anEdit(of, 'address.issue', { addressIds, decision }, addressIds));

describe('the checks together', () => {
  it('have ids of their own and the reach of what they read', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  it('give the same findings when only other records have changed, without looking again', () => {
    const before = allFindings(world);
    const after = applyChange(world, { created: [], updated: [], deleted: [] });
    expect(allFindings(after)).toEqual(before);
    expect(allFindings({ ...world, lamp: new Map() })[0]).toBe(before[0]);
  });

  it('find the same piece by piece, however far they have gone when they are asked', () => {
    const anew = (): World => ({ ...world, house: new Map(world.house), road: new Map(world.road) });
    const expected = allFindings(anew());
    expect(expected.length).toBeGreaterThan(0);
    for (const piecesOfEach of [1, 3, Infinity]) {
      const fresh = anew();
      for (let index = 0; index < checkCount; index += 1) {
        let pieces = 0;
        while (pieces < piecesOfEach && !advanceCheck(index, fresh)) pieces += 1;
      }
      expect(withoutFixes(allFindings(fresh))).toEqual(withoutFixes(expected));
    }
  });

  it('go through a large village in pieces, not in one go', () => {
    const houses = Array.from({ length: 200 }, (_, index) => aHouse(at(150, -8 - index / 100)));
    const large = aWorld(road, ...houses);
    const pieces = checks.map((_, index) => {
      let count = 1;
      while (!advanceCheck(index, large)) count += 1;
      return count;
    });
    const of = (id: string): number => pieces[checks.findIndex((check) => check.id === id)]!;
    for (const id of ['house-without-road', 'house-outside', 'name-without-houses']) {
      expect(of(id), id).toBeGreaterThan(200);
    }
    expect(checks.every((_, index) => advanceCheck(index, large))).toBe(true);
  });

  it('see a change on one road and keep what was found on the others', () => {
    const lane = aRoad(at(200, 200), at(0, 200), { name: 'Đường Đồng' });
    const both = aWorld(road, lane, wrong, draft, ...row(lane, [[150, 192, '4']]));
    const [first, second] = inWorld(both, 'parity-wrong-side');
    const moved = new Map(both.address).set(draft.id, { ...draft, number: '1' });
    const after = inWorld({ ...both, address: moved }, 'parity-wrong-side');
    expect([first?.params['number'], second?.params['number']]).toEqual(['2', '4']);
    expect(after.map(({ params }) => params['number'])).toEqual(['4']);
  });
});

describe('an error keeps its house from being issued', () => {
  it('names the house, and no other', () => {
    expect(issue(world, draft.id, rightDraft.id)).toMatchObject({ code: 'errors-stand', recordIds: [wrong.id] });
    expect(isRefusal(issue(world, rightDraft.id) as Change)).toBe(false);
  });

  it('a notice blocks nothing', () => {
    const far = aHouse(at(100, -60));
    const withFar = aWorld(road, far, addressOn(far, road, '5'));
    expect(inWorld(withFar, 'entrance-far')).toHaveLength(1);
    expect(isRefusal(issue(withFar, [...withFar.address.keys()][0]!) as Change)).toBe(false);
  });

  it('two roads that read the same keep the houses on both', () => {
    const twin = aRoad(at(200, 100), at(0, 100), { name: 'Đường Lang' });
    expect(issue(aWorld(road, twin, right, rightDraft), rightDraft.id)).toMatchObject({ code: 'errors-stand' });
  });

  it('accepted with a reason, it may be issued', () => {
    const accepted = perform(world, 'exception.accept', accepting(world), [wrong.id]);
    expect(isRefusal(issue(accepted, draft.id) as Change)).toBe(false);
  });
});

describe('an exception', () => {
  const accepted = perform(world, 'exception.accept', accepting(world), [wrong.id]);

  it('holds its author, time and reason, and takes the finding off the list', () => {
    const [exception] = [...accepted.exception.values()];
    expect(exception).toMatchObject({
      authorId,
      reason: 'Đã thống nhất ở thôn',
      acceptedAt: '2026-11-23T00:00:00.000Z',
    });
    const { open, accepted: held, stale } = checkVillage(accepted);
    expect(open.some(({ checkId }) => checkId === 'parity-wrong-side')).toBe(false);
    expect(held.map(({ exception: one }) => one)).toEqual([exception]);
    expect(stale).toEqual([]);
  });

  it('ends when the records change in what it was about, and only then', () => {
    const named = new Map(accepted.house).set(wrong.id, { ...wrong, name: 'Nhà bà Tư', version: 2 });
    expect(checkVillage({ ...accepted, house: named }).stale).toEqual([]);
    const renumbered = new Map(accepted.address).set(draft.id, { ...draft, number: '4', version: 2 });
    const { open, stale } = checkVillage({ ...accepted, address: renumbered });
    expect(stale).toHaveLength(1);
    expect(open.some(({ checkId }) => checkId === 'parity-wrong-side')).toBe(true);
  });

  it('accepted anew after a change takes the place of the outlived one', () => {
    const changed = { ...accepted, address: new Map(accepted.address).set(draft.id, { ...draft, number: '4' }) };
    const again = perform(changed, 'exception.accept', accepting(changed), [wrong.id]);
    expect(again.exception.size).toBe(1);
    expect(checkVillage(again).stale).toEqual([]);
  });

  it('is refused for what is not found, twice, and with words that could be run', () => {
    const input = accepting(world);
    const refusal = (of: World, given: InputOf<'exception.accept'>) => {
      const result = run(of, anEdit(of, 'exception.accept', given, given.recordIds));
      return isRefusal(result) ? result.code : null;
    };
    expect(refusal(world, { ...input, facts: '0123456789abcdef' })).toBe('finding-gone');
    expect(refusal(world, { ...input, recordIds: [right.id] })).toBe('finding-gone');
    expect(refusal(accepted, input)).toBe('nothing-changes');
    expect(refusal(world, { ...input, reason: '=HYPERLINK(1)' })).toBe('text-formula');
  });

  it('is withdrawn, and its records may be deleted under it', () => {
    const [id] = [...accepted.exception.keys()];
    const back = perform(accepted, 'exception.withdraw', { id: id! }, [id!]);
    expect(inWorld(back, 'parity-wrong-side').length).toBe(1);
    expect(checkVillage(back).open.some(({ checkId }) => checkId === 'parity-wrong-side')).toBe(true);
    const gone = perform(accepted, 'house.delete', { id: wrong.id }, [wrong.id]);
    expect(checkVillage(gone).stale).toHaveLength(1);
  });
});
