import { expect, it } from 'vitest';
import { signsInFiles } from '../../../domain/formats/orderFormats.ts';
import { aHouse, aSign, at, aVillage, aWorld } from '../builders.ts';

it('papers hold no house plates; the table and the faces hold every sign in the states asked for', () => {
  const house = aHouse(at(0, 8));
  const plate = aSign(house.entrance, { signKind: 'house-plate', houseId: house.id, faces: ['1'], post: 'wall' });
  const installed = aSign(at(40, 3), { state: 'installed' });
  const onlyPlates = aWorld(aVillage(), house, plate, installed);
  expect(signsInFiles(onlyPlates, ['planned', 'ordered'])).toEqual({ xlsx: 1, pdf: 0, zip: 1 });
  expect(signsInFiles(onlyPlates, ['installed'])).toEqual({ xlsx: 1, pdf: 1, zip: 1 });
  expect(signsInFiles(onlyPlates, ['missing'])).toEqual({ xlsx: 0, pdf: 0, zip: 0 });
});
