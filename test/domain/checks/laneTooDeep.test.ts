import { expect, it } from 'vitest';
import { aRoad, at, aWorld } from '../builders.ts';
import { afterFix, found, inWorld } from './finding.ts';

const road = aRoad(at(-100, 0), at(100, 0), { name: 'Đường Làng' });
const lane = aRoad(at(0, 0), at(0, 60), { class: 'lane', numberName: '5', parentRoadId: road.id });
const alley = aRoad(at(0, 30), at(40, 30), { class: 'alley', numberName: '2', parentRoadId: lane.id });

it('a way below an alley; one that opens to a road at its other end becomes its lane', () => {
  const branch = aRoad(at(40, 30), at(40, 0), { class: 'branch', parentRoadId: alley.id });
  const world = aWorld(road, lane, alley, branch);
  const [finding] = inWorld(world, 'lane-too-deep');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [branch.id] });
  const after = afterFix(world, finding);
  expect(after.road.get(branch.id)).toMatchObject({ class: 'lane', parentRoadId: road.id });
  expect(inWorld(after, 'lane-too-deep')).toEqual([]);
});

it('road, lane and alley are in order', () => {
  expect(found('lane-too-deep', road, lane, alley)).toEqual([]);
});
