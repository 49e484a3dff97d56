/** A road's line that turns back on itself or crosses itself: metres are counted twice there, and sides change. */
import { networkOf } from '../addressing/network.ts';
import { roadLabel } from '../addressing/roadName.ts';
import { degreeLengths } from '../geometry/localFrame.ts';
import type { LineString } from '../geometry/shapes.ts';
import { lineProblem } from '../geometry/validity.ts';
import type { World } from '../records/world.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

/** Sharper than this no road turns at one point: the cosine of 160 degrees. */
const turnedBackCosine = -0.94;

/** A line that crosses itself is refused when drawn; it is told here for what came from elsewhere. */
export const lineDoublesBack = defineCheck({
  id: 'line-doubles-back',
  severity: 'notice',
  kinds: ['road'],
  look: (world) =>
    networkOf(world).roads.flatMap(({ road }): Found[] => {
      const spike = sharpestTurn(road.line);
      if (spike === null && lineProblem(road.line)?.code !== 'line-crosses-itself') return [];
      return [
        {
          recordIds: [road.id],
          ...(spike === null ? {} : { at: road.line.coordinates[spike]! }),
          params: { road: roadLabel(world, road) },
          facts: spike === null ? [] : [...road.line.coordinates[spike]!],
          fix: (world) => (spike === null ? null : withoutSpike(world, road.id, road.line, spike)),
        },
      ];
    }),
});

/** The index of a point where the line turns back, or null. */
function sharpestTurn({ coordinates }: LineString): number | null {
  let least = turnedBackCosine;
  let found: number | null = null;
  for (let i = 1; i + 1 < coordinates.length; i += 1) {
    const [a, b, c] = [coordinates[i - 1]!, coordinates[i]!, coordinates[i + 1]!];
    const { lngMeters, latMeters } = degreeLengths(b[1]);
    const [ux, uy] = [(b[0] - a[0]) * lngMeters, (b[1] - a[1]) * latMeters];
    const [vx, vy] = [(c[0] - b[0]) * lngMeters, (c[1] - b[1]) * latMeters];
    const lengths = Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
    const cosine = lengths === 0 ? 1 : (ux * vx + uy * vy) / lengths;
    if (cosine < least) {
      least = cosine;
      found = i;
    }
  }
  return found;
}

function withoutSpike(world: World, roadId: string, line: LineString, at: number): Fix | null {
  const road = world.road.get(roadId);
  const shorter: LineString = { type: 'LineString', coordinates: line.coordinates.toSpliced(at, 1) };
  if (!road || lineProblem(shorter)) return null;
  const params = { road: roadLabel(world, road) };
  return { does: 'drop-spike', kind: 'road.reshape', input: { id: roadId, line: shorter }, params };
}
