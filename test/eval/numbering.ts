/**
 * `npm run eval:numbering -- FOLDER [--errors]`: numbers the addressed buildings of a real place without looking at
 * their addresses, then compares. The folder holds roads_all.geojson (named roads and ways that only give access) and
 * buildings.geojson with OpenStreetMap's addr:street and addr:housenumber.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileProblem, readFeatures, textOf, type Feature } from '../../domain/formats/features.ts';
import { houseShapeOf, numberHouses, type FeatureAddress, type HouseShape } from '../../domain/formats/numberFiles.ts';
import { nameOf } from '../../domain/formats/wayTags.ts';
import { linesOf } from '../../domain/formats/fileShapes.ts';
import { locateOnLine } from '../../domain/geometry/line.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import type { LineString, Position } from '../../domain/geometry/shapes.ts';
import { defaultNumberingProfile } from '../../domain/records/village.ts';
import { printFigures } from '../bench/figure.ts';
import { rankCorrelation } from './rankCorrelation.ts';
import { isSameRoad, writtenAddress, type WrittenAddress } from './writtenAddress.ts';
import { kindsOf, type WrongHouse } from './wrongRoads.ts';

const [folder = '', ...flags] = process.argv.slice(2);
if (folder === '') {
  console.error('Usage: npm run eval:numbering -- FOLDER [--errors]');
  process.exit(2);
}
/** Streets with fewer houses say little of parity and order. */
const fewestHouses = 6;

const read = (name: string): readonly Feature[] => {
  const features = readFeatures('buildings', readFileSync(join(folder, `${name}.geojson`), 'utf8'));
  if (!isFileProblem(features)) return features;
  console.error(`${name}.geojson: ${features.code}`);
  process.exit(1);
};

interface Addressed extends WrittenAddress {
  readonly shape: HouseShape;
}

const roads = read('roads_all');
const buildings = read('buildings');
const streets = [...new Set(roads.flatMap((road) => nameOf(road) ?? []))];
const linesByName = new Map<string, LineString[]>();
for (const road of roads) {
  const [name, lines] = [nameOf(road), linesOf(road)];
  if (name !== null && typeof lines !== 'string') linesByName.set(name, [...(linesByName.get(name) ?? []), ...lines]);
}
const addressed: Addressed[] = [];
const others: HouseShape[] = [];
for (const building of buildings) {
  const shape = houseShapeOf(building);
  if (typeof shape === 'string') continue;
  const [street, number] = [textOf(building, 'addr:street'), textOf(building, 'addr:housenumber')];
  if (street !== null && number !== null) addressed.push({ shape, ...writtenAddress(street, number) });
  else others.push(shape);
}

const started = performance.now();
const { addresses } = numberHouses(
  roads,
  addressed.map(({ shape }) => shape),
  others.flatMap((shape) => ('polygon' in shape ? [shape.polygon] : [])),
  defaultNumberingProfile,
  '01890000-0000-7000-8000-000000000001',
);
const milliseconds = performance.now() - started;
console.log(
  `${addressed.length} addressed buildings, ${others.length} others, ${streets.length} named roads, ${milliseconds.toFixed(0)} ms`,
);

const isSame = (road: string | null, street: string): boolean => road !== null && isSameRoad(road, street);
const answers = addressed.map((house, index) => ({ ...house, given: addresses[index]! }));
// A house whose street is not in the roads file cannot be put on it.
const answerable = answers.filter(({ street }) => streets.some((name) => isSame(name, street)));
const right = answerable.filter(({ given, street }) => isSame(given.road, street));
const nearestRight = answerable.filter(({ shape, street }) => isSame(nearestNamed(middleOf(shape)), street));
const share = (some: readonly unknown[], all: readonly unknown[]) => (all.length === 0 ? 0 : some.length / all.length);

/** By measured line, only those rightly assigned: what comes after must not be judged by what came before. */
const byStreet = new Map<string, (typeof right)[number][]>();
for (const answer of right) {
  const line = `${answer.street} ${answer.given.roadPart}`;
  const known = byStreet.get(line);
  if (known) known.push(answer);
  else byStreet.set(line, [answer]);
}
const judged = [...byStreet].filter(([, houses]) => houses.length >= fewestHouses);

let sided = 0;
let agreeing = 0;
let ordered = 0;
let orderedBySides = 0;
const disordered: string[] = [];
for (const [street, houses] of judged) {
  // Which side is odd, and where the numbers begin, is the place's own custom: the better of both counts.
  const oddLeft = houses.filter(
    ({ number, given }) => (Math.floor(numberOf(number)) % 2 === 1) === (given.side === 'left'),
  ).length;
  sided += houses.length;
  agreeing += Math.max(oddLeft, houses.length - oddLeft);
  const correlation = Math.abs(correlationOf(houses));
  if (correlation >= 0.95) ordered += 1;
  else disordered.push(`${street} ${correlation.toFixed(2)} (${houses.length})`);
  // Each side counts its own houses, so that 40 may stand far from 41: by sides nothing but the order is compared.
  const sides = (['left', 'right'] as const)
    .map((side) => houses.filter(({ given }) => given.side === side))
    .filter((onSide) => onSide.length > 1);
  const bySides = sides.reduce((sum, onSide) => sum + correlationOf(onSide) * onSide.length, 0);
  const sidedHouses = sides.reduce((sum, { length }) => sum + length, 0);
  if (Math.abs(bySides) >= 0.95 * sidedHouses) orderedBySides += 1;
}

