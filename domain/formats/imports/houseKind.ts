/** A file of houses: outlines or points, with what it says of them. */
import { fullNumber } from '../../addressing/fullNumber.ts';
import { currentAddresses } from '../../coverage/currentAddress.ts';
import { housesTaken, type HousesInput } from '../../edits/housesImport.ts';
import { losesMost } from '../../edits/householdsImport.ts';
import { areaSquareMeters, roundPosition } from '../../geometry/polygon.ts';
import { polygonProblem } from '../../geometry/validity.ts';
import type { House } from '../../records/house.ts';
import type { World } from '../../records/world.ts';
import { pointOf, polygonsOf } from '../fileShapes.ts';
import { useOf } from '../houseTags.ts';
import { isDoubt, readChoice, readShort } from './cellReadings.ts';
import { matchHouses, type PlacedRow } from './houseMatch.ts';
import { houseFields, type ImportFieldKey } from './importFields.ts';
import { rowFault, type Given, type ImportKind, type Incoming, type IncomingRow, type RowFault } from './incoming.ts';
import { markRepeated } from './readCells.ts';
import { columnPlaces, featureOfRow, outsideFault, placeReaders, readRows, textIn, type ReadRow } from './readRows.ts';
import { isSameOutline, isSamePlace } from './sameShape.ts';
import { settled } from './settled.ts';

const readers = {
  ...placeReaders,
  name: readShort(100),
  use: readChoice({
    residential: 'nhà ở, dân cư, nhà dân, hộ dân, house, yes',
    public: 'công trình công cộng, công cộng, cơ quan, nhà văn hoá, trụ sở',
    business: 'kinh doanh, cửa hàng, sản xuất, doanh nghiệp',
    worship: 'đền, chùa, nhà thờ, tín ngưỡng, tôn giáo',
    school: 'trường học, trường',
    other: 'khác',
  }),
  sheet: readShort(20),
  plot: readShort(20),
};

/** What a row wants of the village: a new house, or another look of one there is. */
interface Wish {
  readonly house: House | null;
  readonly id: string;
  readonly changes: HousesInput['changed'][number]['changes'];
}

export const houseKind: ImportKind = {
  id: 'house',
  fields: houseFields,
  isReady: (choice, hasShapes) =>
    hasShapes ||
    (choice.latitude !== undefined && choice.longitude !== undefined) ||
    choice.houseId !== undefined ||
    choice.plusCode !== undefined,
  preview,
};

function preview(world: World, given: Given): Incoming {
  const reads = readRows(given, readers);
  for (const key of ['houseId', 'plusCode'] as const) markRepeated(reads, key);
  const places = columnPlaces(world, reads);
  const faults = new Map<ReadRow, RowFault>();
  const rows = reads.flatMap((read, index): PlacedRow[] => {
    const placed = placedRow(world, read, given, index, places);
    if (!('code' in placed)) return [placed];
    faults.set(read, placed);
    return [];
  });
  const { houseOf, twice } = matchHouses(
    world,
    rows.filter(({ read }) => isSound(read)),
  );
  for (const [{ read }, fault] of twice) faults.set(read, fault);
  const wishes = new Map<ReadRow, Wish>();
  for (const [index, row] of rows.entries()) {
    const { read } = row;
    if (faults.has(read) || !isSound(read)) continue;
    const house = houseOf.get(row) ?? null;
    if (house) wishes.set(read, { house, id: house.id, changes: changesOf(house, row, given) });
    else if (!row.footprint && !row.entrance) faults.set(read, rowFault('place-missing'));
    else wishes.set(read, { house, id: given.idOf(index + 1), changes: newFields(row, given, index) });
  }
  const all = [...wishes.values()];
  const lists = {
    added: all.filter(({ house }) => !house).map(({ id, changes }) => added(id, changes)),
    changed: all.filter(({ house, changes }) => house && Object.keys(changes).length > 0),
  };
  const sound = settled(world, lists, (some) => housesTaken(world, { source: '', goneIds: [], ...some }));
  const placedOf = new Map(rows.map((row) => [row.read, row]));
  const known = new Set([...houseOf.values()].map(({ id }) => id));
  const gone = goneHouses(world, known);
  const loss = world.house.size === 0 ? 0 : gone.length / world.house.size;
  return {
    rows: reads.map((read) => incomingRow(read, placedOf.get(read), wishes.get(read), faults.get(read), sound.faults)),
    gone,
    loss,
    isMost: losesMost(gone.length, world.house.size),
    edit: (source, isGoneTaken) => {
      const goneIds = isGoneTaken ? gone.map(({ id }) => id) : [];
      const kind = losesMost(goneIds.length, world.house.size) ? 'house.replace' : 'house.import';
      const changed = sound.changed.map(({ id, changes }) => ({ id, changes }));
      return { kind, input: { source, added: sound.added, changed, goneIds } };
    },
  };
}

const isSound = ({ problems }: ReadRow): boolean => Object.values(problems).every(isDoubt);

