import { describe, expect, it } from 'vitest';
import type { FileRow } from '../../../../domain/formats/files/fileFormat.ts';
import type { FileShape } from '../../../../domain/formats/files/fileShape.ts';
import type { Given, ImportKindId, Incoming, IncomingRow } from '../../../../domain/formats/imports/incoming.ts';
import { kindOf, proposedKind } from '../../../../domain/formats/imports/kinds.ts';
import { matchColumns } from '../../../../domain/formats/imports/matchColumns.ts';
import { deriveId } from '../../../../domain/records/identifier.ts';
import { worldOf, type World } from '../../../../domain/records/world.ts';
import { aHouse, aHousehold, aLandmark, aRoad, at, aVillage, idOf, newId } from '../../builders.ts';
import { contentOf, done, issued, numbered, rectangle, refused, undone, type Done } from '../../edits/doing.ts';

type Line = readonly [FileShape | null, ...(string | null)[]];

/** What a file of these columns and rows would do. */
function look(
  world: World,
  id: ImportKindId,
  columns: readonly string[],
  lines: readonly Line[],
  more: Partial<Given> = {},
): Incoming {
  const rows = lines.map(([geometry, ...cells], index): FileRow => ({ row: index + 1, cells, geometry }));
  const base = newId();
  const kind = kindOf(id);
  return kind.preview(world, {
    ...{ columns, rows, choice: matchColumns(kind.fields, columns), isKept: () => false, answers: new Map() },
    ...{ idOf: (n: number) => deriveId(base, n), ...more },
  });
}

function take(world: World, incoming: Incoming, isGoneTaken = false): Done {
  const { kind, input } = incoming.edit('tệp.geojson', isGoneTaken);
  return done(world, kind, input as never);
}

const standingsOf = ({ rows }: Incoming) => rows.map(({ standing }) => standing);
const faultsOf = ({ rows }: Incoming) => rows.map(({ fault }) => fault?.code ?? null);
const changesOf = ({ changes }: IncomingRow) => changes.map(({ field, before, after }) => [field, before, after]);
const point = (east: number, north: number): FileShape => ({ type: 'Point', coordinates: at(east, north) });
const line = (...places: readonly (readonly [number, number])[]): FileShape => ({
  type: 'LineString',
  coordinates: places.map(([east, north]) => at(east, north)),
});

const road = aRoad(at(-200, 0), at(200, 0), { name: 'Đường Làng', class: 'road' });

