import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roadOfHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { worldOf } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aVillage, aWorld } from '../builders.ts';

describe('the road of a house', () => {
  const near = aRoad(at(-100, 0), at(100, 0), { name: 'Gần' });
  const far = aRoad(at(-100, 55), at(100, 55), { name: 'Xa' });
  const house = aHouse(at(0, 12));

  it('is judged from the ground, with the runner-up, and says where on it the house is', () => {
    const found = roadOfHouse(aWorld(near, far, house), house)!;
    expect(found).toMatchObject({ roadId: near.id, reason: 'nearest', runnerUpRoadId: far.id, side: 'left' });
    expect(found.measureMeters).toBeCloseTo(100, 0);
    expect(found.distanceMeters).toBeCloseTo(12, 1);
  });

  it('is the one a person chose, whatever the ground says; the road judged is then the runner-up', () => {
    const chosen = { ...house, chosenRoadId: far.id };
    expect(roadOfHouse(aWorld(near, far, chosen), chosen)).toMatchObject({
      roadId: far.id,
      reason: 'chosen',
      runnerUpRoadId: near.id,
    });
    // Also where the ground says the same: the person's word is the reason.
    const same = { ...house, chosenRoadId: near.id };
    expect(roadOfHouse(aWorld(near, far, same), same)).toMatchObject({ roadId: near.id, reason: 'chosen' });
  });

  it('is chosen even out of reach; a choice of a road that is closed or gone counts for nothing', () => {
    const lost = aHouse(at(0, 300), { chosenRoadId: near.id });
    expect(roadOfHouse(aWorld(near, far, lost), lost)).toMatchObject({ roadId: near.id, reason: 'chosen' });
    expect(roadOfHouse(aWorld(near, far, { ...lost, chosenRoadId: null }), { ...lost, chosenRoadId: null })).toBeNull();
    const closed = { ...far, state: 'closed' as const };
    const chosen = { ...house, chosenRoadId: far.id };
    expect(roadOfHouse(aWorld(near, closed, chosen), chosen)).toMatchObject({ roadId: near.id, reason: 'only-road' });
    expect(roadOfHouse(aWorld(near, chosen), chosen)).toMatchObject({ roadId: near.id });
  });

  it('goes by the entrance a person has drawn, not by the footprint around it', () => {
    const footprint = {
      type: 'Polygon' as const,
      coordinates: [[at(-5, 6), at(5, 6), at(5, 47), at(-5, 47), at(-5, 6)]],
    };
    const facing = (north: number) => aHouse(at(0, north), { footprint });
    for (const [north, road] of [
      [6, near],
      [47, far],
    ] as const) {
      const one = facing(north);
      expect(roadOfHouse(aWorld(near, far, one), one)?.roadId).toBe(road.id);
    }
  });

  it('goes by the outline and by the neighbours of its row while its door is only assumed', () => {
    // Between two roads, a little nearer to the upper one; the row it is built to is on the lower one.
    const box = (x: number, south: number) => ({
      type: 'Polygon' as const,
      coordinates: [[at(x, south), at(x + 10, south), at(x + 10, south + 12), at(x, south + 12), at(x, south)]],
    });
    const [lower, upper] = [near, aRoad(at(-100, 40), at(100, 40), { name: 'Trên' })];
    const row = [-25, -12, 14, 27].map((x) => aHouse(at(x + 5, 10), { footprint: box(x, 10) }));
    const one = aHouse(at(6, 27), { footprint: box(1, 15), entranceOrigin: 'assumed' });
    const judged = (house: typeof one, ...others: typeof row) =>
      roadOfHouse(aWorld(lower, upper, house, ...others), house);
    expect(judged(one)).toMatchObject({ roadId: upper.id, reason: 'nearest' });
    expect(judged(one, ...row)).toMatchObject({ roadId: lower.id, reason: 'row', runnerUpRoadId: upper.id });
    // Once somebody has pointed at the door, the row says nothing more.
    expect(judged({ ...one, entranceOrigin: 'shown' }, ...row)).toMatchObject({ roadId: upper.id, reason: 'nearest' });
  });

  it('is not the path at its wall where a road for all traffic is near', () => {
    const path = aRoad(at(-100, 30), at(100, 30), { name: 'Lối đền', madeFor: 'feet', widthMeters: 2 });
    const footprint = {
      type: 'Polygon' as const,
      coordinates: [[at(-5, 12), at(5, 12), at(5, 26), at(-5, 26), at(-5, 12)]],
    };
    const one = aHouse(at(0, 26), { footprint, entranceOrigin: 'assumed' });
    expect(roadOfHouse(aWorld(near, path, one), one)).toMatchObject({ roadId: near.id, reason: 'not-a-path' });
    const street = { ...path, madeFor: 'vehicles' as const };
    expect(roadOfHouse(aWorld(near, street, one), one)).toMatchObject({ roadId: street.id });
  });

  it('a demolished house stands in nobody’s way', () => {
    const behind = aHouse(at(0, 27));
    const ring = (x: number) => [[at(x, 10), at(x + 12, 10), at(x + 12, 20), at(x, 20), at(x, 10)]];
    const row = [-18, -6, 6].map((x) =>
      aHouse(at(x + 6, 10), { footprint: { type: 'Polygon' as const, coordinates: ring(x) } }),
    );
    const judged = (state: 'standing' | 'demolished') =>
      roadOfHouse(aWorld(near, far, behind, ...row.map((one) => ({ ...one, state }))), behind);
    expect(judged('standing')).toMatchObject({ roadId: far.id, reason: 'sight' });
    expect(judged('demolished')).toMatchObject({ roadId: near.id, reason: 'nearest' });
  });

  it('does not depend on the order of records', () => {
    const records = [near, far, ...Array.from({ length: 8 }, (_, n) => aHouse(at(n * 9 - 30, 20 + ((n * 17) % 33))))];
    const answers = (order: typeof records) => {
      const world = worldOf([aVillage(), ...order]);
      return records.map((record) => (record.kind === 'house' ? roadOfHouse(world, record) : null));
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (order) => {
        expect(answers(order)).toEqual(answers(records));
      }),
    );
  });
});
