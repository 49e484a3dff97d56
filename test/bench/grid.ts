/** A made-up village of many straight roads, houses on both sides, numbered and issued: as large as a figure needs. */
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { applyChange, worldOf, type World } from '../../domain/records/world.ts';
import { aHouse, aRoad, aVillage, at, newId } from '../domain/builders.ts';

const housesPerRoad = 200;
const plotWidthMeters = 8;
const betweenRoadsMeters = 60;

export function issuedGrid(houseCount: number): World {
  const roadCount = Math.ceil(houseCount / housesPerRoad);
  const records: AnyRecord[] = [];
  for (let r = 0; r < roadCount; r++) {
    const east = (r - roadCount / 2) * betweenRoadsMeters;
    const lengthMeters = (housesPerRoad / 2) * plotWidthMeters;
    records.push(aRoad(at(east, lengthMeters), at(east, 0), { name: `Đường Thử Nghiệm ${r + 1}` }));
    for (let h = 0; h < housesPerRoad && r * housesPerRoad + h < houseCount; h++) {
      const north = (Math.floor(h / 2) + 0.5) * plotWidthMeters;
      records.push(aHouse(at(east + (h % 2 === 0 ? 6 : -6), north)));
    }
  }
  const blank = worldOf([aVillage(), ...records]);
  const numbered = applyChange(blank, planNumbering(blank, null, newId()).change);
  const issued = [...numbered.address.values()].map((address) => [address, { ...address, state: 'issued' }] as const);
  return applyChange(numbered, { created: [], updated: issued, deleted: [] });
}
