import { expect, it } from 'vitest';
import type { ExternalCode } from '../../../domain/records/externalCode.ts';
import { aHouse, aRoad, at, newId } from '../builders.ts';
import { addressOn, found } from './finding.ts';

const road = aRoad(at(0, 0), at(200, 0), { name: 'Đường Làng' });
const [one, other] = [aHouse(at(20, 5)), aHouse(at(40, 5))];
const code = (houseId: string, value: string): ExternalCode => ({
  ...{ kind: 'externalCode', id: newId(), version: 1, houseId, scheme: 'ndas10', value },
  ...{ issuedBy: 'Bộ TT&TT', issuedOn: null },
});

it('two houses with one Plus Code, and two with one code of another body', () => {
  const first = addressOn(one, road, '1');
  const second = addressOn(other, road, '3', { plusCode: first.plusCode });
  expect(found('duplicate-code', road, one, other, first, second)).toMatchObject([
    { severity: 'error', recordIds: [one.id, other.id].sort(), params: { code: first.plusCode } },
  ]);
  expect(found('duplicate-code', one, other, code(one.id, '0123456789'), code(other.id, '0123456789'))).toHaveLength(1);
});

it('codes of their own are in order', () => {
  const records = [road, one, other, addressOn(one, road, '1'), addressOn(other, road, '3')];
  expect(found('duplicate-code', ...records, code(one.id, '0123456789'), code(other.id, '0123456780'))).toEqual([]);
});
