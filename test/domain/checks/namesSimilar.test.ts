import { expect, it } from 'vitest';
import { namesSimilar } from '../../../domain/checks/namesSimilar.ts';
import { aRoad, aWorld, at } from '../builders.ts';
import { found } from './finding.ts';

const named = (name: string, y: number) => aRoad(at(0, y), at(200, y), { name });

it('names that differ in marks alone are an error, one typing error is told', () => {
  const [one, other] = [named('Đường Đền Hàn', 0), named('Đường Đến Hân', 50)];
  expect(found('names-similar', one, other)).toMatchObject([
    { severity: 'error', recordIds: [one.id, other.id].sort() },
  ]);
  expect(found('names-similar', named('Đường Thanh Niên', 0), named('Đường Thanh Niêng', 50))).toMatchObject([
    { severity: 'notice' },
  ]);
});

it('two lanes of one road that go by one number', () => {
  const road = named('Đường Làng', 0);
  const lane = (x: number) => aRoad(at(x, 0), at(x, 40), { class: 'lane', numberName: '5', parentRoadId: road.id });
  expect(found('names-similar', road, lane(20), lane(80))).toMatchObject([{ severity: 'error' }]);
});

it('different names, a lane named after its road and a closed road are in order', () => {
  const road = named('Đường Đền Hàn', 0);
  const lane = aRoad(at(20, 0), at(20, 40), { class: 'lane', name: 'Ngõ Đền Hàn', parentRoadId: road.id });
  const closed = aRoad(at(0, 90), at(200, 90), { name: 'Đường Đền Hàn', state: 'closed' });
  expect(found('names-similar', road, lane, named('Đường Làng', 50), closed)).toEqual([]);
});

it('piece by piece, after one road of many is renamed, it finds what it finds in a village read anew', () => {
  const names = ['Đường Đền Hàn', 'Đường Thanh Niên', 'Đường Đến Hân', 'Đường Làng', 'Phố Huế'];
  const roads = names.map((name, i) => named(name, i * 50));
  const before = [...namesSimilar.look(aWorld(...roads), { lastRelease: null })];
  const after = roads.map((road) => (road.name === 'Đường Làng' ? { ...road, name: 'Đường Thanh Niêng' } : road));
  const pieces = [...namesSimilar.look(aWorld(...after), { lastRelease: null })];
  expect(pieces.length).toBeGreaterThan(2 * roads.length);
  const anew = [...namesSimilar.look(aWorld(...structuredClone(after)), { lastRelease: null })];
  expect(pieces).toEqual(anew);
  const count = (found: readonly unknown[]) => found.filter((one) => one !== undefined).length;
  expect([count(before), count(pieces)]).toEqual([1, 2]);
});
