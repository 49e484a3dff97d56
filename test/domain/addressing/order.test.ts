import { describe, expect, it } from 'vitest';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { addressesInListOrder } from '../../../domain/addressing/order.ts';
import { applyChange } from '../../../domain/records/world.ts';
import { aHouse, aRoad, at, aWorld, idOf } from '../builders.ts';

describe('the order of the list', () => {
  const main = aRoad(at(0, 200), at(0, -200), { name: 'Đường Làng', widthMeters: 6 });
  const first = aRoad(at(300, 200), at(300, -200), { name: 'Đường Dương' });
  const unnamed = aRoad(at(-300, 200), at(-300, -200));
  const lane = aRoad(at(0, 80), at(150, 80), { class: 'lane', parentRoadId: main.id, widthMeters: 3 });
  const east = [150, 100, 50].map((y) => aHouse(at(8, y)));
  const west = [140, 40].map((y) => aHouse(at(-8, y)));
  const inLane = [40, 70].map((x) => aHouse(at(x, 86)));
  const elsewhere = [aHouse(at(308, 0)), aHouse(at(-292, 0))];
  const world = aWorld(unnamed, main, first, lane, ...east, ...west, ...inLane, ...elsewhere);
  const after = applyChange(world, planNumbering(world, null, idOf(1)).change);
  const listed = addressesInListOrder(after).map((address) => fullNumber(after, address));

  it('goes road by road in Vietnamese order, along each, a lane after the house before its mouth', () => {
    // Dương before Làng; the road without a name last.
    expect(listed).toEqual(['1', '1', '2', '3', '3/1', '3/3', '5', '4', '1']);
  });

  it('is the order of the plan', () => {
    expect(planNumbering(world, null, idOf(1)).rows.map((row) => row.newFull)).toEqual(listed);
  });
});
