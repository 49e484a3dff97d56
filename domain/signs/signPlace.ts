/** Where signs stand, as one would tell a fitter: on which road, how far from its start, on which side. */
import { roadLabel } from '../addressing/roadName.ts';
import { compareVietnamese } from '../addressing/vietnameseText.ts';
import { locate, type LinePlace } from '../geometry/locate.ts';
import { boxDistanceMeters, measureLine } from '../geometry/measuredLine.ts';
import type { Road } from '../records/road.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';

export interface PlacedSign {
  readonly sign: Sign;
  /** Null far from every road. */
  readonly road: Road | null;
  readonly place: Pick<LinePlace, 'measureMeters' | 'side' | 'distanceMeters'> | null;
}

/** A sign farther than this from a road is told by its coordinates alone. */
const reachMeters = 60;
/** The road it names is told, unless another is so much nearer. */
const ownRoadMeters = 10;

export function placeOfSign(world: World, sign: Sign): PlacedSign {
  let best: { road: Road; place: LinePlace; judged: number } | null = null;
  for (const road of world.road.values()) {
    const line = measureLine(road.line);
    if (line.lengthMeters === 0 || boxDistanceMeters(line, sign.place) > reachMeters) continue;
    const place = locate(line, sign.place);
    const judged = place.distanceMeters - (road.id === sign.roadId ? ownRoadMeters : 0);
    if (place.distanceMeters <= reachMeters && (!best || judged < best.judged)) best = { road, place, judged };
  }
  return best ? { sign, road: best.road, place: best.place } : { sign, road: null, place: null };
}

/** Road by road in Vietnamese order, along each; those far from roads last. */
export function signsAlongRoads(world: World, signs: readonly Sign[]): readonly PlacedSign[] {
  const label = ({ road }: PlacedSign) => (road ? roadLabel(world, road) : null);
  return signs
    .map((sign) => placeOfSign(world, sign))
    .map((at) => ({ at, label: label(at), measure: at.place?.measureMeters ?? 0 }))
    .sort((a, b) => {
      if (a.label === null || b.label === null) return Number(a.label === null) - Number(b.label === null);
      const byRoad = compareVietnamese(a.label, b.label) || compareIds(a.at.road!.id, b.at.road!.id);
      return byRoad || a.measure - b.measure || compareIds(a.at.sign.id, b.at.sign.id);
    })
    .map(({ at }) => at);
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
