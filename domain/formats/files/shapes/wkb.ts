/** Shapes in well-known binary (OGC 06-103r4, ISO 13249-3) with heights and measures left out, those of PostGIS's EWKB too. */
import type { Position } from '../../../geometry/shapes.ts';
import type { FileShape } from '../fileShape.ts';
import type { ReadLimits } from '../readLimits.ts';
import { joinedShapes, type Joined } from './joinedShapes.ts';

/** Why bytes are no shape that is read. */
export class NoWkb extends Error {
  readonly code: 'broken' | 'too-deep' | 'too-many-vertices';

  constructor(code: NoWkb['code']) {
    super(code);
    this.code = code;
  }
}

/** Throws NoWkb. Curves and surfaces of triangles are left out; of what holds several kinds one is kept (joinedShapes). */
export function shapeOfWkb(bytes: Uint8Array, limits: ReadLimits): Joined {
  const reader = new WkbReader(bytes, limits);
  reader.shape(null, 0);
  const joined = joinedShapes(reader.parts);
  return reader.isWhole ? joined : { ...joined, isPartial: true };
}

type Kind = keyof typeof kinds;

/** What each is made of; of those that are `left` only the length is found out, as others follow them. */
const kinds = {
  1: { of: 'position', left: false },
  2: { of: 'positions', left: false },
  3: { of: 'rings', left: false },
  4: { of: [1], left: false },
  5: { of: [2], left: false },
  6: { of: [3], left: false },
  /** A collection of anything. */
  7: { of: null, left: false },
  /** An arc; a curve of arcs and lines; an area within curves. */
  8: { of: 'positions', left: true },
  9: { of: [2, 8], left: true },
  10: { of: [2, 8, 9], left: true },
  /** Curves and surfaces, of which some may be lines and polygons. */
  11: { of: [2, 8, 9], left: false },
  12: { of: [3, 10], left: false },
  /** A surface of polygons, one of triangles, a triangle. */
  15: { of: [3], left: true },
  16: { of: [17], left: true },
  17: { of: 'rings', left: true },
} as const;

class WkbReader {
  readonly parts: FileShape[] = [];
  isWhole = true;
  readonly #view: DataView;
  readonly #limits: ReadLimits;
  #at = 0;
  #isLittle = true;
  #vertices = 0;
  /** Within what is left out nothing is gathered. */
  #left = 0;

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#limits = limits;
  }

  shape(allowed: readonly number[] | null, depth: number): void {
    if (depth > this.#limits.depth) throw new NoWkb('too-deep');
    const order = this.#byte();
    if (order > 1) throw new NoWkb('broken');
    this.#isLittle = order === 1;
    const { kind, ordinates } = this.#type();
    if (allowed && !allowed.includes(kind)) throw new NoWkb('broken');
    const { of, left } = kinds[kind];
    if (left) {
      this.isWhole = false;
      this.#left += 1;
    }
    if (of === 'position') this.#point(ordinates);
    else if (of === 'positions') this.#line(ordinates);
    else if (of === 'rings') this.#area(ordinates);
    else {
      // Each has an order and a kind of its own.
      const count = this.#count(5);
      for (let index = 0; index < count; index += 1) this.shape(of, depth + 1);
    }
    if (left) this.#left -= 1;
  }

  /** ISO adds 1000 for heights, 2000 for measures, 3000 for both; PostGIS sets bits, and may name the system. */
  #type(): { readonly kind: Kind; readonly ordinates: number } {
    const type = this.#whole();
    if (type & 0x2000_0000) this.#whole();
    const bare = type & 0x1fff_ffff;
    const thousands = Math.floor(bare / 1000);
    const kind = bare % 1000;
    if (!(kind in kinds) || thousands > 3) throw new NoWkb('broken');
    const hasHeight = (type & 0x8000_0000) !== 0 || thousands === 1 || thousands === 3;
    const hasMeasure = (type & 0x4000_0000) !== 0 || thousands === 2 || thousands === 3;
    return { kind: kind as Kind, ordinates: 2 + Number(hasHeight) + Number(hasMeasure) };
  }

  #point(ordinates: number): void {
    const [position] = this.#positions(1, ordinates);
    // An empty one has numbers that are none (OGC 12-128r18 §2.1.3).
    if (this.#left === 0 && !position!.every(Number.isNaN)) {
      this.parts.push({ type: 'Point', coordinates: position! });
    }
  }

  #line(ordinates: number): void {
    const coordinates = this.#positions(this.#count(ordinates * 8), ordinates);
    if (this.#left === 0 && coordinates.length > 0) this.parts.push({ type: 'LineString', coordinates });
  }

  #area(ordinates: number): void {
    const count = this.#count(4);
    const rings: (readonly Position[])[] = [];
    for (let index = 0; index < count; index += 1) {
      rings.push(this.#positions(this.#count(ordinates * 8), ordinates));
    }
    if (this.#left === 0 && rings.some((ring) => ring.length > 0)) {
      this.parts.push({ type: 'Polygon', coordinates: rings });
    }
  }

  #positions(count: number, ordinates: number): Position[] {
    this.#vertices += count;
    if (this.#vertices > this.#limits.vertices) throw new NoWkb('too-many-vertices');
    if (this.#at + count * ordinates * 8 > this.#view.byteLength) throw new NoWkb('broken');
    const positions: Position[] = [];
    for (let index = 0; index < count; index += 1) {
      positions.push([
        this.#view.getFloat64(this.#at, this.#isLittle),
        this.#view.getFloat64(this.#at + 8, this.#isLittle),
      ]);
      this.#at += ordinates * 8;
    }
    return positions;
  }

  /** Never more than the bytes that are left can hold, each of `leastBytes`. */
  #count(leastBytes: number): number {
    const count = this.#whole();
    if (count * leastBytes > this.#view.byteLength - this.#at) throw new NoWkb('broken');
    return count;
  }

  #byte(): number {
    if (this.#at + 1 > this.#view.byteLength) throw new NoWkb('broken');
    this.#at += 1;
    return this.#view.getUint8(this.#at - 1);
  }

  #whole(): number {
    if (this.#at + 4 > this.#view.byteLength) throw new NoWkb('broken');
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, this.#isLittle);
  }
}
