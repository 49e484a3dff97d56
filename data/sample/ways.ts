/** The ways of the sample: smooth lines through their hand-laid points, joined where one opens from another. */
import type { RoadClass } from '../../domain/records/road.ts';
import { distance, footOn, smooth, type Point } from './plane.ts';
import { wayPlans } from './wayPlans.ts';

export interface Way {
  readonly key: string;
  readonly class: RoadClass;
  readonly widthMeters: number;
  /** The way it opens from; null for roads. */
  readonly parent: string | null;
  readonly line: readonly Point[];
}

/** All ways; where one begins or ends on another, the other has a vertex at the very same position. */
export function layWays(): readonly Way[] {
  const lines = new Map<string, Point[]>();
  const ways: Way[] = [];
  for (const plan of wayPlans) {
    const through = [...plan.through];
    if (plan.startsOn) through[0] = joinAt(lines.get(plan.startsOn)!, through[0]!);
    if (plan.endsOn) through[through.length - 1] = joinAt(lines.get(plan.endsOn)!, through.at(-1)!);
    const line = smooth(through, plan.class === 'road' ? 16 : 11);
    lines.set(plan.key, line);
    const parent = plan.class === 'road' ? null : plan.startsOn!;
    ways.push({ key: plan.key, class: plan.class, widthMeters: plan.widthMeters, parent, line });
  }
  return ways;
}

/** The vertex of the line nearest to the point: an existing one within 1.5 m, else a new one put into the line. */
function joinAt(line: Point[], point: Point): Point {
  const foot = footOn(line, point);
  const near = [line[foot.segment]!, line[foot.segment + 1]!].find((vertex) => distance(vertex, foot.point) < 1.5);
  if (near) return near;
  line.splice(foot.segment + 1, 0, foot.point);
  return foot.point;
}