/** Of several parts the largest; what lies far outside the village is not looked at further. */
function placedRow(
  world: World,
  read: ReadRow,
  { columns }: Given,
  index: number,
  places: ReadonlyMap<ReadRow, readonly [number, number]>,
): PlacedRow | RowFault {
  const feature = featureOfRow(read, columns, index);
  const byColumns = places.get(read) ?? null;
  if (!feature.geometry) return outside(world, { read, footprint: null, entrance: byColumns });
  if (feature.geometry.type === 'Point') {
    const point = pointOf(feature);
    return typeof point === 'string'
      ? rowFault(point)
      : outside(world, { read, footprint: null, entrance: roundPosition(point) });
  }
  const polygons = polygonsOf(feature);
  if (typeof polygons === 'string') return rowFault(polygons);
  const [footprint] = [...polygons].sort((a, b) => areaSquareMeters(b) - areaSquareMeters(a));
  const problem = footprint && polygonProblem(footprint);
  if (!footprint) return rowFault('feature-malformed');
  return problem ? rowFault(problem.code) : outside(world, { read, footprint, entrance: byColumns });
}

const outside = (world: World, row: PlacedRow): PlacedRow | RowFault =>
  outsideFault(world, row.footprint?.coordinates[0]?.[0] ?? row.entrance) ?? row;

const added = (id: string, changes: Wish['changes']): HousesInput['added'][number] => ({
  id,
  ...{ entrance: null, footprint: null, name: null, use: 'residential', state: 'standing', parcel: null },
  ...changes,
});

function newFields(
  { read, footprint, entrance }: PlacedRow,
  { columns, choice }: Given,
  index: number,
): Wish['changes'] {
  const use = read.values.use ?? (choice.use === undefined ? useOf(featureOfRow(read, columns, index)) : null);
  return {
    ...saidFields(read),
    use: (use ?? 'residential') as House['use'],
    footprint,
    ...(entrance ? { entrance } : {}),
  };
}

/** A cell that is empty, or cannot be read, says nothing of a house there is. */
function saidFields(read: ReadRow): Wish['changes'] {
  const [name, use, sheet, plot] = (['name', 'use', 'sheet', 'plot'] as const).map((key) => textIn(read, key));
  return {
    ...(name ? { name } : {}),
    ...(use ? { use: use as House['use'] } : {}),
    ...(sheet && plot ? { parcel: { sheet, plot } } : {}),
  };
}

function changesOf(house: House, { read, footprint, entrance }: PlacedRow, { choice }: Given): Wish['changes'] {
  const said = saidFields(read) as Partial<House>;
  const differs = Object.entries(said).filter(
    ([key, value]) => JSON.stringify(house[key as keyof House]) !== JSON.stringify(value),
  );
  const isRedrawn = footprint && !(house.footprint && isSameOutline(footprint, house.footprint));
  // A door that somebody showed is nearer the truth than the point of a file; a list of our own says where it is.
  const isMoved =
    entrance &&
    !footprint &&
    !house.footprint &&
    choice.houseId !== undefined &&
    !isSamePlace(entrance, house.entrance);
  return {
    ...Object.fromEntries(differs),
    ...(isRedrawn ? { footprint } : {}),
    ...(isMoved && entrance ? { entrance } : {}),
  };
}

function incomingRow(
  read: ReadRow,
  placed: PlacedRow | undefined,
  wish: Wish | undefined,
  fault: RowFault | undefined,
  refused: ReadonlyMap<string, RowFault>,
): IncomingRow {
  const why = fault ?? (wish && refused.get(wish.id)) ?? null;
  const isTaken = wish !== undefined && why === null;
  const { house = null, changes = {} } = wish ?? {};
  const isChanged = Object.keys(changes).length > 0;
  const footprint = placed?.footprint ?? null;
  const entrance = placed?.entrance ?? null;
  return {
    ...{ row: read.row, cells: read.cells, values: read.values, problems: read.problems },
    standing: !isTaken ? 'faulty' : !house ? 'added' : isChanged ? 'changed' : 'same',
    fault: why,
    recordId: house?.id ?? null,
    changes: isTaken && house ? told(house, changes) : [],
    shape: footprint ?? (entrance ? { type: 'Point', coordinates: entrance } : null),
    house: null,
    isDoubtful: false,
  };
}

function told(house: House, { name, use, parcel, footprint, entrance }: Wish['changes']): IncomingRow['changes'] {
  const field = (key: ImportFieldKey, before: string | null, after: string) => ({ field: key, before, after });
  return [
    ...(name ? [field('name', house.name, name)] : []),
    ...(use ? [field('use', house.use, use)] : []),
    ...(parcel && parcel.sheet !== house.parcel?.sheet
      ? [field('sheet', house.parcel?.sheet ?? null, parcel.sheet)]
      : []),
    ...(parcel && parcel.plot !== house.parcel?.plot ? [field('plot', house.parcel?.plot ?? null, parcel.plot)] : []),
    ...(footprint || entrance ? [{ field: 'shape', before: null, after: null } as const] : []),
  ];
}

/** One with an address that was ever official stays in the village (edits/houseDelete.ts). */
function goneHouses(world: World, known: ReadonlySet<string>): Incoming['gone'] {
  const official = new Set([...world.address.values()].flatMap((one) => (one.state === 'draft' ? [] : [one.houseId])));
  const addresses = currentAddresses(world);
  return [...world.house.values()]
    .filter(({ id, state }) => !known.has(id) && !official.has(id) && state !== 'demolished')
    .map(({ id, name, footprint, entrance }) => {
      const address = addresses.get(id);
      const title = name ?? (address ? fullNumber(world, address) : null);
      return { id, title, shape: footprint ?? { type: 'Point', coordinates: entrance } };
    });
}
