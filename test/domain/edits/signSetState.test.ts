/** What became of signs: step by step, many at once, undone at once. */
import { describe, expect, it } from 'vitest';
import { nextStates } from '../../../domain/edits/signSetState.ts';
import type { InputOf } from '../../../domain/edits/registry.ts';
import type { Sign, SignState } from '../../../domain/records/sign.ts';
import { aHouse, anAddress, aRoad, aSign, at, aWorld, newId } from '../builders.ts';
import { contentOf, done, refused, undone } from './doing.ts';

const states = Object.keys(nextStates) as readonly SignState[];
const sign = (fields: Partial<Sign> = {}) => aSign(at(0, 5), fields);
type State = InputOf<'sign.setState'>;
const to = (state: SignState, of: readonly Sign[], more: Partial<State> = {}): State => ({
  ...{ ids: of.map(({ id }) => id), state, stateDay: '2026-11-20', stateNote: null, dueDay: null, photoId: null },
  ...more,
});

describe('the state of a sign', () => {
  it('has its day, note, due day and picture', () => {
    const planned = sign();
    const photoId = newId();
    const more = { stateNote: '  cột số 7  ', dueDay: '2026-12-31', photoId };
    const result = done(aWorld(planned), 'sign.setState', to('ordered', [planned], more));
    expect(result.world.sign.get(planned.id)).toMatchObject({
      ...{ state: 'ordered', stateDay: '2026-11-20', stateNote: 'cột số 7', dueDay: '2026-12-31', photoId },
      version: 2,
      faces: planned.faces,
    });
    expect(contentOf(undone(result))).toEqual(contentOf(aWorld(planned)));
  });

  it('goes only where it can come to from where it is', () => {
    for (const from of states) {
      for (const next of states) {
        if (from === next) continue;
        const one = sign({ state: from });
        const world = aWorld(one);
        const input = to(next, [one]);
        if (nextStates[from].includes(next)) {
          expect(done(world, 'sign.setState', input).world.sign.get(one.id)?.state).toBe(next);
        } else {
          const { code, params } = refused(world, 'sign.setState', input);
          expect([code, params]).toEqual(['sign-state-not-next', { from, to: next }]);
        }
      }
    }
  });

  it('a sign that hangs cannot be planned again; one that was taken down can', () => {
    expect(nextStates.installed).not.toContain('planned');
    expect(nextStates.removed).toContain('planned');
    // What is gone is not damaged: it cannot be seen.
    expect(nextStates.missing).not.toContain('damaged');
    for (const from of states) expect(nextStates[from].length).toBeGreaterThan(0);
  });

  it('the same state on a later day, as a look at it says; the very same changes nothing', () => {
    const hangs = sign({ state: 'installed', stateDay: '2026-01-01' });
    const result = done(aWorld(hangs), 'sign.setState', to('installed', [hangs]));
    expect(result.world.sign.get(hangs.id)?.stateDay).toBe('2026-11-20');
    expect(refused(result.world, 'sign.setState', to('installed', [hangs])).code).toBe('nothing-changes');
  });

  it('of many at once: all or none, those that cannot are named, those that are so already are left', () => {
    const signs = [sign(), sign({ state: 'ordered' }), sign({ state: 'installed', stateDay: '2026-11-20' })];
    const world = aWorld(...signs);
    const result = done(world, 'sign.setState', to('installed', signs));
    expect(result.change.updated).toHaveLength(2);
    expect([...result.world.sign.values()].map(({ state }) => state)).toEqual(['installed', 'installed', 'installed']);
    expect(contentOf(undone(result))).toEqual(contentOf(world));
    const mixed = refused(world, 'sign.setState', to('ordered', signs));
    expect(mixed).toMatchObject({ code: 'some-refused', recordIds: [signs[2]!.id], params: { count: 1, total: 3 } });
    expect(refused(world, 'sign.setState', to('installed', [sign()]), []).code).toBe('record-missing');
  });

  it('a day that is none is refused', () => {
    const one = sign();
    expect(refused(aWorld(one), 'sign.setState', to('ordered', [one], { stateDay: '2026-02-30' })).code).toBe(
      'date-not-real',
    );
    expect(refused(aWorld(one), 'sign.setState', to('ordered', [one], { dueDay: '2026-11-31' })).code).toBe(
      'date-not-real',
    );
  });

  it('a change by another person in between is not undone over', () => {
    const planned = sign();
    const result = done(aWorld(planned), 'sign.setState', to('ordered', [planned]));
    const later = done(result.world, 'sign.setState', to('installed', [planned])).world;
    expect(() => undone({ ...result, world: later })).toThrow(/revert-changed-since/);
  });
});

