import { expect, it } from 'vitest';
import { aHouse, aRoad, at, aWorld } from '../builders.ts';
import { afterFix, box, found, inWorld } from './finding.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const lane = aRoad(at(0, 80), at(0, 12), { class: 'lane' });

it('a lane that ends 12 m short of a road; it is drawn to the road', () => {
  const world = aWorld(road, lane);
  const [finding] = inWorld(world, 'end-almost-connected');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [lane.id], params: { meters: 10 } });
  const after = afterFix(world, finding);
  expect(after.road.get(lane.id)?.line.coordinates.at(-1)).toEqual(at(0, 0));
  expect(inWorld(after, 'end-almost-connected')).toEqual([]);
});

it('a dead end with a house before it, one beside a road, and one that reaches are in order', () => {
  const house = aHouse(at(0, 4), { footprint: box(-5, 4, 10, 5) });
  const beside = aRoad(at(20, 14), at(90, 14), { class: 'lane' });
  const reaching = aRoad(at(50, -80), at(50, -5), { class: 'lane' });
  expect(found('end-almost-connected', road, lane, house)).toEqual([]);
  expect(found('end-almost-connected', road, beside, reaching)).toEqual([]);
});
