/** Finds boxes by place: a uniform grid over them, kept in three columns of whole numbers. */

/** Cells shrink to this many metres at the least; houses and stretches of road are not much smaller. */
const finestMeters = 24;
/** Entries a box may have on average before the cells are made wider: long lines across an empty land. */
const mostEntries = 12;

/**
 * Boxes are four numbers each, in metres: west, south, east, north; one whose west is Infinity is none, and never found.
 * `search` leaves what it finds in `found`, in no order, until
 * the next search of the same grid: no list is made for a question asked several times for every house.
 */
export class BoxGrid {
  found: Int32Array = new Int32Array(16);
  readonly #boxes: Float64Array;
  readonly #west: number;
  readonly #south: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #perMeter: number;
  /** The entries of a cell lie from its start to the next one's. */
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  /** The search that last came upon a box: one that lies in several cells is found once. */
  readonly #seen: Int32Array;
  #searches = 0;
  /** The box now searched for. */
  readonly #sought = new Float64Array(4);

  constructor(boxes: Float64Array) {
    const count = boxes.length / 4;
    this.#boxes = boxes;
    this.#seen = new Int32Array(count);
    const mostCells = mostEntries * (count + 16);
    let extent = wholeExtent(boxes);
    if (cellsOf(extent, finestMeters) > mostCells) extent = usualExtent(boxes);
    this.#west = extent.west;
    this.#south = extent.south;
    for (let meters = finestMeters; ; meters *= 2) {
      this.#perMeter = 1 / meters;
      this.#columns = Math.floor(extent.width * this.#perMeter) + 1;
      this.#rows = Math.floor(extent.height * this.#perMeter) + 1;
      if (this.#columns * this.#rows <= mostCells && this.#countEntries() <= mostEntries * count) break;
    }
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    this.#entries = new Int32Array(this.#countEntries());
    this.#fill();
  }

  /** How many boxes touch this one; they are the first of `found`. */
  search(west: number, south: number, east: number, north: number): number {
    // Written down and not handed over: a call that is not compiled into its caller makes an object of each fraction.
    const sought = this.#sought;
    sought[0] = west;
    sought[1] = south;
    sought[2] = east;
    sought[3] = north;
    return this.#findSought();
  }

  #findSought(): number {
    const boxes = this.#boxes;
    const starts = this.#starts;
    const entries = this.#entries;
    const seen = this.#seen;
    const columns = this.#columns;
    const west = this.#sought[0]!;
    const south = this.#sought[1]!;
    const east = this.#sought[2]!;
    const north = this.#sought[3]!;
    const first = this.#column(west);
    const last = this.#column(east);
    const highest = this.#row(north);
    const search = (this.#searches += 1);
    let { found } = this;
    let count = 0;
    for (let row = this.#row(south); row <= highest; row += 1) {
      const end = starts[row * columns + last + 1]!;
      // The cells of a row lie one after the other, and so do their entries.
      for (let at = starts[row * columns + first]!; at < end; at += 1) {
        const box = entries[at]!;
        if (seen[box] === search) continue;
        seen[box] = search;
        const i = box * 4;
        if (boxes[i]! > east || boxes[i + 2]! < west || boxes[i + 1]! > north || boxes[i + 3]! < south) continue;
        if (count === found.length) found = this.#widen();
        found[count] = box;
        count += 1;
      }
    }
    return count;
  }

  #widen(): Int32Array {
    const wider = new Int32Array(this.found.length * 2);
    wider.set(this.found);
    this.found = wider;
    return wider;
  }

