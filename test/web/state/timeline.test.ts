import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal, noHistory } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import {
  addKept,
  addPending,
  receive,
  reloaded,
  restsOn,
  startTimeline,
  takeBack,
} from '../../../web/state/timeline.ts';
import { fetchRules } from '../../../web/state/rules.svelte.ts';
import type { Timeline } from '../../../web/state/timeline.ts';
import type { Entry } from '../../../web/sync/village.ts';
import { aRoad, aWorld, anEdit, at } from '../../domain/builders.ts';

const east = aRoad(at(-100, 0), at(100, 0));
const north = aRoad(at(0, 50), at(0, 300));
const start = aWorld(east, north);

beforeAll(fetchRules);

/** The server's answer to an edit made in `world`. */
function entryOf<K extends EditKind>(sequence: number, world: World, kind: K, input: InputOf<K>) {
  const edit = anEdit(world, kind, input, [east.id, north.id]);
  const change = run(world, edit);
  if (isRefusal(change)) throw new Error(change.code);
  const author = { id: edit.author, displayName: 'Người thử' };
  const entry: Entry = { sequence, editId: edit.id, kind, author, at: edit.at, reverts: null, change };
  return { edit, entry, after: applyChange(world, change) };
}

const nameEast = (sequence: number, world: World, name: string) =>
  entryOf(sequence, world, 'road.name', { id: east.id, name });
const nameNorth = (sequence: number, world: World, name: string) =>
  entryOf(sequence, world, 'road.name', { id: north.id, name });

const nameOf = (timeline: Timeline, id: string) => timeline.world.road.get(id)?.name;

