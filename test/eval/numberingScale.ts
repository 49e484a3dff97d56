/**
 * `npm run eval:numbering-scale [-- houses]`: `sonha number` on a made-up file of 200,000 houses along named roads, with
 * driveways and other buildings: its time and the most memory it took. Ends with JSON lines; exit code 1 when it fails.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { roundPosition } from '../../domain/geometry/rounding.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import { featuresOfFile } from '../../server/commands/number/featureStream.ts';
import { printFigures } from '../bench/figure.ts';
import { withTemporaryFolder } from '../product.ts';

const houseCount = Number(process.argv[2] ?? 200_000);
if (!Number.isInteger(houseCount) || houseCount < 1) {
  console.error(`The number of houses is a whole number, not ${process.argv[2]}.`);
  process.exit(2);
}
/** Houses of one road, on both sides, and roads of one village. */
const [perRoad, roadsPerVillage] = [60, 10];
const plotMeters = 12;

interface Made {
  readonly type: string;
  readonly coordinates: unknown;
  readonly properties: object;
}

function* roads(): Generator<Made> {
  for (let road = 0; road * perRoad < houseCount; road += 1) {
    const line = [at(road, -10, 0), at(road, (perRoad / 2) * plotMeters + 10, 0)];
    yield { type: 'LineString', coordinates: line, properties: { name: `Đường ${road + 1}`, highway: 'residential' } };
    if (road % 3 > 0) continue;
    const drive = [at(road, 100, 2), at(road, 100, 14)];
    yield { type: 'LineString', coordinates: drive, properties: { highway: 'service' } };
  }
}

function* houses(): Generator<Made> {
  for (let n = 0; n < houseCount; n += 1) {
    const [road, place] = [Math.floor(n / perRoad), n % perRoad];
    const [along, side] = [Math.floor(place / 2) * plotMeters, place % 2 === 0 ? 1 : -1];
    const properties = { id: n, 'addr:place': 'Thôn Ví Dụ', building: 'house', note: 'Dữ liệu minh hoạ '.repeat(3) };
    if (n % 4 === 0) {
      yield { type: 'Point', coordinates: at(road, along + 4, side * 9), properties };
      continue;
    }
    const ring = boxAt(road, along, side * 6, 8, side * 10);
    if (n % 4 === 1) yield { type: 'MultiPolygon', coordinates: [[ring]], properties };
    else yield { type: 'Polygon', coordinates: [ring], properties };
  }
}

/** Around every house that is a point, and a shed behind every tenth. */
function* buildings(): Generator<Made> {
  for (let n = 0; n < houseCount; n += 4) {
    const [road, place] = [Math.floor(n / perRoad), n % perRoad];
    const [along, side] = [Math.floor(place / 2) * plotMeters, place % 2 === 0 ? 1 : -1];
    yield { type: 'Polygon', coordinates: [boxAt(road, along, side * 6, 8, side * 10)], properties: {} };
    if (n % 40 === 0)
      yield { type: 'Polygon', coordinates: [boxAt(road, along, side * 20, 4, side * 4)], properties: {} };
  }
}

/** Villages in a square, 2 km apart; the roads of one, 60 m apart. */
function at(road: number, along: number, across: number): Position {
  const village = Math.floor(road / roadsPerVillage);
  const [column, row] = [village % 20, Math.floor(village / 20)];
  const { toDegrees } = localFrame([105.4 + column * 0.02, 19.6 + row * 0.02]);
  return roundPosition(toDegrees([along, (road % roadsPerVillage) * 60 + across]));
}

const boxAt = (road: number, along: number, across: number, width: number, depth: number): Position[] => [
  at(road, along, across),
  at(road, along + width, across),
  at(road, along + width, across + depth),
  at(road, along, across + depth),
  at(road, along, across),
];

async function write(path: string, features: Iterable<Made>): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('{"type":"FeatureCollection","features":[');
  let [count, text] = [0, ''];
  for (const { type, coordinates, properties } of features) {
    text += `${count === 0 ? '' : ','}\n${JSON.stringify({ type: 'Feature', properties, geometry: { type, coordinates } })}`;
    count += 1;
    if (count % 1000 > 0) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(`${text}]}`);
  await once(stream, 'finish');
}

interface Run {
  readonly exitCode: number | null;
  readonly errors: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** In a process of its own, which says at its end the most memory it took. */
async function number(...args: readonly string[]): Promise<Run> {
  const peak = new URL('../bench/peakMemory.ts', import.meta.url).href;
  const telling = `import{peakMegabytes}from'${peak}';process.on('exit',()=>process.stderr.write('peak '+peakMegabytes()+'\\n'))`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      `data:text/javascript,${encodeURIComponent(telling)}`,
      'server/cli.ts',
      'number',
      ...args,
    ],
    { cwd: resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'inherit', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const megabytes = Number(/peak ([\d.]+)/.exec(errors)?.[1] ?? Number.NaN);
  return { exitCode, errors, milliseconds: performance.now() - started, megabytes };
}

async function measure(folder: string): Promise<boolean> {
  const file = (name: string) => join(folder, `${name}.geojson`);
  for (const [name, features] of [
    ['roads', roads()],
    ['houses', houses()],
    ['buildings', buildings()],
  ] as const) {
    await write(file(name), features);
  }
  const inputs = ['roads', 'houses', 'buildings'].flatMap((name) => [`--${name}`, file(name)]);
  const run = await number(...inputs, '--out', file('out'));
  console.log(run.errors.trim());
  let [index, numbered, inOrder] = [0, 0, true];
  if (run.exitCode === 0) {
    for await (const value of featuresOfFile('buildings', file('out'))) {
      const { properties } = value as { properties: { id: number; number: string | null } };
      if (properties.id !== index) inOrder = false;
      if (properties.number !== null) numbered += 1;
      index += 1;
    }
  }
  const isWhole = run.exitCode === 0 && inOrder && index === houseCount;
  if (!isWhole) console.log(`Exit code ${run.exitCode}, ${index} features written${inOrder ? '' : ', out of order'}.`);
  printFigures([
    {
      figure: `${houseCount} houses of a file numbered`,
      value: numbered,
      aim: houseCount,
      better: 'higher',
      unit: 'houses',
    },
    {
      figure: `${houseCount} houses of a file: time`,
      value: run.milliseconds / 1000,
      aim: null,
      better: 'lower',
      unit: 's',
    },
    {
      figure: `${houseCount} houses of a file: most memory`,
      value: run.megabytes,
      aim: 1024,
      better: 'lower',
      unit: 'MB',
    },
  ]);
  return isWhole;
}

process.exit((await withTemporaryFolder(measure)) ? 0 : 1);
