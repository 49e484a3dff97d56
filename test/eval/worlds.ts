/** Villages to measure the rules on: the sample, and real places in the folders of a command line. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { isFileProblem } from '../../domain/formats/features.ts';
import { villageFromFiles } from '../../domain/formats/villageFiles.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { applyChange, worldOf, type World } from '../../domain/records/world.ts';
import { sampleVillage } from '../../data/sample/generate.ts';
import { idOf } from '../domain/builders.ts';

const nothing = { type: 'FeatureCollection', features: [] };

type Imported = ReturnType<typeof sampleVillage>['import'];

function worldFrom(village: object, records: Imported): World {
  const of = (kind: string, items: readonly object[]) => items.map((item) => ({ ...item, kind, version: 1 }));
  return worldOf([
    { ...village, kind: 'village', id: idOf(1), version: 1 },
    ...of('road', records.roads),
    ...of('house', records.houses),
    ...of('lamp', records.lamps),
    ...of('camera', records.cameras),
    ...of('landmark', records.landmarks),
  ] as unknown as AnyRecord[]);
}

/** The sample as it is once its roads have names and its lanes the numbers that numbering gives them. */
export function sampleWorld(): World {
  const { village, import: records } = sampleVillage();
  const world = worldFrom(village, records);
  const road = new Map(world.road);
  let count = 0;
  for (const [id, item] of road) if (item.class === 'road') road.set(id, { ...item, name: `Đường số ${(count += 1)}` });
  const named = { ...world, road };
  return applyChange(named, planNumbering(named, null, idOf(2), { on: '2026-11-28' }).change);
}

/** roads_all.geojson, and buildings.geojson where there is one. */
export function worldFromFolder(folder: string): World {
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : JSON.stringify(nothing);
  const [roads, buildings] = [read('roads_all.geojson'), read('buildings.geojson')];
  const made = villageFromFiles({ name: basename(folder), importId: idOf(3), roads, buildings });
  if (isFileProblem(made)) throw new Error(`${folder}: ${made.code}`);
  return worldFrom(made.village, made.import);
}