describe('timeline', () => {
  it('shows a pending edit at once and keeps it when it is confirmed', () => {
    const { edit, entry } = nameEast(1, start, 'Đường Đông');
    const pending = addPending(startTimeline(start, 0), edit, entry.change);
    expect(nameOf(pending, east.id)).toBe('Đường Đông');
    expect(pending.confirmed).toBe(start);
    const { timeline } = receive(pending, entry, noHistory);
    expect(timeline).toMatchObject({ sequence: 1, pending: [] });
    expect(nameOf(timeline, east.id)).toBe('Đường Đông');
  });

  it('an entry that comes twice counts once', () => {
    const { edit, entry } = nameEast(1, start, 'Đường Đông');
    const pending = addPending(startTimeline(start, 0), edit, entry.change);
    const once = receive(pending, entry, noHistory).timeline;
    expect(receive(once, entry, noHistory).timeline).toBe(once);
  });

  it('an early entry waits for those before it', () => {
    const first = nameEast(1, start, 'Đường Đông');
    const second = nameNorth(2, first.after, 'Đường Bắc');
    const early = receive(startTimeline(start, 0), second.entry, noHistory).timeline;
    expect(early.sequence).toBe(0);
    expect(nameOf(early, north.id)).toBeNull();
    const both = receive(early, first.entry, noHistory).timeline;
    expect(both.sequence).toBe(2);
    expect(both.early.size).toBe(0);
    expect([nameOf(both, east.id), nameOf(both, north.id)]).toEqual(['Đường Đông', 'Đường Bắc']);
  });

  it('an early entry of our own stays shown until its turn', () => {
    const others = nameEast(1, start, 'Đường Đông');
    const own = nameNorth(2, start, 'Đường Bắc');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const early = receive(pending, own.entry, noHistory).timeline;
    expect(nameOf(early, north.id)).toBe('Đường Bắc');
    expect(early.pending).toHaveLength(1);
    const both = receive(early, others.entry, noHistory).timeline;
    expect(both.pending).toHaveLength(0);
    expect([nameOf(both, east.id), nameOf(both, north.id)]).toEqual(['Đường Đông', 'Đường Bắc']);
  });

  it('what others change goes under what is pending', () => {
    const own = nameNorth(1, start, 'Đường Bắc');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const { timeline, unfit } = receive(pending, nameEast(1, start, 'Đường Đông').entry, noHistory);
    expect(unfit).toEqual([]);
    expect([nameOf(timeline, east.id), nameOf(timeline, north.id)]).toEqual(['Đường Đông', 'Đường Bắc']);
    expect(timeline.confirmed.road.get(north.id)?.name).toBeNull();
  });

  it('a pending edit of what another has changed is named as unfit and no longer shown', () => {
    const own = nameEast(1, start, 'Đường Của Tôi');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const { timeline, unfit } = receive(pending, nameEast(1, start, 'Đường Đông').entry, noHistory);
    expect(unfit.map(({ refusal }) => refusal.code)).toEqual(['stale-version']);
    expect(nameOf(timeline, east.id)).toBe('Đường Đông');
  });

  it('confirmed as it was shown, the village stays the same object: nothing made of it is made again', () => {
    const own = nameNorth(1, start, 'Đường Bắc');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const answer = structuredClone(own.entry);
    const { timeline } = receive(pending, answer, noHistory);
    expect(timeline).toMatchObject({ sequence: 1, pending: [] });
    expect(timeline.world).toBe(pending.world);
    expect(timeline.confirmed).toBe(pending.world);
    expect(timeline.made.size).toBe(0);
  });

  it('so it does with another edit waiting behind, which is not confirmed with it', () => {
    const first = nameEast(1, start, 'Đường Đông');
    const second = nameNorth(2, first.after, 'Đường Bắc');
    let pending = addPending(startTimeline(start, 0), first.edit, first.entry.change);
    pending = addPending(pending, second.edit, second.entry.change);
    const { timeline } = receive(pending, structuredClone(first.entry), noHistory);
    expect(timeline.world).toBe(pending.world);
    expect(timeline.pending.map(({ edit }) => edit.id)).toEqual([second.edit.id]);
    expect(timeline.confirmed.road.get(east.id)?.name).toBe('Đường Đông');
    expect(timeline.confirmed.road.get(north.id)?.name).toBeNull();
  });

  it('confirmed otherwise than it was shown, what the server says is shown', () => {
    const own = nameNorth(1, start, 'Đường Bắc');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const [[before, after]] = own.entry.change.updated as [[typeof north, typeof north]];
    const change = { ...own.entry.change, updated: [[before, { ...after, name: 'Đường Bắc Hà' }]] as const };
    const { timeline } = receive(pending, { ...own.entry, change }, noHistory);
    expect(nameOf(timeline, north.id)).toBe('Đường Bắc Hà');
  });

  it('a refused edit is taken back, the others stay', () => {
    const first = nameEast(1, start, 'Đường Đông');
    const second = nameNorth(2, first.after, 'Đường Bắc');
    let timeline = addPending(startTimeline(start, 0), first.edit, first.entry.change);
    timeline = addPending(timeline, second.edit, second.entry.change);
    const { timeline: left } = takeBack(timeline, first.edit.id, noHistory);
    expect([nameOf(left, east.id), nameOf(left, north.id)]).toEqual([null, 'Đường Bắc']);
  });

  it('a fresh copy goes under the pending edits and past old early entries', () => {
    const first = nameEast(1, start, 'Đường Đông');
    const own = nameNorth(2, start, 'Đường Bắc');
    const pending = addPending(startTimeline(start, 0), own.edit, own.entry.change);
    const { timeline } = reloaded(pending, first.after, 1, noHistory);
    expect(timeline.sequence).toBe(1);
    expect([nameOf(timeline, east.id), nameOf(timeline, north.id)]).toEqual(['Đường Đông', 'Đường Bắc']);
  });

  it('edits kept on the device are shown on top of what others have done since', () => {
    const first = nameNorth(1, start, 'Đường Bắc');
    const second = entryOf(2, first.after, 'road.update', { id: north.id, changes: { widthMeters: 7 } });
    const kept = [first, second].map(({ edit }) => ({ edit, isShown: true }));
    const others = nameEast(1, start, 'Đường Đông');
    const { timeline, unfit } = addKept(startTimeline(others.after, 1), kept, noHistory);
    expect(unfit).toEqual([]);
    expect(timeline.world.road.get(north.id)).toMatchObject({ name: 'Đường Bắc', widthMeters: 7, version: 3 });
    expect(nameOf(timeline, east.id)).toBe('Đường Đông');
  });

  it('a kept undo of a kept edit takes back what that does', () => {
    const named = nameNorth(1, start, 'Đường Bắc');
    const undo = anEdit(start, 'change.revert', { editId: named.edit.id });
    const kept = [named.edit, undo].map((edit) => ({ edit, isShown: true }));
    const { timeline, unfit } = addKept(startTimeline(start, 0), kept, noHistory);
    expect(unfit).toEqual([]);
    expect(nameOf(timeline, north.id)).toBeNull();
  });

  it('an edit rests on the pending ones that made what it acts on, and on none that is no longer shown', () => {
    const first = nameEast(1, start, 'Đường Của Tôi');
    const pending = addPending(startTimeline(start, 0), first.edit, first.entry.change);
    const later = anEdit(pending.world, 'road.update', { id: east.id, changes: { widthMeters: 7 } }, [east.id]);
    const other = anEdit(pending.world, 'road.update', { id: north.id, changes: { widthMeters: 7 } }, [north.id]);
    const undo = anEdit(pending.world, 'change.revert', { editId: first.edit.id });
    expect([later, other, undo].map((edit) => restsOn(pending, edit))).toEqual([[first.edit.id], [], [first.edit.id]]);

    const { timeline } = receive(pending, nameEast(1, start, 'Đường Đông').entry, noHistory);
    const seen = anEdit(timeline.world, 'road.update', { id: east.id, changes: { widthMeters: 7 } }, [east.id]);
    expect(restsOn(timeline, seen)).toEqual([]);
  });
});
