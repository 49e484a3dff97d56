/** Roads reshaped under a decision: the old address retired and findable, a new one issued, the rest untouched. */
import { describe, expect, it } from 'vitest';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { readingOf } from '../../../domain/addressing/reading.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { planReshaping, type ReshapingInput, type ReshapingPlan } from '../../../domain/edits/numberingReshape.ts';
import { mayEdit } from '../../../domain/permissions.ts';
import type { World } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, idOf, newId } from '../builders.ts';
import { addressOf, contentOf, done, issued, numbered, numbersOf, refused, undone } from './doing.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Đền Hàn' });
const near = [150, 100].map((north) => aHouse(at(8, north)));
const far = [-50, -100, -150].map((north) => aHouse(at(8, north)));
const lane = aRoad(at(0, -120), at(80, -120), { class: 'lane', parentRoadId: road.id });
const inLane = aHouse(at(40, -114));
const village = aWorld(road, lane, ...near, ...far, inLane);
const official = issued(numbered(village));
const beyond = newId();
const split: ReshapingInput = {
  kind: 'road.split',
  input: { id: road.id, at: at(0, -10), newRoadId: beyond, newName: 'Đường Bờ Ao' },
};
const decision = {
  ...{ id: idOf(0xd2), number: '2/QĐ-UBND', date: '2026-11-20' },
  ...{ signatory: 'Chủ tịch', scope: 'Tách đường' },
};
const under = { decisionId: decision.id, date: decision.date };

function plan(world: World, reshaping: ReshapingInput): ReshapingPlan {
  const planned = planReshaping(world, reshaping, newId(), '2026-11-23', under);
  if (isRefusal(planned)) throw new Error(JSON.stringify(planned));
  return planned;
}
const table = ({ rows }: ReshapingPlan) => rows.map(({ oldFull, newFull }) => `${oldFull} → ${newFull}`);

function reshaped(world: World, reshaping: ReshapingInput) {
  const { digest } = plan(world, reshaping);
  const ids =
    reshaping.kind === 'road.merge' ? [reshaping.input.keepId, reshaping.input.otherId] : [reshaping.input.id];
  return done(world, 'numbering.reshape', { reshaping, decision, digest }, ids);
}

it('a road that goes on under a decision meets the ways it reaches in a vertex of both', () => {
  const across = aRoad(at(-50, 250), at(50, 250), { name: 'Đường Bờ Ao' });
  const more = { ...official, road: new Map([...official.road, [across.id, across]]) };
  const input = { id: road.id, end: 'start' as const, positions: [at(0, 270)] };
  const { change } = plan(more, { kind: 'road.extend', input });
  const lines = change.updated.flatMap(([, item]) => (item.kind === 'road' ? [item] : []));
  expect(lines.map(({ id }) => id).sort()).toEqual([road.id, across.id].sort());
  const [own, theirs] = [road, across].map(({ id }) => lines.find((line) => line.id === id)!.line.coordinates);
  expect(theirs).toContainEqual(own![1]);
});

