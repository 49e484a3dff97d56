import { expect, it } from 'vitest';
import { aRoad, at, aWorld } from '../builders.ts';
import { afterFix, found, inWorld } from './finding.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const across = aRoad(at(0, -100), at(0, 100), { name: 'Đường Đồng' });

it('two roads that cross without a point there; the point is added', () => {
  const world = aWorld(road, across);
  const [finding] = inWorld(world, 'road-crossing');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [road.id, across.id], at: at(0, 0) });
  const after = afterFix(world, finding);
  expect(after.road.get(road.id)?.line.coordinates).toHaveLength(3);
  expect(inWorld(after, 'road-crossing')).toEqual([]);
});

it('a road that opens to another, even drawn over its edge, does not cross it', () => {
  const lane = aRoad(at(50, -3), at(50, 80), { class: 'lane', parentRoadId: road.id });
  expect(found('road-crossing', road, lane)).toEqual([]);
});