describe('a file of houses', () => {
  const world = worldOf([aVillage(), road]);
  const columns = ['name', 'Loại nhà', 'Tờ', 'Thửa'];
  const lines: readonly Line[] = [
    [rectangle(0, 10, 8), 'Nhà văn hoá', 'Công cộng', '12', '5'],
    [rectangle(20, 10, 8), null, null, null, null],
    [point(-60, 6), null, 'Cửa hàng', null, null],
  ];
  const first = take(world, look(world, 'house', columns, lines));

  it('adds what is new in one edit that is undone as one', () => {
    const houses = [...first.world.house.values()];
    expect(houses.map(({ name, use, parcel }) => [name, use, parcel])).toEqual([
      ['Nhà văn hoá', 'public', { sheet: '12', plot: '5' }],
      [null, 'residential', null],
      [null, 'business', null],
    ]);
    // The door of an outline is taken to be in the wall towards the road.
    expect(houses[0]!.entrance[1]).toBeCloseTo(at(4, 10)[1], 6);
    expect(houses[2]!.entrance).toEqual(at(-60, 6));
    expect(contentOf(undone(first))).toEqual(contentOf(world));
  });

  it('changes nothing when it comes again, also when the corners are off by a hand', () => {
    const again = look(first.world, 'house', columns, lines);
    expect(standingsOf(again)).toEqual(['same', 'same', 'same']);
    expect([again.gone, again.edit('', true).input]).toMatchObject([[], { added: [], changed: [], goneIds: [] }]);
    const nearly = look(first.world, 'house', columns, [[rectangle(0.1, 10.1, 8), ...lines[0]!.slice(1)] as Line]);
    expect(standingsOf(nearly)).toEqual(['same']);
  });

  it('shows what is changed, and what is gone is kept unless somebody says otherwise', () => {
    const changed = look(first.world, 'house', columns, [
      [rectangle(1, 11, 9), 'Nhà văn hoá mới', 'Công cộng', '12', '6'],
      [rectangle(60, 10, 8), null, null, null, null],
    ]);
    expect(standingsOf(changed)).toEqual(['changed', 'added']);
    expect(changesOf(changed.rows[0]!)).toEqual([
      ['name', 'Nhà văn hoá', 'Nhà văn hoá mới'],
      ['plot', '5', '6'],
      ['shape', null, null],
    ]);
    expect([changed.gone.length, changed.loss]).toEqual([2, 2 / 3]);
    expect(take(first.world, changed).world.house.size).toBe(4);
    expect(take(first.world, changed, true).world.house.size).toBe(2);
  });

  it('leaves out with its reason what is outside, crosses itself, stands twice or lies within another', () => {
    const bow: FileShape = {
      type: 'Polygon',
      coordinates: [[at(0, 40), at(10, 50), at(10, 40), at(0, 50), at(0, 40)]],
    };
    const faulty = look(world, 'house', columns, [
      [{ type: 'Point', coordinates: [108.9, 15.2] }, null, null, null, null],
      [bow, null, null, null, null],
      [rectangle(0, 10, 8), null, null, null, null],
      [rectangle(0.5, 10, 8), null, null, null, null],
      [line([0, 0], [10, 0]), null, null, null, null],
      [null, 'Không có chỗ', null, null, null],
      [rectangle(40, 10, 20), null, null, null, null],
      [rectangle(42, 12, 2), null, null, null, null],
    ]);
    expect(faultsOf(faulty)).toEqual([
      ...[
        'outside-village',
        'polygon-crosses-itself',
        null,
        'twice-in-file',
        'geometry-of-other-type',
        'place-missing',
      ],
      ...[null, 'house-inside-another'],
    ]);
    expect(take(world, faulty).world.house.size).toBe(2);
  });

  it('names two rows with one code, and reads a word it does not know as nothing', () => {
    const coded = look(
      first.world,
      'house',
      ['Plus Code', 'Loại nhà'],
      [
        [point(0, 30), '7PG7XQCQ+222', 'gì đó'],
        [point(20, 60), '7PG7XQCQ+222', null],
      ],
    );
    expect(coded.rows.map(({ problems }) => problems)).toEqual([
      { plusCode: 'given-twice', use: 'choice-unknown' },
      { plusCode: 'given-twice' },
    ]);
    expect(standingsOf(coded)).toEqual(['faulty', 'faulty']);
  });

  it('knows degrees in the wrong order and metres of the cadastre in two columns', () => {
    const [lng, lat] = at(-60, 6);
    const swapped = look(first.world, 'house', ['Vĩ độ', 'Kinh độ'], [[null, String(lng), String(lat)]]);
    expect(standingsOf(swapped)).toEqual(['same']);
  });

  it('a house whose address is official is never taken away, and its outline keeps its door', () => {
    const official = issued(numbered(first.world));
    const house = [...official.house.values()][0]!;
    const empty = look(official, 'house', columns, [[point(-300, 300), null, null, null, null]]);
    expect(empty.gone).toEqual([]);
    const redrawn = look(official, 'house', columns, [[rectangle(0, 11, 9), null, null, null, null]]);
    expect(take(official, redrawn).world.house.get(house.id)).toMatchObject({ entrance: house.entrance });
  });

  it('is for the commune when most of the village would go', () => {
    const many = worldOf([aVillage(), road, ...[0, 1, 2, 3, 4].map((n) => aHouse(at(n * 30, 20)))]);
    const lost = look(many, 'house', columns, [[point(-300, 300), null, null, null, null]]);
    expect(lost.isMost).toBe(true);
    const { kind, input } = lost.edit('a', true);
    expect(kind).toBe('house.replace');
    expect(refused(many, 'house.import', input as never).code).toBe('import-loses-most');
    expect(take(many, lost, true).world.house.size).toBe(1);
  });
});