describe('a split', () => {
  it('shows what would change, old → new, also in the lanes beyond', () => {
    expect(numbersOf(official, [...near, ...far, inLane])).toEqual(['1', '3', '5', '7', '9', '7/1']);
    expect(table(plan(official, split))).toEqual(['5 → 1', '7 → 3', '9 → 5', '7/1 → 3/1']);
  });

  const result = reshaped(official, split);
  const after = result.world;

  it('retires and issues just those; the rest is not touched', () => {
    expect(numbersOf(after, [...near, ...far, inLane])).toEqual(['1', '3', '1', '3', '5', '3/1']);
    for (const house of near) expect(addressOf(after, house)).toEqual(addressOf(official, house));
    for (const house of [...far, inLane]) {
      const [was, is] = [addressOf(official, house)!, addressOf(after, house)!];
      const old = after.address.get(was.id)!;
      expect(old).toMatchObject({ state: 'retired', retiredDecisionId: decision.id, roadId: was.roadId });
      expect(readingOf(after, old)).toBe(fullNumber(official, was));
      expect(is).toMatchObject({ state: 'issued', decisionId: decision.id, version: 1, plusCode: was.plusCode });
    }
    expect([...after.address.values()].filter(({ state }) => state === 'draft')).toEqual([]);
  });

  it('leaves nothing to number, and is one road again when taken back', () => {
    expect(numbered(after)).toBe(after);
    expect(contentOf(undone(result))).toEqual(contentOf(official));
  });

  it('needs a name for the part beyond', () => {
    const nameless = { ...split, input: { ...split.input, newName: null } } as ReshapingInput;
    expect(planReshaping(official, nameless, newId(), '2026-11-23', under)).toMatchObject({ code: 'road-unnamed' });
  });

  it('writes nothing when another plan was shown, or nothing issued changes', () => {
    const input = { reshaping: split, decision, digest: 'another' };
    expect(refused(official, 'numbering.reshape', input, [road.id]).code).toBe('preview-outdated');
    const drafts = numbered(village);
    const { digest } = plan(drafts, split);
    expect(refused(drafts, 'numbering.reshape', { ...input, digest }, [road.id]).code).toBe(
      'renumbering-touches-nothing-issued',
    );
  });

  it('withdraws the address of a house that is gone', () => {
    const [gone] = far;
    const fallen = done(official, 'house.update', { id: gone!.id, changes: { state: 'demolished' } }, [gone!.id]).world;
    expect(plan(fallen, split).rows).toContainEqual(
      expect.objectContaining({ houseId: gone!.id, oldFull: '5', newFull: null }),
    );
    expect(addressOf(reshaped(fallen, split).world, gone!)).toBeUndefined();
  });
});

describe('a merge', () => {
  const second = aRoad(at(0, -200), at(0, -400), { name: 'Đường Bờ Ao' });
  const onSecond = [-250, -300].map((north) => aHouse(at(8, north)));
  const world = issued(numbered(aWorld(road, ...near, second, ...onSecond)));
  const merge = (keepId: string, otherId: string): ReshapingInput => ({
    kind: 'road.merge',
    input: { keepId, otherId },
  });

  it('gives numbers anew to the second road alone; its closed record keeps what was', () => {
    const after = reshaped(world, merge(road.id, second.id)).world;
    expect(numbersOf(after, [...near, ...onSecond])).toEqual(['1', '3', '5', '7']);
    for (const house of near) expect(addressOf(after, house)).toEqual(addressOf(world, house));
    expect(after.road.get(second.id)).toMatchObject({ state: 'closed' });
    expect(addressOf(after, onSecond[0]!)).toMatchObject({ roadId: road.id });
  });
});

describe('a road continued at its start', () => {
  const extend: ReshapingInput = {
    kind: 'road.extend',
    input: { id: road.id, end: 'start', positions: [at(0, 300)] },
  };
  it('is numbered from there on', () => {
    const first = aHouse(at(8, 280));
    const world = { ...official, house: new Map([...official.house, [first.id, first]]) };
    const after = reshaped(world, extend).world;
    expect(numbersOf(after, [first, ...near, ...far, inLane])).toEqual(['1', '3', '5', '7', '9', '11', '9/1']);
    expect(addressOf(after, first)).toMatchObject({ state: 'draft' });
  });
});

it('a road is turned round: left becomes right', () => {
  const reverse: ReshapingInput = { kind: 'road.reverse', input: { id: road.id, reason: 'Từ đình làng ra' } };
  const after = reshaped(official, reverse).world;
  expect(numbersOf(after, [...near, ...far])).toEqual(['10', '8', '6', '4', '2']);
  expect(numbered(after)).toBe(after);
});

it('is the commune’s to do', () => {
  expect(mayEdit('head', 'numbering.reshape')).toBe(false);
  expect(mayEdit('officer', 'numbering.reshape')).toBe(true);
  expect(mayEdit('head', 'road.split')).toBe(true);
});
