import { expect, it } from 'vitest';
import { aHouse, at, aWorld } from '../builders.ts';
import { afterFix, box, found, inWorld } from './finding.ts';

const drawn = aHouse(at(5, 0), { footprint: box(0, 0) });

it('a house known by its entrance inside the outline of another; the bare one may go', () => {
  const inside = aHouse(at(4, 4));
  const world = aWorld(drawn, inside);
  const [finding] = inWorld(world, 'houses-share-outline');
  expect(finding).toMatchObject({ severity: 'notice', recordIds: [inside.id, drawn.id] });
  expect([...afterFix(world, finding).house.keys()]).toEqual([drawn.id]);
});

it('next to it, or in the outline of one that is gone, all is well', () => {
  const gone = aHouse(at(45, 0), { footprint: box(40, 0), state: 'demolished' });
  expect(found('houses-share-outline', drawn, gone, aHouse(at(14, 4)), aHouse(at(44, 4)))).toEqual([]);
});
