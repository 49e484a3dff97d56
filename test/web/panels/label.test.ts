import { expect, it } from 'vitest';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { planReshaping } from '../../../domain/edits/numberingReshape.ts';
import { applyChange } from '../../../domain/records/world.ts';
import { titleOfRoad } from '../../../web/panels/label.ts';
import { aHouse, aRoad, at, aWorld, idOf, newId } from '../../domain/builders.ts';
import { issued, numbered } from '../../domain/edits/doing.ts';

it('every way of a reshaping has its title, before and after: lanes called by a number, the part split off', () => {
  const road = aRoad(at(0, 200), at(0, -200), { name: 'Đường Đền Hàn' });
  const lane = aRoad(at(0, -120), at(80, -120), { class: 'lane', parentRoadId: road.id });
  const houses = [150, 100, -50, -100, -150].map((north) => aHouse(at(8, north)));
  const before = issued(numbered(aWorld(road, lane, ...houses, aHouse(at(40, -114)))));
  const split = {
    kind: 'road.split',
    input: { id: road.id, at: at(0, -10), newRoadId: newId(), newName: 'Đường Bờ Ao' },
  } as const;
  const plan = planReshaping(before, split, newId(), '2026-11-23', { decisionId: idOf(1), date: '2026-11-20' });
  if (isRefusal(plan)) throw new Error(plan.code);
  const after = applyChange(before, plan.change);
  const titles = plan.rows.map(({ oldRoadId, newRoadId }) => [
    titleOfRoad(before, oldRoadId),
    titleOfRoad(after, newRoadId ?? ''),
  ]);
  expect(titles).toContainEqual(['Ngõ 7, Đường Đền Hàn', 'Ngõ 3, Đường Bờ Ao']);
  expect(titles).toContainEqual(['Đường Đền Hàn', 'Đường Bờ Ao']);
  expect(titles.flat()).not.toContain('');
});