describe('a file of roads', () => {
  const world = worldOf([aVillage(), road]);
  const columns = ['name', 'width'];
  const lines: readonly Line[] = [
    [line([-200, 0], [200, 0]), 'Đường Làng', null],
    [line([0, 0], [0, 100]), 'Ngõ 1', '3'],
    [line([100, 0], [100, -80]), 'Đường Đền Hàn', '4,5'],
  ];

  it('knows the roads there are by their course, and joins new ones to them', () => {
    const incoming = look(world, 'road', columns, lines);
    expect(standingsOf(incoming)).toEqual(['same', 'added', 'added']);
    const taken = take(world, incoming);
    const lane = [...taken.world.road.values()].find(({ name }) => name === 'Ngõ 1');
    expect(lane).toMatchObject({ class: 'lane', parentRoadId: road.id, widthMeters: 3 });
    expect(taken.world.road.get(road.id)!.line.coordinates.length).toBe(4);
    expect(contentOf(undone(taken))).toEqual(contentOf(world));
    const again = look(taken.world, 'road', columns, lines);
    expect([standingsOf(again), again.gone]).toEqual([['same', 'same', 'same'], []]);
  });

  it('shows a new name, width or course, and what is gone', () => {
    const before = take(world, look(world, 'road', columns, lines)).world;
    const changed = look(before, 'road', columns, [
      [line([-200, 0], [0, 4], [200, 0]), 'Đường Làng', null],
      [line([100, 0], [100, -80]), 'Đường Đình', '5'],
    ]);
    expect(standingsOf(changed)).toEqual(['changed', 'changed']);
    expect(changed.rows.map(changesOf)).toEqual([
      [['shape', null, null]],
      [
        ['roadName', 'Đường Đền Hàn', 'Đường Đình'],
        ['widthMeters', 4.5, 5],
      ],
    ]);
    expect(changed.gone.map(({ title }) => title)).toEqual(['Ngõ 1']);
    expect(take(before, changed, true).world.road.size).toBe(2);
  });

  it('leaves out what is outside or crosses itself', () => {
    const faulty = look(world, 'road', columns, [
      [line([2000, 2000], [2100, 2000]), null, null],
      [line([0, 50], [60, 110], [60, 50], [0, 110]), null, null],
      [point(0, 0), null, null],
    ]);
    expect(faultsOf(faulty)).toEqual(['outside-boundary', 'line-crosses-itself', 'geometry-of-other-type']);
  });
});

describe('a file of points', () => {
  const temple = aLandmark(at(50, 50), { name: 'Đền Hàn', landmarkKind: 'temple' });
  const world = worldOf([aVillage(), road, temple]);
  const columns = ['name', 'sym'];

  it('of a receiver gives landmarks: moved by its name, new, and without a name none', () => {
    const incoming = look(world, 'landmark', columns, [
      [point(60, 50), 'Đền Hàn', null],
      [point(-100, 20), 'Chợ Phúc', 'chợ'],
      [point(-50, 20), null, 'Flag'],
      [{ type: 'Point', coordinates: [0, 0] }, 'Ngoài biển', null],
    ]);
    expect(standingsOf(incoming)).toEqual(['changed', 'added', 'faulty', 'faulty']);
    expect(faultsOf(incoming)).toEqual([null, null, 'nothing-said', 'outside-village']);
    const taken = take(world, incoming);
    expect(
      [...taken.world.landmark.values()].map(({ name, landmarkKind, place }) => [name, landmarkKind, place]),
    ).toEqual([
      ['Đền Hàn', 'temple', at(60, 50)],
      ['Chợ Phúc', 'market', at(-100, 20)],
    ]);
    expect(contentOf(undone(taken))).toEqual(contentOf(world));
  });

  it('gives streetlights, the same again by their places, and none of the next pole', () => {
    const heads = ['Công suất', 'Cột'];
    const lines: readonly Line[] = [
      [point(0, 3), '70', 'C1'],
      [point(30, 3), '100 W', null],
    ];
    const taken = take(world, look(world, 'lamp', heads, lines));
    expect([...taken.world.lamp.values()].map(({ powerWatts, pole, state }) => [powerWatts, pole, state])).toEqual([
      [70, 'C1', 'existing'],
      [100, null, 'existing'],
    ]);
    expect(standingsOf(look(taken.world, 'lamp', heads, lines))).toEqual(['same', 'same']);
    const other = look(taken.world, 'lamp', heads, [[point(32, 3), '150', null]]);
    expect(changesOf(other.rows[0]!)).toEqual([
      ['powerWatts', 100, 150],
      ['shape', null, null],
    ]);
    expect(other.gone.map(({ title }) => title)).toEqual(['C1']);
  });

  it('gives cameras and signs', () => {
    const cameras = take(world, look(world, 'camera', ['name', 'Hướng'], [[point(0, 5), 'Cổng làng', '90']]));
    expect([...cameras.world.camera.values()]).toMatchObject([
      { name: 'Cổng làng', facingDegrees: 90, owner: 'village' },
    ]);
    const signs = take(world, look(world, 'sign', ['Nội dung biển'], [[point(0, 5), 'Ngõ 5']]));
    expect([...signs.world.sign.values()]).toMatchObject([
      { faces: ['Ngõ 5'], signKind: 'lane-mouth', state: 'installed' },
    ]);
  });
});

