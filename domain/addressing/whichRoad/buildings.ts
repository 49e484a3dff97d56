/** The buildings of a site as columns of numbers in metres, with an index to find them by place. */
import { BoxGrid } from '../../geometry/boxGrid.ts';
import type { LocalFrame } from '../../geometry/localFrame.ts';
import type { Position } from '../../geometry/shapes.ts';

export interface SiteBuilding {
  /** Outer ring, closed; null where only a point is known. */
  readonly ring: readonly Position[] | null;
  /** The door, or any point of the building; needed where there is no ring. */
  readonly point: Position | null;
  /** Somebody has said that the door is there: then the footprint and the neighbours say nothing more. */
  readonly isDoor: boolean;
}

/** The corners of one building lie from its start to the next one's. */
interface Columns {
  readonly count: number;
  readonly starts: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly boxes: Float64Array;
  readonly area: Float64Array;
  /** The given point, or the middle of the footprint. */
  readonly pointX: Float64Array;
  readonly pointY: Float64Array;
  readonly hasEntrance: Uint8Array;
}

export interface Buildings extends Columns {
  readonly grid: BoxGrid;
}

export function buildingColumns(buildings: readonly SiteBuilding[], frame: LocalFrame): Buildings {
  const count = buildings.length;
  const starts = new Int32Array(count + 1);
  for (let building = 0; building < count; building += 1) {
    starts[building + 1] = starts[building]! + (buildings[building]!.ring?.length ?? 0);
  }
  const total = starts[count]!;
  const columns: Columns = {
    count,
    starts,
    x: new Float64Array(total),
    y: new Float64Array(total),
    boxes: new Float64Array(count * 4),
    area: new Float64Array(count),
    pointX: new Float64Array(count),
    pointY: new Float64Array(count),
    hasEntrance: new Uint8Array(count),
  };
  for (let building = 0; building < count; building += 1) fill(columns, building, buildings[building]!, frame);
  return withGrid(columns, new BoxGrid(columns.boxes));
}

/** Written out: an engine may give what is spread another shape each time, and loops that read it are then slow. */
const withGrid = (columns: Columns, grid: BoxGrid): Buildings => ({
  count: columns.count,
  starts: columns.starts,
  x: columns.x,
  y: columns.y,
  boxes: columns.boxes,
  area: columns.area,
  pointX: columns.pointX,
  pointY: columns.pointY,
  hasEntrance: columns.hasEntrance,
  grid,
});

/**
 * The same columns with the buildings written anew that are no longer what they were (`was` is -1 there); null unless
 * every building has its number still, and as many corners.
 */
export function buildingsWith(
  before: Buildings,
  was: Int32Array,
  buildingOf: (building: number) => SiteBuilding,
  frame: LocalFrame,
): Buildings | null {
  const { count, starts } = before;
  if (was.length !== count) return null;
  const changed: (readonly [building: number, SiteBuilding])[] = [];
  for (let building = 0; building < count; building += 1) {
    if (was[building] === building) continue;
    if (was[building]! >= 0) return null;
    const now = buildingOf(building);
    if ((now.ring?.length ?? 0) !== starts[building + 1]! - starts[building]!) return null;
    changed.push([building, now]);
  }
  const columns: Columns = {
    count,
    starts,
    x: before.x.slice(),
    y: before.y.slice(),
    boxes: before.boxes.slice(),
    area: before.area.slice(),
    pointX: before.pointX.slice(),
    pointY: before.pointY.slice(),
    hasEntrance: before.hasEntrance.slice(),
  };
  for (const [building, now] of changed) fill(columns, building, now, frame);
  const isBoxSame = changed.every(([building]) => hasSameBox(before.boxes, columns.boxes, building));
  return withGrid(columns, isBoxSame ? before.grid : new BoxGrid(columns.boxes));
}

function hasSameBox(one: Float64Array, other: Float64Array, building: number): boolean {
  for (let i = building * 4; i < building * 4 + 4; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Its corners from its start on, and what is worked out of them. */
function fill(
  { starts, x, y, boxes, area, pointX, pointY, hasEntrance }: Columns,
  building: number,
  { ring, point, isDoor }: SiteBuilding,
  frame: LocalFrame,
): void {
  const start = starts[building]!;
  let at = start;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const corners = ring ?? (point ? [point] : []);
  for (let corner = 0; corner < corners.length; corner += 1) {
    const position = corners[corner]!;
    const px = (position[0] - frame.origin[0]) * frame.lngMeters;
    const py = (position[1] - frame.origin[1]) * frame.latMeters;
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
    if (!ring) continue;
    x[at] = px;
    y[at] = py;
    at += 1;
  }
  const box = building * 4;
  boxes[box] = west;
  boxes[box + 1] = south;
  boxes[box + 2] = east;
  boxes[box + 3] = north;
  const middle = middleOf(x, y, start, at);
  area[building] = middle.area;
  pointX[building] = point ? (point[0] - frame.origin[0]) * frame.lngMeters : middle.x;
  pointY[building] = point ? (point[1] - frame.origin[1]) * frame.latMeters : middle.y;
  hasEntrance[building] = point && isDoor ? 1 : 0;
}

/** Centre of gravity and area of a closed ring; of one without area, its first vertex; of nothing, 0. */
function middleOf(x: Float64Array, y: Float64Array, start: number, end: number) {
  const ox = start < end ? x[start]! : 0;
  const oy = start < end ? y[start]! : 0;
  let twice = 0;
  let sx = 0;
  let sy = 0;
  for (let i = start + 1; i < end; i += 1) {
    const ax = x[i - 1]! - ox;
    const ay = y[i - 1]! - oy;
    const bx = x[i]! - ox;
    const by = y[i]! - oy;
    const cross = ax * by - bx * ay;
    twice += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
  }
  if (twice === 0) return { x: ox, y: oy, area: 0 };
  return { x: ox + sx / (3 * twice), y: oy + sy / (3 * twice), area: Math.abs(twice / 2) };
}
