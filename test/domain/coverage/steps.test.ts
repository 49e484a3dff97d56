import { describe, expect, it } from 'vitest';
import { currentStep, nextSteps, type StepId } from '../../../domain/coverage/steps.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, aHousehold, anAddress, aRoad, aSign, at, aVillage } from '../builders.ts';

const unnamed = aRoad(at(0, 100), at(0, -100));
const road = { ...unnamed, name: 'Đường Đền Hàn' };
const lane = aRoad(at(0, 0), at(60, 0), { class: 'lane', parentRoadId: road.id });
const house = aHouse(at(8, 20));
const sign = aSign(at(3, 0), { roadId: road.id });
const issued = anAddress(house, road, { state: 'issued', issuedOn: '2022-11-01' });

const stepOf = (records: readonly AnyRecord[], id: StepId, lastReleaseAt: string | null = null) =>
  nextSteps(
    worldOf([aVillage(), ...records]),
    lastReleaseAt === null ? null : { at: lastReleaseAt, addressIds: null },
  ).find((step) => step.id === id)!;
const current = (records: readonly AnyRecord[], lastReleaseAt: string | null = null) =>
  currentStep(
    nextSteps(
      worldOf([aVillage(), ...records]),
      lastReleaseAt === null ? null : { at: lastReleaseAt, addressIds: null },
    ),
  );

describe('the six steps', () => {
  it('come in the order of the plan', () => {
    expect(nextSteps(worldOf([aVillage()]), null).map((step) => step.id)).toEqual([
      'roads',
      'signs',
      'houses',
      'numbers',
      'codes',
      'handover',
    ]);
  });

  it('asks for names of roads first; lanes get theirs with the numbers', () => {
    expect(stepOf([unnamed, lane], 'roads')).toMatchObject({ done: 0, total: 1, state: 'todo' });
    expect(stepOf([road, lane], 'roads')).toMatchObject({ done: 1, total: 1, state: 'done' });
    expect(current([unnamed, lane, house])).toBe('roads');
  });

  it('asks for a sign at each way that has a name', () => {
    expect(stepOf([unnamed], 'signs').state).toBe('waiting');
    expect(stepOf([road], 'signs')).toMatchObject({ done: 0, total: 1, state: 'todo' });
    expect(stepOf([road, sign], 'signs').state).toBe('done');
    expect(stepOf([road, { ...lane, numberName: '5' }, sign], 'signs')).toMatchObject({ done: 1, total: 2 });
    expect(stepOf([road, { ...sign, state: 'removed' }], 'signs').done).toBe(0);
  });

  it('asks that every household has its house', () => {
    const housed = aHousehold({ houseId: house.id });
    const unhoused = aHousehold({ ordinal: 2 });
    expect(stepOf([house, housed, unhoused], 'houses')).toMatchObject({ done: 1, total: 2, state: 'started' });
    expect(stepOf([house], 'houses').state).toBe('done');
    expect(stepOf([], 'houses').state).toBe('todo');
  });

  it('numbers, then issues, then hands over', () => {
    const before = [road, sign, house];
    expect(current(before)).toBe('numbers');
    expect(stepOf(before, 'codes').state).toBe('waiting');
    expect(current([...before, { ...issued, state: 'draft', issuedOn: null }])).toBe('codes');
    expect(current([...before, issued])).toBe('handover');
    expect(current([...before, issued], '2022-11-02T03:00:00Z')).toBeNull();
  });

  it('wants a new handover when an address was issued or retired on a later day', () => {
    expect(stepOf([road, house, issued], 'handover', '2022-10-31T23:00:00Z').state).toBe('todo');
    const retired = { ...issued, state: 'retired', retiredOn: '2023-01-01' } as const;
    expect(stepOf([road, house, retired], 'handover', '2022-12-01T00:00:00Z').done).toBe(0);
  });

  it('wants one for an address of the same day where it is known what the list held', () => {
    const isDone = (address: typeof issued, held: readonly string[]) => {
      const last = { at: '2022-11-01T03:00:00Z', addressIds: new Set(held) };
      const steps = nextSteps(worldOf([aVillage(), road, house, address]), last);
      return steps.find(({ id }) => id === 'handover')!.done === 1;
    };
    expect(isDone(issued, [issued.id])).toBe(true);
    expect(isDone(issued, [])).toBe(false);
    expect(isDone({ ...issued, state: 'draft', issuedOn: null }, [])).toBe(true);
    expect(isDone({ ...issued, state: 'retired', retiredOn: '2022-11-01' }, [issued.id])).toBe(false);
  });
});
