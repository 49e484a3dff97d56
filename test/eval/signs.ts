/**
 * `npm run eval:signs -- [FOLDER…] [--list]`: sites signs in the sample village and in the villages of the folders
 * (roads_all.geojson, and buildings.geojson where there is one), and counts what can be read. `--list` prints each need
 * that nothing serves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { isNamed } from '../../domain/addressing/roadName.ts';
import { isFileProblem } from '../../domain/formats/features.ts';
import { villageFromFiles } from '../../domain/formats/villageFiles.ts';
import { lengthOf } from '../../domain/geometry/localFrame.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import type { Road } from '../../domain/records/road.ts';
import { applyChange, worldOf, type World } from '../../domain/records/world.ts';
import { exactCover, greedyCover } from '../../domain/signs/cover.ts';
import { groundOf } from '../../domain/signs/ground.ts';
import { koreaSigns, vietnamSigns, type SignProfile } from '../../domain/signs/profile.ts';
import { coveringPlates, groupsOf, siteSigns } from '../../domain/signs/siting.ts';
import { sampleVillage } from '../../data/sample/generate.ts';
import { printFigures, type Figure } from '../bench/figure.ts';
import { idOf } from '../domain/builders.ts';

const flags = process.argv.slice(2);
const folders = flags.filter((flag) => !flag.startsWith('--'));
const isListing = flags.includes('--list');

type Imported = ReturnType<typeof sampleVillage>['import'];

function worldFrom(village: object, records: Imported): World {
  const of = (kind: string, items: readonly object[]) => items.map((item) => ({ ...item, kind, version: 1 }));
  return worldOf([
    { ...village, kind: 'village', id: idOf(1), version: 1 },
    ...of('road', records.roads),
    ...of('house', records.houses),
    ...of('lamp', records.lamps),
    ...of('landmark', records.landmarks),
  ] as unknown as AnyRecord[]);
}

/** The sample as it is once its roads have names and its lanes the numbers that numbering gives them. */
function sample(): World {
  const { village, import: records } = sampleVillage();
  const world = worldFrom(village, records);
  const road = new Map(world.road);
  let count = 0;
  for (const [id, item] of road) if (item.class === 'road') road.set(id, { ...item, name: `Đường số ${(count += 1)}` });
  const named = { ...world, road };
  return applyChange(named, planNumbering(named, null, idOf(2), { on: '2026-11-28' }).change);
}

function fromFolder(folder: string): World {
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : JSON.stringify(nothing);
  const [roads, buildings] = [read('roads_all.geojson'), read('buildings.geojson')];
  const made = villageFromFiles({ name: basename(folder), importId: idOf(3), roads, buildings });
  if (isFileProblem(made)) throw new Error(`${folder}: ${made.code}`);
  return worldFrom(made.village, made.import);
}
const nothing = { type: 'FeatureCollection', features: [] };

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function figuresOf(name: string, world: World, profile: SignProfile): readonly Figure[] {
  siteSigns(world, profile);
  const started = performance.now();
  const plan = siteSigns(world, profile);
  const milliseconds = performance.now() - started;
  const withoutPlace = plan.unserved.length;
  const posts = new Set(plan.proposals.map(({ place }) => place.join())).size;
  const houses = [...world.house.values()].filter(({ state }) => state !== 'demolished').length;
  const named = [...world.road.values()].filter((road: Road) => isNamed(road)).length;
  const ground = groundOf(world, profile);
  let [exactPosts, greedyPosts, solvedExactly] = [0, 0, 0];
  const groups = groupsOf(plan.needs);
  for (const group of groups) {
    const exact = coveringPlates(ground, group, exactCover);
    if (!exact) continue;
    solvedExactly += 1;
    exactPosts += exact.cover.posts;
    greedyPosts += coveringPlates(ground, group, greedyCover)!.cover.posts;
  }
  const reasons = new Map<string, number>();
  for (const { reason } of plan.unserved) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  console.log(
    `${name}: ${world.road.size} ways (${named} named), ${houses} houses, ${plan.junctions.length} junctions, ` +
      `${plan.needs.length} needs; ${posts} posts, ${plan.proposals.length} plates; ` +
      `not served: ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ') || 'none'}`,
  );
  if (isListing) {
    for (const { need, reason } of plan.unserved) {
      const [lng, lat] = ground.frame.toDegrees(need.at);
      console.log(`  ${reason}\t${need.kind}\t${need.subject.key}\t${lat.toFixed(6)}, ${lng.toFixed(6)}`);
    }
  }
  const crossings = plan.junctions.filter(({ position }) => {
    const at = ground.frame.toMeters(position);
    return plan.needs.some((need) => lengthOf(need.at[0] - at[0], need.at[1] - at[1]) < 1);
  }).length;
  const figure = (what: string, value: number, aim: number | null, better: Figure['better'], unit: string) => ({
    ...{ figure: `${name}: ${what}`, value, aim, better, unit },
  });
  return [
    figure('needs served', share(plan.needs.length - withoutPlace, plan.needs.length), 1, 'higher', 'share'),
    figure('posts a junction with needs', share(posts, crossings), null, 'lower', 'posts'),
    figure('plates a junction with needs', share(plan.proposals.length, crossings), null, 'lower', 'plates'),
    ...(houses > 0 ? [figure('plates a house', plan.proposals.length / houses, 0.3, 'lower', 'plates')] : []),
    figure('groups solved exactly', share(solvedExactly, groups.length), null, 'higher', 'share'),
    figure('posts of the greedy way over the fewest', share(greedyPosts, exactPosts), null, 'lower', 'ratio'),
    figure('time', milliseconds, 1000, 'lower', 'ms'),
  ];
}

const figures = [...figuresOf('sample', sample(), vietnamSigns), ...figuresOf('sample, Korea', sample(), koreaSigns)];
for (const folder of folders) figures.push(...figuresOf(basename(folder), fromFolder(folder), vietnamSigns));
printFigures(figures);
