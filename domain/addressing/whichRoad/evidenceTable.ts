/** The evidence of all houses of a site in columns: the roads of one lie from its first row on, cheapest first. */
import type { Mouth } from './mouth.ts';
import { sumMeters, type RoadEvidence } from './roadEvidence.ts';

/** A house has about so many roads in question. */
const usualRows = 3;

export class EvidenceTable {
  /** Of each building its first row, and how many follow with it; -1: it has not been looked at. */
  readonly firstRow: Int32Array;
  readonly rowCount: Int32Array;
  /** As in RoadEvidence, and its sum. */
  road: Int32Array;
  sumMeters: Float64Array;
  edgeMeters: Float64Array;
  directMeters: Float64Array;
  characterMeters: Float64Array;
  widthMeters: Float64Array;
  isHidden: Uint8Array;
  isForFeet: Uint8Array;
  opensHere: Uint8Array;
  /** A way without a name is the cheaper way there. */
  isByAccess: Uint8Array;
  /** Where such a way opens to the road, for a house that stands back; null for others. */
  readonly mouth: (Mouth | null)[] = [];

  constructor(buildings: number) {
    this.firstRow = new Int32Array(buildings).fill(-1);
    this.rowCount = new Int32Array(buildings);
    const room = 16 + buildings * usualRows;
    this.road = new Int32Array(room);
    this.sumMeters = new Float64Array(room);
    this.edgeMeters = new Float64Array(room);
    this.directMeters = new Float64Array(room);
    this.characterMeters = new Float64Array(room);
    this.widthMeters = new Float64Array(room);
    this.isHidden = new Uint8Array(room);
    this.isForFeet = new Uint8Array(room);
    this.opensHere = new Uint8Array(room);
    this.isByAccess = new Uint8Array(room);
  }

  /** Begins the rows of a building; `add` puts them there. */
  begin(building: number): void {
    this.firstRow[building] = this.mouth.length;
    this.rowCount[building] = 0;
  }

  add(building: number, one: RoadEvidence, mouth: Mouth | null): void {
    const row = this.#rowFor(building, mouth);
    this.road[row] = one.road;
    this.sumMeters[row] = sumMeters(one);
    this.edgeMeters[row] = one.edgeMeters;
    this.directMeters[row] = one.directMeters;
    this.characterMeters[row] = one.characterMeters;
    this.widthMeters[row] = one.widthMeters;
    this.isHidden[row] = one.isHidden ? 1 : 0;
    this.isForFeet[row] = one.isForFeet ? 1 : 0;
    this.opensHere[row] = one.opensHere ? 1 : 0;
    this.isByAccess[row] = one.accessMeters < one.directMeters ? 1 : 0;
  }

  /** The row of a road among those of a building; -1 where it is not in question. */
  rowOf(building: number, road: number): number {
    const first = this.firstRow[building]!;
    const end = first + this.rowCount[building]!;
    for (let row = first; row < end; row += 1) if (this.road[row] === road) return row;
    return -1;
  }

  /** The rows a building has in another table, where it has been looked at. */
  takeOver(building: number, before: EvidenceTable, old: number): void {
    const first = before.firstRow[old]!;
    this.begin(building);
    for (let from = first; from < first + before.rowCount[old]!; from += 1) {
      const row = this.#rowFor(building, before.mouth[from]!);
      this.road[row] = before.road[from]!;
      this.sumMeters[row] = before.sumMeters[from]!;
      this.edgeMeters[row] = before.edgeMeters[from]!;
      this.directMeters[row] = before.directMeters[from]!;
      this.characterMeters[row] = before.characterMeters[from]!;
      this.widthMeters[row] = before.widthMeters[from]!;
      this.isHidden[row] = before.isHidden[from]!;
      this.isForFeet[row] = before.isForFeet[from]!;
      this.opensHere[row] = before.opensHere[from]!;
      this.isByAccess[row] = before.isByAccess[from]!;
    }
  }

  #rowFor(building: number, mouth: Mouth | null): number {
    const row = this.mouth.length;
    if (row === this.road.length) this.#widen();
    this.mouth.push(mouth);
    this.rowCount[building]! += 1;
    return row;
  }

  #widen(): void {
    const room = this.road.length * 2;
    this.road = wider(this.road, new Int32Array(room));
    this.sumMeters = wider(this.sumMeters, new Float64Array(room));
    this.edgeMeters = wider(this.edgeMeters, new Float64Array(room));
    this.directMeters = wider(this.directMeters, new Float64Array(room));
    this.characterMeters = wider(this.characterMeters, new Float64Array(room));
    this.widthMeters = wider(this.widthMeters, new Float64Array(room));
    this.isHidden = wider(this.isHidden, new Uint8Array(room));
    this.isForFeet = wider(this.isForFeet, new Uint8Array(room));
    this.opensHere = wider(this.opensHere, new Uint8Array(room));
    this.isByAccess = wider(this.isByAccess, new Uint8Array(room));
  }
}

function wider<C extends Int32Array | Float64Array | Uint8Array>(column: C, room: C): C {
  room.set(column);
  return room;
}
