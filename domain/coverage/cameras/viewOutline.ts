/** The ground a camera sees, as an outline for drawing: from its dead zone to the walls or as far as it reaches. */
import type { Meters } from '../../geometry/localFrame.ts';
import { sightIn, type View } from '../../geometry/visibility.ts';

/** Arcs are drawn in steps no wider than this. */
const stepAngle = Math.PI / 60;

/** One ring, not closed, in metres of the view's frame; empty where nothing lies between the two distances. */
export function viewOutline(view: View, deadMeters: number, atMostMeters = Infinity): Meters[] {
  if (deadMeters >= Math.min(atMostMeters, view.rangeMeters)) return [];
  const outer: Meters[] = [];
  const inner: Meters[] = [];
  const add = (angle: number, sight: number) => {
    const far = Math.min(sight, atMostMeters, view.rangeMeters);
    const near = Math.min(deadMeters, far);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    outer.push([view.place[0] + far * cos, view.place[1] + far * sin]);
    inner.push([view.place[0] + near * cos, view.place[1] + near * sin]);
  };
  for (const wedge of view.wedges) {
    const { fromAngle, toAngle } = wedge;
    const steps = Math.max(1, Math.ceil((toAngle - fromAngle) / stepAngle));
    for (let step = 0; step <= steps; step += 1) {
      const angle = fromAngle + ((toAngle - fromAngle) * step) / steps;
      add(angle, sightIn(wedge, angle));
    }
  }
  return [...outer, ...(deadMeters > 0 ? inner.reverse() : [view.place])];
}