describe('a file of outlines', () => {
  it('gives candidates where nothing is known yet', () => {
    const house = aHouse(at(4, 10), { footprint: rectangle(0, 10, 8) });
    const world = worldOf([aVillage(), road, house]);
    const lines: readonly Line[] = [
      [rectangle(1, 10, 8), '0.8'],
      [rectangle(40, 10, 8), '0.7'],
      [rectangle(3000, 10, 8), '0.7'],
    ];
    const incoming = look(world, 'candidate', ['confidence'], lines);
    expect(standingsOf(incoming)).toEqual(['same', 'added', 'faulty']);
    expect(faultsOf(incoming)).toEqual(['known-house', null, 'outside-boundary']);
    const taken = take(world, incoming);
    expect([...taken.world.candidate.values()]).toMatchObject([{ confidence: 0.7, source: 'tệp.geojson' }]);
    expect(faultsOf(look(taken.world, 'candidate', ['confidence'], lines))).toEqual([
      ...['known-house', 'known-candidate', 'outside-boundary'],
    ]);
  });
});

describe('a list of households', () => {
  const before = aHousehold({ id: idOf(31), ordinal: 1, headName: 'Nguyễn Văn An', phone: '0912345678' });
  const world = worldOf([aVillage(), before]);
  const columns = ['STT', 'Họ tên', 'SĐT'];
  const lines: readonly Line[] = [[null, '1', 'TRẦN THỊ BÉ', '0987654321']];

  it('asks who it is when a number alone is the same, and takes nothing of it until then', () => {
    const asked = look(world, 'household', columns, lines);
    expect(asked.rows[0]).toMatchObject({ standing: 'changed', isDoubtful: true });
    expect(asked.edit('a', false).input).toMatchObject({ added: [], changed: [] });
    const same = look(world, 'household', columns, lines, { answers: new Map([[1, 'same-family']]) });
    expect(take(world, same).world.household.get(before.id)).toMatchObject({ headName: 'Trần Thị Bé' });
    const other = look(world, 'household', columns, lines, { answers: new Map([[1, 'another-family']]) });
    expect([standingsOf(other), other.gone.map(({ id }) => id)]).toEqual([['added'], [before.id]]);
    const renamed = look(world, 'household', columns, [[null, '1', 'Trần Thị Bé', null]]);
    expect(renamed.rows[0]).toMatchObject({ standing: 'changed', isDoubtful: false });
  });

  it('takes a cell as it is written when the proposal is refused', () => {
    const kept = look(world, 'household', columns, lines, {
      isKept: (_, field) => field === 'headName',
      answers: new Map([[1, 'same-family']]),
    });
    expect(take(world, kept).world.household.get(before.id)).toMatchObject({ headName: 'TRẦN THỊ BÉ' });
  });
});

describe('what a file is', () => {
  const facts = { format: 'geojson', name: 'a', columns: [] as string[], shape: null } as const;
  it.each([
    ['household', { columns: ['STT', 'Họ và tên chủ hộ'] }],
    ['house', { columns: ['Plus Code', 'Số nhà'] }],
    ['house', { columns: ['Tên nhà', 'Loại nhà', 'X', 'Y'] }],
    ['house', { shape: 'Polygon', columns: ['Tờ', 'Thửa'] }],
    ['candidate', { format: 'osm-xml', name: 'building', shape: 'MultiPolygon', columns: ['building'] }],
    ['candidate', { format: 'csv', shape: 'Polygon', columns: ['confidence'] }],
    ['road', { format: 'osm-pbf', name: 'highway', shape: 'LineString' }],
    ['landmark', { format: 'gpx', shape: 'Point', columns: ['name', 'sym', 'time'] }],
    ['lamp', { shape: 'Point', columns: ['Công suất', 'Cột'] }],
    ['camera', { name: 'camera', shape: 'Point' }],
    ['house', { shape: 'Point', columns: ['Mã nhà', 'Số nhà'] }],
  ] as const)('%s', (id, more) => expect(proposedKind({ ...facts, ...more })).toBe(id));
});
