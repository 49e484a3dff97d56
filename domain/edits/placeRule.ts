/** Where things may be: finite coordinates, sound shapes, inside the village boundary with a tolerance. */
import { distanceOutsideMeters } from '../geometry/polygon.ts';
import type { Polygon, Position } from '../geometry/shapes.ts';
import { lineProblem, polygonProblem, positionProblem } from '../geometry/validity.ts';
import type { AnyRecord } from '../records/record.ts';
import { villageOf, type World } from '../records/world.ts';
import { refuse, type Refusal } from './refusal.ts';

/** A road or house may reach this far over a boundary drawn by hand, in metres. */
export const boundaryToleranceMeters = 50;

export function placeRefusal(after: World, item: AnyRecord): Refusal | undefined {
  const problem = shapeProblem(item);
  if (problem) return refuse(problem.code, [item.id], problem.at ? { lng: problem.at[0], lat: problem.at[1] } : {});
  const boundary = item.kind === 'village' ? item.boundary : villageOf(after)?.boundary;
  return boundary && outsideRefusal(boundary, item);
}

export function outsideRefusal(boundary: Polygon, item: AnyRecord): Refusal | undefined {
  let worst = 0;
  for (const position of positionsOf(item)) worst = Math.max(worst, distanceOutsideMeters(boundary, position));
  return worst > boundaryToleranceMeters
    ? refuse('outside-village', [item.id], { meters: Math.round(worst), tolerance: boundaryToleranceMeters })
    : undefined;
}

function shapeProblem(item: AnyRecord) {
  switch (item.kind) {
    case 'village':
      return (
        polygonProblem(item.boundary) ??
        [...positionsOf(item), ...(item.communePoint ? [item.communePoint] : [])].map(positionProblem).find(Boolean) ??
        null
      );
    case 'road':
      return lineProblem(item.line);
    case 'house':
      return positionProblem(item.entrance) ?? (item.footprint && polygonProblem(item.footprint));
    case 'candidate':
      return polygonProblem(item.footprint);
    case 'address':
      return positionProblem(item.entrance);
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return positionProblem(item.place);
    default:
      return null;
  }
}

function positionsOf(item: AnyRecord): readonly Position[] {
  switch (item.kind) {
    case 'village': {
      // The point roads are numbered from, if there is one. The commune's may lie outside.
      const { direction } = item.numberingProfile;
      return direction?.by === 'centre' ? [direction.centre] : [];
    }
    case 'road':
      return item.line.coordinates;
    case 'house':
      return [item.entrance, ...(item.footprint?.coordinates[0] ?? [])];
    case 'candidate':
      return item.footprint.coordinates[0] ?? [];
    case 'sign':
    case 'camera':
    case 'lamp':
    case 'landmark':
      return [item.place];
    default:
      return [];
  }
}
