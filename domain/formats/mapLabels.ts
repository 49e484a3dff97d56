/** Where names and numbers of a paper map stand without covering each other. */

/** A box on the paper, in millimetres, y downwards. */
export interface Spot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];
interface Area {
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
}

/** Letters are so wide for their height, about. */
const letterWidth = 0.56;
const stepMillimeters = 2;

/** Whether two boxes cover each other in part. */
export const meets = (a: Spot, b: Spot): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The place nearest to the middle of the line's visible part where its name has room, and how it is turned. */
export function labelPlace(
  points: readonly Point[],
  text: string,
  sizeMillimeters: number,
  { widthMillimeters, heightMillimeters }: Area,
  taken: Spot[],
): { readonly at: Point; readonly turnDegrees: number } | null {
  const half = (text.length * sizeMillimeters * letterWidth) / 2;
  const places = steps(points).filter(
    ({ at: [x, y] }) => x > 2 && y > 2 && x < widthMillimeters - 2 && y < heightMillimeters - 2,
  );
  const middle = places.length / 2;
  const order = places.map((place, index) => ({ place, off: Math.abs(index - middle) })).sort((a, b) => a.off - b.off);
  for (const { place } of order) {
    const { at, turnDegrees } = place;
    const turn = (turnDegrees * Math.PI) / 180;
    const across = Math.abs(Math.cos(turn)) * half + Math.abs(Math.sin(turn)) * sizeMillimeters * 0.6;
    const down = Math.abs(Math.sin(turn)) * half + Math.abs(Math.cos(turn)) * sizeMillimeters * 0.6;
    const spot = { left: at[0] - across, right: at[0] + across, top: at[1] - down, bottom: at[1] + down };
    const isInside =
      spot.left > 0.5 && spot.top > 0.5 && spot.right < widthMillimeters && spot.bottom < heightMillimeters;
    if (!isInside || taken.some((other) => meets(other, spot))) continue;
    taken.push(spot);
    return place;
  }
  return null;
}

/** Places along a line, every 2 mm, each with the way the line goes there, turned so that it reads from the left. */
function steps(points: readonly Point[]): readonly { readonly at: Point; readonly turnDegrees: number }[] {
  const places: { at: Point; turnDegrees: number }[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!];
    const count = Math.max(1, Math.min(2000, Math.round(Math.hypot(bx - ax, by - ay) / stepMillimeters)));
    const degrees = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
    const turnDegrees = degrees > 90 ? degrees - 180 : degrees <= -90 ? degrees + 180 : degrees;
    for (let k = 0; k < count; k += 1) {
      const t = (k + 0.5) / count;
      places.push({ at: [ax + (bx - ax) * t, ay + (by - ay) * t], turnDegrees });
    }
  }
  return places;
}

const rings = [3.4, 5.4, 7.6, 10] as const;
const turns = 12;

/** The middle of a box of this size near a point, the nearest that covers no other; beside the point where all is full. */
export function spotBeside([x, y]: Point, width: number, height: number, area: Area, taken: Spot[]): Point {
  for (const ring of rings) {
    for (let k = 0; k < turns; k += 1) {
      const angle = (2 * Math.PI * k) / turns - Math.PI / 4;
      const at: Point = [x + Math.cos(angle) * (ring + width / 2 - 1), y + Math.sin(angle) * ring];
      const spot = {
        left: at[0] - width / 2,
        right: at[0] + width / 2,
        top: at[1] - height / 2,
        bottom: at[1] + height / 2,
      };
      const isInside =
        spot.left > 0 && spot.top > 0 && spot.right < area.widthMillimeters && spot.bottom < area.heightMillimeters;
      if (!isInside || taken.some((other) => meets(other, spot))) continue;
      taken.push(spot);
      return at;
    }
  }
  return [x + width / 2 + 2, y];
}
