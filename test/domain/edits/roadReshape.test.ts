import { expect, it } from 'vitest';
import { lineLengthMeters } from '../../../domain/geometry/line.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { run } from '../../../domain/edits/run.ts';
import { aHouse, aRoad, anAddress, anEdit, at, aWorld } from '../builders.ts';

it('a road is not cut short of an issued address, by however little', () => {
  const road = aRoad(at(0, 0), at(0, -30), { name: 'Đường Làng' });
  const house = aHouse(at(5, -15.3));
  const address = anAddress(house, road, { state: 'issued', measureMeters: 15.3 });
  const world = aWorld(road, house, address);
  const cutAt = (meters: number) => {
    const line = { type: 'LineString', coordinates: [at(0, 0), at(0, -meters)] } as const;
    const result = run(world, anEdit(world, 'road.reshape', { id: road.id, line }, [road.id]));
    return isRefusal(result) ? result.code : lineLengthMeters(line);
  };
  expect(cutAt(15)).toBe('address-issued');
  expect(cutAt(15.29)).toBeCloseTo(15.29, 1);
  expect(cutAt(20)).toBeCloseTo(20, 1);
});