describe('states told in the table (records.update)', () => {
  it('have the day of the edit, lose note and picture, keep the due day of what is still to be done', () => {
    const one = sign({ stateNote: 'cũ', dueDay: '2026-12-31', photoId: newId() });
    const input = { recordKind: 'sign', ids: [one.id], changes: { state: 'ordered' } } as const;
    const result = done(aWorld(one), 'records.update', input);
    expect(result.world.sign.get(one.id)).toMatchObject({
      ...{ state: 'ordered', stateDay: '2026-11-23', stateNote: null, dueDay: '2026-12-31', photoId: null },
    });
    expect(contentOf(undone(result))).toEqual(contentOf(aWorld(one)));
    const hung = done(result.world, 'records.update', { ...input, changes: { state: 'installed' } }).world;
    expect(hung.sign.get(one.id)).toMatchObject({ state: 'installed', dueDay: null });
  });
  it('a new due day for many keeps the state of each, its day, note and picture', () => {
    const hung = { stateDay: '2026-10-01', stateNote: 'chờ thợ', photoId: newId() } as const;
    const signs = [sign({ state: 'damaged', ...hung }), sign({ dueDay: '2026-11-01' })];
    const input = { recordKind: 'sign', ids: signs.map(({ id }) => id), changes: { dueDay: '2026-12-24' } } as const;
    const result = done(aWorld(...signs), 'records.update', input);
    expect([...result.world.sign.values()]).toEqual(
      signs.map((before) => ({ ...before, version: 2, dueDay: '2026-12-24' })),
    );
    expect(contentOf(undone(result))).toEqual(contentOf(aWorld(...signs)));
    expect(refused(result.world, 'records.update', input).code).toBe('nothing-changes');
    const never = { ...input, changes: { dueDay: '2026-02-30' } };
    expect(refused(aWorld(...signs), 'records.update', never).code).toBe('date-not-real');
  });
  it('follow the same rules, for each', () => {
    const [hangs, planned] = [sign({ state: 'installed' }), sign()];
    const world = aWorld(hangs, planned);
    const input = { recordKind: 'sign', ids: [hangs.id, planned.id], changes: { state: 'ordered' } } as const;
    expect(refused(world, 'records.update', input)).toMatchObject({ code: 'some-refused', recordIds: [hangs.id] });
  });
});

describe('house plates (RULES §1.8, §12.11)', () => {
  const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
  const house = aHouse(at(0, 8));
  const retired = anAddress(house, road, { number: '7', state: 'retired', retiredOn: '2026-01-01' });
  const now = anAddress(house, road, { number: '9', state: 'issued', issuedOn: '2026-01-01' });
  const plate = (face: string, fields: Partial<Sign> = {}) =>
    aSign(at(1, 8), { signKind: 'house-plate', post: 'wall', houseId: house.id, faces: [face], ...fields });
  const base = [road, house, now, retired];

  it('two in use on one house are refused, by whatever edit', () => {
    const hangs = plate('9', { state: 'installed' });
    const world = aWorld(...base, hangs);
    const { kind: _kind, version: _version, ...second } = plate('9');
    const named = { code: 'plate-second', recordIds: [house.id, hangs.id, second.id] };
    expect(refused(world, 'sign.add', second)).toMatchObject(named);
    expect(refused(world, 'sign.addMany', { signs: [second] })).toMatchObject(named);
    const lonely = plate('9', { houseId: null });
    const withLonely = aWorld(...base, hangs, lonely);
    const tied = { id: lonely.id, changes: { houseId: house.id } };
    expect(refused(withLonely, 'sign.update', tied).code).toBe('plate-second');
    // Neither comes back by a change of state.
    const removed = plate('9', { state: 'removed' });
    const both = aWorld(...base, hangs, removed);
    expect(refused(both, 'sign.setState', to('installed', [removed])).code).toBe('plate-second');
  });

  it('two new ones for one house in one edit are refused', () => {
    const signs = [plate('9'), plate('9')].map(({ kind: _kind, version: _version, ...fields }) => fields);
    expect(refused(aWorld(...base), 'sign.addMany', { signs }).code).toBe('plate-second');
  });

  it('beside one taken down, one that says the number withdrawn, and signs of other kinds there may be one', () => {
    const { kind: _kind, version: _version, ...fresh } = plate('9');
    for (const other of [
      plate('9', { state: 'removed' }),
      plate('7', { state: 'installed' }),
      plate('9', { signKind: 'road-name' }),
    ]) {
      const result = done(aWorld(...base, other), 'sign.add', fresh);
      expect(contentOf(undone(result))).toEqual(contentOf(aWorld(...base, other)));
    }
  });

  it('one for a number withdrawn cannot be put up, nor added as put up; it may be taken down', () => {
    for (const state of ['planned', 'ordered', 'removed', 'missing'] as const) {
      const old = plate('7', { state });
      const refusal = refused(aWorld(...base, old), 'sign.setState', to('installed', [old]));
      expect(refusal).toMatchObject({ code: 'plate-of-retired-address', params: { number: '7' } });
    }
    const { kind: _kind, version: _version, ...asHanging } = plate('7', { state: 'installed' });
    expect(refused(aWorld(...base), 'sign.add', asHanging).code).toBe('plate-of-retired-address');
    const hangs = plate('7', { state: 'installed' });
    expect(done(aWorld(...base, hangs), 'sign.setState', to('removed', [hangs])).world.sign.get(hangs.id)?.state).toBe(
      'removed',
    );
    // Still there on a later look.
    expect(done(aWorld(...base, hangs), 'sign.setState', to('installed', [hangs])).change.updated).toHaveLength(1);
  });

  it('a number that was withdrawn and given back is no number withdrawn', () => {
    const again = anAddress(house, road, { number: '7', state: 'issued', issuedOn: '2026-02-01' });
    const planned = plate('7');
    const world = aWorld(road, house, retired, again, planned);
    expect(done(world, 'sign.setState', to('installed', [planned])).world.sign.get(planned.id)?.state).toBe(
      'installed',
    );
  });

  it('the number is that of the lane too, and the one it was read as when it was withdrawn', () => {
    const lane = aRoad(at(0, 0), at(0, 80), { class: 'lane', parentRoadId: road.id, numberName: '5' });
    const was = anAddress(house, lane, { number: '4', state: 'retired', retiredOn: '2026-01-01', retiredAs: '5/4' });
    const old = plate('5/4');
    expect(refused(aWorld(road, lane, house, now, was, old), 'sign.setState', to('installed', [old])).code).toBe(
      'plate-of-retired-address',
    );
  });
});