const reasons = new Map<string, { right: number; wrong: number }>();
for (const { given, street } of answerable) {
  const counts = reasons.get(given.reason) ?? { right: 0, wrong: 0 };
  counts[isSame(given.road, street) ? 'right' : 'wrong'] += 1;
  reasons.set(given.reason, counts);
}
console.log('reason: right, wrong');
for (const [reason, counts] of reasons) console.log(`  ${reason}: ${counts.right}, ${counts.wrong}`);
const wrong = answerable
  .filter(({ given, street }) => !isSame(given.road, street))
  .map(({ shape, street, given }): WrongHouse => {
    const ring = 'point' in shape ? [shape.point] : shape.polygon.coordinates[0]!;
    const isRunnerUpRight = isSame(given.runnerUp, street);
    return { street, ring, toOwnMeters: metersTo(street, middleOf(shape)), isRunnerUpRight };
  });
const countRight = (houses: readonly WrongHouse[]) => houses.filter(({ isRunnerUpRight }) => isRunnerUpRight).length;
console.log('on the wrong road by kind: houses, of these the runner-up is right');
for (const [kind, houses] of kindsOf(wrong)) console.log(`  ${kind}: ${houses.length}, ${countRight(houses)}`);
console.log(`  all: ${wrong.length}, ${countRight(wrong)}`);
const pairs = new Map<string, FeatureAddress[]>();
for (const { given, street } of answerable) {
  if (isSame(given.road, street)) continue;
  const pair = `${street} → ${given.road ?? given.reason}`;
  pairs.set(pair, [...(pairs.get(pair) ?? []), given]);
}
const worst = [...pairs].sort((a, b) => b[1].length - a[1].length);
console.log('wrong road, commonest first:');
for (const [pair, found] of worst.slice(0, flags.includes('--errors') ? worst.length : 12)) {
  console.log(`  ${found.length} ${pair} (${[...new Set(found.map(({ reason }) => reason))].join(', ')})`);
}
if (disordered.length > 0) console.log(`out of order: ${disordered.join('; ')}`);

printFigures([
  {
    figure: 'right road, nearest named road alone',
    value: share(nearestRight, answerable),
    aim: null,
    better: 'higher',
    unit: 'share',
  },
  { figure: 'right road', value: share(right, answerable), aim: 0.92, better: 'higher', unit: 'share' },
  {
    figure: 'side agrees with parity',
    value: sided === 0 ? 0 : agreeing / sided,
    aim: 0.97,
    better: 'higher',
    unit: 'share',
  },
  {
    figure: 'streets in order (rank correlation 0.95)',
    value: judged.length === 0 ? 0 : ordered / judged.length,
    aim: 0.9,
    better: 'higher',
    unit: 'share',
  },
  {
    figure: 'streets in order, each side by itself',
    value: judged.length === 0 ? 0 : orderedBySides / judged.length,
    aim: null,
    better: 'higher',
    unit: 'share',
  },
  {
    figure: 'runner-up right where the road is wrong',
    value: share(
      wrong.filter(({ isRunnerUpRight }) => isRunnerUpRight),
      wrong,
    ),
    aim: null,
    better: 'higher',
    unit: 'share',
  },
]);

function correlationOf(houses: readonly (typeof right)[number][]): number {
  return rankCorrelation(
    houses.map(({ number }) => numberOf(number)),
    houses.map(({ given }) => given.measureMeters!),
  );
}

function nearestNamed(position: Position): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const [name, lines] of linesByName) {
    const away = nearestMeters(lines, position);
    if (away < least) [best, least] = [name, away];
  }
  return best;
}

function metersTo(street: string, position: Position): number {
  const own = [...linesByName].flatMap(([name, lines]) => (isSame(name, street) ? lines : []));
  return nearestMeters(own, position);
}

function nearestMeters(lines: readonly LineString[], position: Position): number {
  return lines.reduce((least, line) => Math.min(least, locateOnLine(line, position).distanceMeters), Infinity);
}

function middleOf(shape: HouseShape): Position {
  return 'point' in shape ? shape.point : centroid(shape.polygon);
}

/** 12 → 12, 12a → 12.1, 12b → 12.2: the order along the street; parity is that of the whole part. */
function numberOf(text: string): number {
  const [, whole = '0', letter = ''] = /^(\d+)\s*([a-z]?)/i.exec(text) ?? [];
  return Number(whole) + (letter === '' ? 0 : (letter.toLowerCase().charCodeAt(0) - 96) / 30);
}
