/**
 * `npm run eval:signs -- [FOLDER…] [--list]`: sites signs in the sample village and in the villages of the folders
 * (roads_all.geojson, and buildings.geojson where there is one), and counts what can be read. `--list` prints each need
 * that nothing serves.
 */
import { basename } from 'node:path';
import { isNamed } from '../../domain/addressing/roadName.ts';
import { lengthOf } from '../../domain/geometry/localFrame.ts';
import type { Road } from '../../domain/records/road.ts';
import type { World } from '../../domain/records/world.ts';
import { exactCover, greedyCover } from '../../domain/signs/cover.ts';
import { groundOf } from '../../domain/signs/ground.ts';
import { koreaSigns, vietnamSigns, type SignProfile } from '../../domain/signs/profile.ts';
import { coveringPlates, groupsOf, siteSigns } from '../../domain/signs/siting.ts';
import { printFigures, type Figure } from '../bench/figure.ts';
import { sampleWorld, worldFromFolder } from './worlds.ts';

const flags = process.argv.slice(2);
const folders = flags.filter((flag) => !flag.startsWith('--'));
const isListing = flags.includes('--list');

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

const figures = [
  ...figuresOf('sample', sampleWorld(), vietnamSigns),
  ...figuresOf('sample, Korea', sampleWorld(), koreaSigns),
];
for (const folder of folders) figures.push(...figuresOf(basename(folder), worldFromFolder(folder), vietnamSigns));
printFigures(figures);
