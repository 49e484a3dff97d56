/** "Error blocks issuing", also where addresses are issued anew under a decision. */
import { describe, expect, it } from 'vitest';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { planReshaping, type ReshapingInput } from '../../../domain/edits/numberingReshape.ts';
import type { World } from '../../../domain/records/world.ts';
import { inWorld, box } from '../checks/finding.ts';
import { aHouse, aRoad, at, aWorld, idOf, newId } from '../builders.ts';
import { done, issued, numbered, numbersOf, refused } from './doing.ts';

const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Đền Hàn' });
const drawn = (north: number) => aHouse(at(8, north), { footprint: box(14, north) });
const near = [drawn(100), drawn(60)];
const far = [drawn(-50), drawn(-100)];
const village = issued(numbered(aWorld(road, ...near, ...far)));
/** Another outline over the same house: an error that no number mends. */
const twice = aHouse(at(8, -101), { footprint: box(15, -101) });
const faulty: World = { ...village, house: new Map(village.house).set(twice.id, twice) };

const decision = { id: idOf(0xd2), number: '2/QĐ-UBND', date: '2026-11-20', signatory: 'Chủ tịch', scope: 'Đổi số' };
const under = { decisionId: decision.id, date: decision.date };
const reshaping: ReshapingInput = {
  kind: 'road.split',
  input: { id: road.id, at: at(0, 0), newRoadId: newId(), newName: 'Đường Bờ Ao' },
};

function accepted(world: World): World {
  const [finding] = inWorld(world, 'outlines-overlap');
  const { checkId, recordIds, facts } = finding!;
  const input = { id: newId(), checkId, recordIds, facts, reason: 'Hai nhà chung một mái' };
  return done(world, 'exception.accept', input, recordIds).world;
}

/** The village with another number on one house. */
function withNumber(world: World, houseId: string, number: string): World {
  const address = new Map(world.address);
  for (const [id, item] of address) if (item.houseId === houseId) address.set(id, { ...item, number });
  return { ...world, address };
}
const wrongSide = (world: World): World => withNumber(world, near[0]!.id, '20');
const outOfOrder = (world: World): World => withNumber(world, far[1]!.id, '31');

function renumbering(world: World) {
  const { digest } = planNumbering(world, null, newId(), { on: '2026-11-23', under });
  return { roadIds: null, digest, decision };
}

function reshape(world: World) {
  const plan = planReshaping(world, reshaping, newId(), '2026-11-23', under);
  if (isRefusal(plan)) throw new Error(plan.code);
  return { reshaping, decision, digest: plan.digest };
}

describe('numbering anew under a decision', () => {
  it('is refused while an error stands on a house that gets a new address', () => {
    const world = outOfOrder(wrongSide(faulty));
    const refusal = refused(world, 'numbering.renumber', renumbering(world));
    expect(refusal).toMatchObject({ code: 'errors-stand', params: { count: 1 } });
    expect(refusal.recordIds).toContain(far[1]!.id);
  });

  it('puts right what is wrong in the numbers themselves', () => {
    const world = wrongSide(village);
    expect(inWorld(world, 'parity-wrong-side')).toHaveLength(1);
    const after = done(world, 'numbering.renumber', renumbering(world)).world;
    expect(inWorld(after, 'parity-wrong-side')).toEqual([]);
  });

  it('goes on once the error is accepted', () => {
    const world = outOfOrder(accepted(faulty));
    const after = done(world, 'numbering.renumber', renumbering(world)).world;
    expect(numbersOf(after, far)).not.toContain('31');
  });
});

describe('roads reshaped under a decision', () => {
  it('are refused while an error stands on a house that gets a new address', () => {
    expect(refused(faulty, 'numbering.reshape', reshape(faulty))).toMatchObject({ code: 'errors-stand' });
  });

  it('go on once the error is accepted', () => {
    const world = accepted(faulty);
    const after = done(world, 'numbering.reshape', reshape(world)).world;
    expect(after.road.size).toBe(2);
  });
});
