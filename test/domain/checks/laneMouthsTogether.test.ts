import { expect, it } from 'vitest';
import { aRoad, at } from '../builders.ts';
import { found, row } from './finding.ts';

const road = aRoad(at(200, 0), at(0, 0), { name: 'Đường Làng' });
const lane = (x: number, numberName: string | null = null) =>
  aRoad(at(x, 0), at(x, -50), { class: 'lane', numberName, parentRoadId: road.id });
const first = row(road, [[180, -8, '1']]);

it('two mouths on one side with no house between', () => {
  const [one, other] = [lane(150), lane(120)];
  expect(found('lane-mouths-together', road, one, other, ...first)).toMatchObject([
    { severity: 'notice', recordIds: [other.id, one.id] },
  ]);
});

it('a house between, another side, two numbers already, or a road not numbered yet are in order', () => {
  const between = row(road, [[135, -8, '3']]);
  const across = aRoad(at(120, 0), at(120, 50), { class: 'lane', parentRoadId: road.id });
  expect(found('lane-mouths-together', road, lane(150), lane(120), ...first, ...between)).toEqual([]);
  expect(found('lane-mouths-together', road, lane(150), across, ...first)).toEqual([]);
  expect(found('lane-mouths-together', road, lane(150, '1'), lane(120, '3'), ...first)).toEqual([]);
  expect(found('lane-mouths-together', road, lane(150), lane(120))).toEqual([]);
});
