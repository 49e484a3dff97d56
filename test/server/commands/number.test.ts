import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { number } from '../../../server/commands/number/number.ts';
import { at } from '../../domain/builders.ts';

const feature = (type: string, coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const box = (east: number, north: number, size = 8) => [
  at(east, north),
  at(east + size, north),
  at(east + size, north + size),
  at(east, north + size),
  at(east, north),
];

/** Its numbers rise from the east, with the south on the left (RULES R2). */
const street = feature('LineString', [at(-100, 0), at(100, 0)], { name: 'Đường Làng', highway: 'residential' });
const lane = feature(
  'MultiLineString',
  [
    [at(0, 0), at(0, 40)],
    [at(0, 40), at(0, 80)],
  ],
  { name: 'Ngõ Giếng' },
);
const drive = feature('LineString', [at(60, 1), at(60, 30)], { highway: 'service' });
const behind = (north: number) =>
  feature('LineString', [at(-100, north), at(100, north)], { name: 'Đường Sau', widthMeters: 4.5 });
const roads = collection(street, lane, drive);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-nha-number-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const put = async (name: string, text: string) => {
  await writeFile(file(name), text);
  return file(name);
};

/** Runs the command; what it says on standard output and, line by line, beside it. */
async function run(...args: readonly string[]) {
  const [said, notes]: [string[], string[]] = [[], []];
  await number(args, {
    say: (line) => said.push(line),
    note: (line) => notes.push(line),
    clock: () => new Date(),
    environment: {},
  });
  return { said, notes };
}

interface Numbered {
  readonly properties: Readonly<Record<string, unknown>>;
}

async function numbered(houses: string, more: readonly string[] = [], roadsText = roads) {
  const args = ['--roads', await put('roads.geojson', roadsText), '--houses', await put('houses.geojson', houses)];
  const { said, notes } = await run(...args, ...more, '--out', file('out.geojson'));
  const text = await readFile(file('out.geojson'), 'utf8');
  const parsed = JSON.parse(text) as { type: string; features: Numbered[] };
  expect([parsed.type, said]).toEqual(['FeatureCollection', []]);
  return { features: parsed.features, notes, text };
}

describe('sonha number', () => {
  it('gives the same features in the same order, their own properties kept, the address beside them', async () => {
    const houses = [
      feature('Polygon', [box(-60, 6)], { id: 1, name: 'Nhà ông Mẫu', nested: { list: [1, null] } }),
      { ...feature('MultiPolygon', [[box(80, 6, 3)], [box(40, -20)]], { id: 2 }), id: 'osm/7', bbox: [1, 2, 3, 4] },
      feature('Point', at(6, 60), { id: 3 }),
      feature('Point', [...at(-20, -8), 12.5], null),
    ];
    const { features } = await numbered(collection(...houses));
    expect(features).toHaveLength(4);
    features.forEach((one, n) => {
      const { properties, ...rest } = houses[n]!;
      expect(one).toMatchObject({ ...rest, properties: properties ?? {} });
      expect(one.properties).toMatchObject({
        roadPart: 1,
        plusCode: expect.stringMatching(/^7P[FG][67][2-9A-Z]{4}\+[2-9A-Z]{3}$/) as string,
        reason: expect.any(String) as string,
      });
    });
    // Of the MultiPolygon the larger part counts, south of the street.
    expect(features.map(({ properties }) => [properties['road'], properties['side'], properties['number']])).toEqual([
      ['Đường Làng', 'right', '2'],
      ['Đường Làng', 'left', '1'],
      ['Ngõ Giếng', 'right', '2'],
      ['Đường Làng', 'left', '3'],
    ]);
    expect(features[1]!.properties['measureMeters']).toBeCloseTo(56, 0);
  });

  it('keeps the numbers of the file when asked, and tells which it could not keep and why', async () => {
    const given = (east: number, housenumber?: unknown) =>
      feature('Point', at(east, -8), housenumber === undefined ? {} : { 'addr:housenumber': housenumber });
    const houses = collection(given(80), given(60, 7), given(40, '7'), given(20, 'nhà cũ'), given(-20, ' 12b '));
    const numbersOf = (features: readonly Numbered[]) => features.map(({ properties }) => properties['number']);
    const { features, notes } = await numbered(houses, ['--keep-numbers']);
    expect(numbersOf(features)).toEqual(['1', '7', '9', '11', '12B']);
    expect(features[1]!.properties['addr:housenumber']).toBe(7);
    expect(notes).toContain('Giữ nguyên 2 số nhà của tệp.');
    expect(notes).toContain('Không giữ số nhà #2 "7": nhà khác trên đường này đã mang số này');
    expect(notes).toContain('Không giữ số nhà #3 "nhà cũ": không đọc được');
    const plain = await numbered(houses);
    expect(numbersOf(plain.features)).toEqual(['1', '3', '5', '7', '9']);
    expect(plain.notes.filter((line) => line.includes('Giữ nguyên') || line.includes('Không giữ'))).toEqual([]);
  });

  it('a driveway without a name leads to its road and is none itself', async () => {
    const deep = collection(feature('Polygon', [box(56, 31)]));
    const numberedWith = async (...ways: unknown[]) =>
      (await numbered(deep, [], collection(street, behind(58), ...ways))).features[0]!.properties;
    expect(await numberedWith(drive)).toMatchObject({ road: 'Đường Làng', reason: 'access', runnerUp: 'Đường Sau' });
    expect(await numberedWith()).toMatchObject({ road: 'Đường Sau', reason: 'nearest', runnerUp: 'Đường Làng' });
  });

  it('a building around a house’s point is that house; any other stands in the way', async () => {
    const point = collection(feature('Point', at(0, 19)));
    const wall = [-24, -8, 8].map((east) =>
      feature('Polygon', [[at(east, 4), at(east + 16, 4), at(east + 16, 12), at(east, 12), at(east, 4)]]),
    );
    const placed = async (...buildings: unknown[]) => {
      const others = ['--buildings', await put('buildings.geojson', collection(...buildings))];
      return (await numbered(point, others, collection(street, behind(40)))).features[0]!.properties;
    };
    expect(await placed()).toMatchObject({ road: 'Đường Làng', reason: 'nearest' });
    expect(await placed(...wall)).toMatchObject({ road: 'Đường Sau', reason: 'sight' });
    expect(await placed(feature('Polygon', [box(-8, 9, 16)]))).toMatchObject({ road: 'Đường Làng', reason: 'nearest' });
    // What is no polygon stands in nobody's way and stops nothing.
    expect(await placed(feature('Point', at(0, 8)), { type: 'Feature' }, {})).toMatchObject({ road: 'Đường Làng' });
  });

  it('a malformed feature keeps its place, without a number; it is told with its number and cause', async () => {
    const good = (east: number) => feature('Polygon', [box(east, 6)]);
    const houses = [
      good(-60),
      { type: 'Feature', properties: { kept: 'yes' }, geometry: null },
      feature('Polygon', [[at(0, 6), at(8, 14), at(8, 6), at(0, 14), at(0, 6)]]),
      feature('LineString', [at(0, 0), at(1, 1)]),
      feature('Point', [205, 20]),
      feature('Point', ['105.788', 19.97]),
      feature('Polygon', [[at(0, 6), at(8, 6)]]),
      { hello: 'world' },
      good(40),
      feature('Polygon', [box(300, 400)]),
      feature('Polygon', [box(40, 6)], { twin: true }),
    ];
    const { features, notes } = await numbered(collection(...houses));
    expect(features.map(({ properties }) => properties['reason'])).toEqual([
      expect.any(String),
      'feature-malformed',
      'polygon-crosses-itself',
      'geometry-of-other-type',
      'geometry-not-finite',
      'feature-malformed',
      'feature-malformed',
      'feature-malformed',
      expect.any(String),
      'no-road-within-reach',
      expect.any(String),
    ]);
    const withoutNumber = features.filter(({ properties }) => properties['number'] === null);
    expect(withoutNumber).toHaveLength(9);
    // Of two at one door the first keeps the number.
    expect(features[8]!.properties).toMatchObject({ road: 'Đường Làng', number: expect.any(String) as string });
    for (const { properties } of withoutNumber) expect(properties['plusCode']).toBeNull();
    expect(features[1]!.properties).toMatchObject({ kept: 'yes', road: null });
    const told = notes.join('\n');
    expect(told).toContain('Đã đánh số 2 trên 11 nhà');
    expect(told).toContain('Không đánh số 4 nhà: đối tượng sai mẫu (#1, #5, #6, #7)');
    expect(told).toContain('vùng tự cắt (#2)');
    expect(told).toContain('trùng lối vào với nhà khác (#10)');
    expect(told).toContain('không có đường trong tầm (#9)');
  });

  it('a malformed road is left out and told; the others are used', async () => {
    const wrong = feature('LineString', [at(0, 0)], { name: 'Đường Cụt' });
    const platform = feature('LineString', [at(0, 0), at(9, 0)], { highway: 'platform' });
    const { features, notes } = await numbered(
      collection(feature('Polygon', [box(-60, 6)])),
      [],
      collection(wrong, platform, { type: 'Feature' }, street),
    );
    expect(features[0]!.properties).toMatchObject({ road: 'Đường Làng', number: '2' });
    const told = notes.join('\n');
    expect(told).toContain('Không lấy đường #0 Đường Cụt: đường quá ngắn');
    expect(told).toContain('Không lấy đường #1: không phải đường đi lại');
    expect(told).toContain('Không lấy đường #2: đối tượng sai mẫu');
  });

  it('an empty list of houses gives an empty list', async () => {
    const { features, notes } = await numbered(collection());
    expect(features).toEqual([]);
    expect(notes.join('\n')).toContain('Đã đánh số 0 trên 0 nhà');
  });

  it('reads files with a byte order mark, and names of roads in either form of their marks as one', async () => {
    const name = 'Đường Đền Hàn';
    const half = (from: number, text: string) =>
      feature('LineString', [at(from, 0), at(from + 100, 0)], { name: text });
    const both = collection(half(-100, name), half(0, name.normalize('NFD')));
    expect(both).not.toBe(both.normalize('NFC'));
    const houses = collection(feature('Point', at(-60, 6)), feature('Point', at(60, 6)));
    const { features } = await numbered(`\uFEFF${houses}`, [], `\uFEFF${both}`);
    expect(features.map(({ properties }) => [properties['road'], properties['number']])).toEqual([
      [name, '4'],
      [name, '2'],
    ]);
  });

  it('the same files give the same bytes', async () => {
    const houses = collection(
      ...Array.from({ length: 30 }, (_, n) => feature('Polygon', [box(-90 + n * 6, n % 2 ? 6 : -14, 5)])),
    );
    const [first, second] = [(await numbered(houses)).text, (await numbered(houses)).text];
    expect(second).toBe(first);
  });

  it('may write over the file it reads', async () => {
    const path = await put('own.geojson', collection(feature('Point', at(-60, 6), { mine: 1 })));
    await run('--roads', await put('roads.geojson', roads), '--houses', path, '--out', path);
    const written: unknown = JSON.parse(await readFile(path, 'utf8'));
    expect(written).toMatchObject({ features: [{ properties: { mine: 1, number: '2' } }] });
  });
});

describe('what cannot be used is one line, and nothing is written', () => {
  const good = collection(feature('Point', at(-60, 6)));

  /** The failure and what is in the folder of the output afterwards. */
  async function failure(given: {
    roads?: string;
    houses?: string;
    buildings?: string;
    out?: string;
    more?: string[];
  }) {
    const out = join(folder, 'written');
    await rm(out, { recursive: true, force: true });
    await mkdir(out);
    const args = [
      ['--roads', given.roads ?? (await put('roads.geojson', roads))],
      ['--houses', given.houses ?? (await put('houses.geojson', good))],
      given.buildings === undefined ? [] : ['--buildings', given.buildings],
      ['--out', given.out ?? join(out, 'out.geojson')],
      given.more ?? [],
    ].flat();
    const error: unknown = await run(...args).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    const { name, code, message } = error as Error & { code: string };
    expect([name, message.split('\n').length]).toEqual(['LaunchError', 1]);
    return { code, message, left: await readdir(out) };
  }

  it('a good run leaves one file, so that an empty folder means something', async () => {
    const out = file('one');
    await mkdir(out);
    const args = ['--roads', await put('roads.geojson', roads), '--houses', await put('houses.geojson', good)];
    await run(...args, '--out', join(out, 'out.geojson'));
    expect(await readdir(out)).toEqual(['out.geojson']);
  });

  it('files: missing, a folder, empty, no JSON, no GeoJSON, cut off; the message names the file', async () => {
    for (const [name, text, code] of [
      ['missing', null, 'file-missing'],
      ['empty', '', 'file-not-json'],
      ['text', 'số nhà', 'file-not-json'],
      ['other', '{"type":"Topology","objects":{}}', 'file-not-geojson'],
      ['cut', good.slice(0, -20), 'file-not-json'],
      ['late', `${good.slice(0, -2)},{"type":]}`, 'file-not-json'],
    ] as const) {
      const path = text === null ? file('not-there.geojson') : await put(`bad-${name}.geojson`, text);
      for (const role of ['roads', 'houses', 'buildings'] as const) {
        const { code: found, message, left } = await failure({ [role]: path });
        expect([name, role, found, left]).toEqual([name, role, code, []]);
        expect(message).toContain(path);
      }
    }
    for (const role of ['roads', 'houses', 'buildings'] as const) {
      expect(await failure({ [role]: folder })).toMatchObject({ code: 'file-missing', left: [] });
    }
  });

  it('a file that is broken somewhere says in which line', async () => {
    const lines = ['{"type":"FeatureCollection","features":[', '{"type":"Feature"},', '{"type":', '"Feature",,}', ']}'];
    for (const role of ['roads', 'houses', 'buildings'] as const) {
      const { message } = await failure({ [role]: await put('broken.geojson', lines.join('\n')) });
      expect(message).toContain('ở dòng 3 hoặc ngay sau đó');
      const noComma = [lines[0], '{"type":"Feature"}', '{"type":"Feature"}', ']}'].join('\n');
      expect((await failure({ [role]: await put('comma.geojson', noComma) })).message).toContain('ở dòng 3');
    }
  });

  it('an output that cannot be written: into no folder, into a file, onto a folder', async () => {
    const taken = file('taken');
    await mkdir(taken);
    await put('plain', 'a file');
    for (const out of [file('nowhere/out.geojson'), file('plain/out.geojson'), taken]) {
      const { code, message } = await failure({ out });
      expect([out, code]).toEqual([out, 'file-not-written']);
      expect(message).toContain(out);
      expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
    }
  });

  it('an old output stays as it was when the new one fails', async () => {
    const out = await put('old.geojson', 'as it was');
    const { code } = await failure({ out, houses: await put('bad.geojson', `${good.slice(0, -2)},{]}`) });
    expect([code, await readFile(out, 'utf8')]).toEqual(['file-not-json', 'as it was']);
  });

  it('flags: missing, unknown, a profile there is not', async () => {
    const unknown = await failure({ more: ['--profile', 'kr-2020'] });
    expect(unknown.code).toBe('profile-unknown');
    expect(unknown.message).toContain('vn-2024');
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(await failure({ more: ['--profile', name] })).toMatchObject({ code: 'profile-unknown' });
    }
    expect(await failure({ more: ['--rods', 'x'] })).toMatchObject({ code: 'flag-unknown', left: [] });
    for (const missing of ['roads', 'houses', 'out']) {
      expect(await failure({ [missing]: '' })).toMatchObject({ code: 'flag-missing', left: [] });
    }
  });
});

