/** Which house of the village a row of a file is about: by our id, its code or address, or by where it lies. */
import { distanceOutsideMeters } from '../../geometry/polygon.ts';
import type { Polygon, Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';
import type { House } from '../../records/house.ts';
import type { World } from '../../records/world.ts';
import { drawnOf, isOneShape, nearOutlines } from '../sameBuilding.ts';
import { houseFinder, sureFrom } from './houseEvidence.ts';
import { rowFault, type RowFault } from './incoming.ts';
import { textIn, type ReadRow } from './readRows.ts';

/** The door of a house known only by its entrance may stand this far before the wall, in metres (edits/candidates.ts). */
const beforeWallMeters = 2;

export interface PlacedRow {
  readonly read: ReadRow;
  readonly footprint: Polygon | null;
  readonly entrance: Position | null;
}

export interface HouseMatches {
  readonly houseOf: ReadonlyMap<PlacedRow, House>;
  /** Rows that another row of the file says already. */
  readonly twice: ReadonlyMap<PlacedRow, RowFault>;
}

export function matchHouses(world: World, rows: readonly PlacedRow[]): HouseMatches {
  const houseOf = new Map<PlacedRow, House>();
  const twice = new Map<PlacedRow, RowFault>();
  const rowOf = new Map<Id, PlacedRow>();
  const match = (row: PlacedRow, house: House): void => {
    const first = rowOf.get(house.id);
    if (first) return void twice.set(row, rowFault('twice-in-file', { row: first.read.row }));
    rowOf.set(house.id, row);
    houseOf.set(row, house);
  };
  const find = houseFinder(world);
  for (const row of rows) {
    const found = find({ ...cluesOf(row.read), latitude: null, longitude: null });
    if (found && found.confidence >= sureFrom) match(row, world.house.get(found.houseId)!);
  }
  const isOpen = (row: PlacedRow): boolean => !houseOf.has(row) && !twice.has(row);
  const outlined = rows.filter((row) => row.footprint !== null && isOpen(row));
  for (const [row, house] of byOutline(world, outlined, rowOf)) match(row, house);
  for (const row of rows) {
    if (row.footprint !== null || row.entrance === null || !isOpen(row)) continue;
    const [longitude, latitude] = row.entrance;
    const found = find({ ...noClues, latitude, longitude });
    if (found) match(row, world.house.get(found.houseId)!);
  }
  markTwins(rows.filter(isOpen), twice);
  return { houseOf, twice };
}

const noClues = { houseId: null, plusCode: null, number: null, alley: null, lane: null, road: null, address: null };

const cluesOf = (read: ReadRow) => ({
  houseId: textIn(read, 'houseId'),
  plusCode: textIn(read, 'plusCode'),
  number: textIn(read, 'number'),
  alley: textIn(read, 'alley'),
  lane: textIn(read, 'lane'),
  road: textIn(read, 'road'),
  address: textIn(read, 'address'),
});

/** Those that show one building; else a house without an outline, when its door alone stands there. */
function* byOutline(
  world: World,
  rows: readonly PlacedRow[],
  taken: ReadonlyMap<Id, unknown>,
): Generator<readonly [PlacedRow, House]> {
  const standing = [...world.house.values()].filter(({ id, state }) => state !== 'demolished' && !taken.has(id));
  const drawn = standing.flatMap((house) => (house.footprint ? [{ house, ...drawnOf(house.footprint) }] : []));
  const bare = standing.filter(({ footprint }) => footprint === null);
  const near = nearOutlines(drawn.map(({ footprint }) => footprint));
  for (const row of rows) {
    const outline = drawnOf(row.footprint!);
    const same = near(outline.footprint).filter((at) => isOneShape(outline, drawn[at]!));
    // One that another row is about already: this row says it twice.
    const [first = -1] = [...same].sort(
      (a, b) => Number(taken.has(drawn[a]!.house.id)) - Number(taken.has(drawn[b]!.house.id)),
    );
    const known = drawn[first]?.house;
    if (known) yield [row, known];
    else {
      const doors = bare.filter(
        ({ id, entrance }) => !taken.has(id) && distanceOutsideMeters(outline.footprint, entrance) <= beforeWallMeters,
      );
      if (doors.length === 1) yield [row, doors[0]!];
    }
  }
}

/** New buildings and places that stand in the file twice. */
function markTwins(rows: readonly PlacedRow[], twice: Map<PlacedRow, RowFault>): void {
  const outlined = rows.flatMap((row) => (row.footprint ? [{ row, ...drawnOf(row.footprint) }] : []));
  const near = nearOutlines(outlined.map(({ footprint }) => footprint));
  for (const [at, one] of outlined.entries()) {
    const earlier = near(one.footprint).find((other) => other < at && isOneShape(one, outlined[other]!));
    if (earlier !== undefined) twice.set(one.row, rowFault('twice-in-file', { row: outlined[earlier]!.row.read.row }));
  }
  const places = new Map<string, PlacedRow>();
  for (const row of rows) {
    if (row.footprint || !row.entrance) continue;
    const first = places.get(String(row.entrance));
    if (first) twice.set(row, rowFault('twice-in-file', { row: first.read.row }));
    else places.set(String(row.entrance), row);
  }
}
