import { expect, it } from 'vitest';
import { hashWithVillage, villageInHash } from '../../../web/state/place.ts';

const first = '0198a000-0000-7000-8000-000000000001';
const second = '0198a000-0000-7000-8000-000000000002';

it('finds the village beside the parts of the map', () => {
  expect(villageInHash(`#map=16/19.97/105.78&village=${first}&sel=house:x`)).toBe(first);
  expect(villageInHash('#map=16/19.97/105.78')).toBeNull();
  expect(villageInHash(`#othervillage=${first}`)).toBeNull();
});

it('keeps the view of the same village and drops that of another', () => {
  const here = `#map=16/19.97/105.78&village=${first}`;
  expect(hashWithVillage(here, first)).toBe(here);
  expect(hashWithVillage(here, second)).toBe(`#village=${second}`);
  expect(hashWithVillage('#map=16/19.97/105.78', first)).toBe(`#map=16/19.97/105.78&village=${first}`);
  expect(hashWithVillage('', first)).toBe(`#village=${first}`);
  expect(hashWithVillage(here, null)).toBe('');
});