describe('as a program', () => {
  const sonha = (...args: readonly string[]) =>
    new Promise<{ exitCode: number | null; output: string; errors: string }>((done) => {
      const child = spawn('npm', ['run', '--silent', 'sonha', '--', 'number', ...args], {
        cwd: resolve(import.meta.dirname, '../../..'),
      });
      let [output, errors] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.once('close', (exitCode) => done({ exitCode, output, errors }));
    });

  it('says nothing on standard output; its summary and its failures are on standard error', async () => {
    const roadsFile = await put('roads.geojson', roads);
    const housesFile = await put('houses.geojson', collection(feature('Point', at(-60, 6))));
    const done = await sonha('--roads', roadsFile, '--houses', housesFile, '--out', file('program.geojson'));
    expect([done.exitCode, done.output]).toEqual([0, '']);
    expect(done.errors).toContain('Đã đánh số 1 trên 1 nhà');
    const failed = await sonha('--roads', roadsFile, '--houses', file('none.geojson'), '--out', file('failed.geojson'));
    expect([failed.exitCode, failed.output]).toEqual([1, '']);
    expect(failed.errors.trim().split('\n').at(-1)).toContain('none.geojson');
    expect(failed.errors).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).not.toContain('failed.geojson');
    const misused = await sonha('--rods', roadsFile);
    expect([misused.exitCode, misused.output]).toEqual([2, '']);
  });

  it('writes into a pipe; what a house calls by a name of the answer stays beside it', async () => {
    const roadsFile = await put('roads.geojson', roads);
    const own = { road: 'của tôi', number: 99, note: 'x' };
    const housesFile = await put('own.geojson', collection({ ...feature('Point', at(-60, 6)), properties: own }));
    const done = await sonha('--roads', roadsFile, '--houses', housesFile, '--out', '-');
    expect(done.exitCode).toBe(0);
    const { features } = JSON.parse(done.output) as { features: { properties: Record<string, unknown> }[] };
    expect(features[0]!.properties).toMatchObject({
      'given:road': 'của tôi',
      'given:number': 99,
      note: 'x',
      number: '2',
    });
    expect(await readdir(process.cwd())).not.toContain('-');
  });
});