  /** Held within the grid: what lies outside touches no box, or one at the rim. */
  #column(x: number): number {
    const column = (x - this.#west) * this.#perMeter;
    return column > 0 ? (column < this.#columns ? column | 0 : this.#columns - 1) : 0;
  }

  #row(y: number): number {
    const row = (y - this.#south) * this.#perMeter;
    return row > 0 ? (row < this.#rows ? row | 0 : this.#rows - 1) : 0;
  }

  #countEntries(): number {
    const boxes = this.#boxes;
    let entries = 0;
    for (let i = 0; i < boxes.length; i += 4) {
      if (boxes[i] === Infinity) continue;
      const wide = this.#column(boxes[i + 2]!) - this.#column(boxes[i]!) + 1;
      entries += wide * (this.#row(boxes[i + 3]!) - this.#row(boxes[i + 1]!) + 1);
    }
    return entries;
  }

  #fill(): void {
    const boxes = this.#boxes;
    const starts = this.#starts;
    for (let i = 0; i < boxes.length; i += 4) {
      if (boxes[i] === Infinity) continue;
      const [first, last] = [this.#column(boxes[i]!), this.#column(boxes[i + 2]!)];
      const [lowest, highest] = [this.#row(boxes[i + 1]!), this.#row(boxes[i + 3]!)];
      for (let row = lowest; row <= highest; row += 1) {
        for (let column = first; column <= last; column += 1) starts[row * this.#columns + column]! += 1;
      }
    }
    let before = 0;
    for (let cell = 0; cell < starts.length; cell += 1) starts[cell] = before += starts[cell]!;
    // From the last box to the first, each cell filled from its end: its start is where it should be at last.
    for (let i = boxes.length - 4; i >= 0; i -= 4) {
      if (boxes[i] === Infinity) continue;
      const [first, last] = [this.#column(boxes[i]!), this.#column(boxes[i + 2]!)];
      const [lowest, highest] = [this.#row(boxes[i + 1]!), this.#row(boxes[i + 3]!)];
      for (let row = lowest; row <= highest; row += 1) {
        for (let column = first; column <= last; column += 1) {
          const cell = row * this.#columns + column;
          starts[cell]! -= 1;
          this.#entries[starts[cell]!] = i / 4;
        }
      }
    }
  }
}

/** What the cells cover. Boxes beyond it lie in the cells at its rim. */
interface Extent {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
}

const cellsOf = ({ width, height }: Extent, meters: number): number =>
  (Math.floor(width / meters) + 1) * (Math.floor(height / meters) + 1);

function wholeExtent(boxes: Float64Array): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    if (boxes[i] === Infinity) continue;
    west = Math.min(west, boxes[i]!);
    south = Math.min(south, boxes[i + 1]!);
    east = Math.max(east, boxes[i + 2]!);
    north = Math.max(north, boxes[i + 3]!);
  }
  if (west === Infinity) return { west: 0, south: 0, width: 0, height: 0 };
  return { west, south, width: east - west, height: north - south };
}

/** Boxes looked at to learn where most lie. */
const sampleSize = 512;

/** Where most boxes lie, with as much again around: one misplaced house must not make the cells of all others wide. */
function usualExtent(boxes: Float64Array): Extent {
  let count = 0;
  for (let i = 0; i < boxes.length; i += 4) if (boxes[i] !== Infinity) count += 1;
  const step = Math.max(1, Math.floor(count / sampleSize));
  const [xs, ys]: [number[], number[]] = [[], []];
  // Every so many of those that are boxes: among all, each one looked at might be none.
  let real = 0;
  for (let i = 0; i < boxes.length; i += 4) {
    if (boxes[i] === Infinity) continue;
    if (real % step === 0) {
      xs.push(boxes[i]!);
      ys.push(boxes[i + 1]!);
    }
    real += 1;
  }
  const [west, width] = usualRange(xs);
  const [south, height] = usualRange(ys);
  return { west, south, width, height };
}

function usualRange(values: number[]): readonly [from: number, length: number] {
  values.sort((a, b) => a - b);
  const tenth = Math.floor(values.length / 10);
  const [from, to] = [values[tenth]!, values[values.length - 1 - tenth]!];
  return [from - (to - from) / 2, (to - from) * 2];
}
