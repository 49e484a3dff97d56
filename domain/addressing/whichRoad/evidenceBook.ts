/** The evidence for each house of a site, worked out once; what an edit elsewhere leaves as it was is taken over. */
import { accessWaysOf, type AccessWays } from './accessWays.ts';
import { evidenceFor, evidenceOn } from './evidence.ts';
import { EvidenceTable } from './evidenceTable.ts';
import { mouthTo, type Mouth } from './mouth.ts';
import { sideRoadsOf, type SideRoads } from './sideRoads.ts';
import type { Site } from './site.ts';
import { access as accessWeights } from './weights.ts';

/** A corner of the front may lie this much farther from the road than the house, and a little. */
const frontMeters = 8;
/** After larger edits than this, in buildings, all is worked out anew. */
const mostChanged = 200;

export class EvidenceBook {
  readonly site: Site;
  /** One flag for each building: it is judged. */
  readonly isHouse: Uint8Array;
  readonly access: AccessWays;
  readonly #sideRoads: SideRoads;
  readonly #reachMeters: number;
  readonly #table: EvidenceTable;

  /**
   * `isHouse`: the buildings that are judged; the others only stand in the way. `sameWays`: a book of the same ways with
   * other buildings: what is worked out of ways alone is kept.
   */
  constructor(site: Site, isHouse: (building: number) => boolean, reachMeters: number, sameWays?: EvidenceBook) {
    this.site = site;
    this.isHouse = new Uint8Array(site.buildings.count);
    for (let building = 0; building < site.buildings.count; building += 1) {
      if (isHouse(building)) this.isHouse[building] = 1;
    }
    this.#reachMeters = reachMeters;
    this.access = accessWaysOf(site, this.isHouse, sameWays?.access);
    this.#sideRoads = sameWays ? sameWays.#sideRoads : sideRoadsOf(site);
    this.#table = new EvidenceTable(site.buildings.count);
  }

  /** The roads in question for a house, in the rows of a table that other houses share. */
  of(building: number): EvidenceTable {
    if (this.#table.firstRow[building]! < 0) this.#lookAt(building);
    return this.#table;
  }

  /** The same with the rows of all that are judged. */
  ofAll(): EvidenceTable {
    for (let building = 0; building < this.site.buildings.count; building += 1) {
      if (this.isHouse[building] === 1) this.of(building);
    }
    return this.#table;
  }

  #lookAt(building: number): void {
    const { all, count } = evidenceFor(this.site, this.access, this.#sideRoads, building, this.#reachMeters);
    this.#table.begin(building);
    for (let i = 0; i < count; i += 1) this.#table.add(building, all[i]!, mouthTo(this.site, this.access, all[i]!));
  }

  /** Where a house that stands back is reached from one road, be it the likely one or not; null where it is not. */
  mouthOn(building: number, road: number): Mouth | null {
    const table = this.of(building);
    const row = table.rowOf(building, road);
    if (row >= 0) return table.mouth[row]!;
    const one = evidenceOn(this.site, this.access, building, road, this.#reachMeters);
    return one && mouthTo(this.site, this.access, one);
  }

  /**
   * Takes over what is known of the same place before an edit. Its ways and its reach must be the same; `was` gives
   * the number each building had there, or -1 where it is new or no longer the same. A building matters to another
   * only where it may stand in its sight of a road, or takes its own way from it. Returns the buildings of which it did.
   */
  takeOver(before: EvidenceBook, was: Int32Array): readonly number[] {
    const { count, boxes, pointX, pointY } = this.site.buildings;
    const taken: number[] = [];
    const changed = changedBoxes(before.site, this.site, was);
    if (changed.length > mostChanged * 4) return taken;
    const isNear = this.#near(changed);
    for (let building = 0; building < count; building += 1) {
      const old = was[building]!;
      if (old < 0 || isNear[building] === 1 || !this.#hasSameWay(building, before, old)) continue;
      const box = building * 4;
      const [x, y] = [pointX[building]!, pointY[building]!];
      // A door drawn away from its house sees from there; such a house is looked at anew.
      if (x < boxes[box]! || y < boxes[box + 1]! || x > boxes[box + 2]! || y > boxes[box + 3]!) continue;
      if (before.#table.firstRow[old]! < 0) continue;
      this.#table.takeOver(building, before.#table, old);
      taken.push(building);
    }
    return taken;
  }

  /** Whether any of the boxes may come between the building and a road. */
  #near(changed: readonly number[]): Uint8Array {
    const { count, grid } = this.site.buildings;
    const near = new Uint8Array(count);
    const reach = Math.max(this.#reachMeters, accessWeights.reachMeters) + frontMeters;
    for (let i = 0; i < changed.length; i += 4) {
      const [west, south, east, north] = [changed[i]!, changed[i + 1]!, changed[i + 2]!, changed[i + 3]!];
      const found = grid.search(west - reach, south - reach, east + reach, north + reach);
      for (let k = 0; k < found; k += 1) near[grid.found[k]!] = 1;
    }
    return near;
  }

  #hasSameWay(building: number, before: EvidenceBook, old: number): boolean {
    const [now, then] = [this.access, before.access];
    return (
      now.ownRoad[building] === then.ownRoad[old] &&
      now.ownGap[building] === then.ownGap[old] &&
      now.ownLength[building] === then.ownLength[old] &&
      now.ownVertex[building] === then.ownVertex[old]
    );
  }
}

/** The boxes, four numbers each, of buildings that are new, gone or not what they were. */
function changedBoxes(before: Site, now: Site, was: Int32Array): number[] {
  const changed: number[] = [];
  const isLeft = new Uint8Array(before.buildings.count);
  for (let building = 0; building < was.length; building += 1) {
    if (was[building]! >= 0) isLeft[was[building]!] = 1;
    else for (let i = 0; i < 4; i += 1) changed.push(now.buildings.boxes[building * 4 + i]!);
  }
  for (let old = 0; old < isLeft.length; old += 1) {
    if (isLeft[old] === 1) continue;
    for (let i = 0; i < 4; i += 1) changed.push(before.buildings.boxes[old * 4 + i]!);
  }
  return changed;
}
