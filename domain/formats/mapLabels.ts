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
export const letterWidth = 0.56;
const stepMillimeters = 2;

/** Whether two boxes cover each other in part. */
export const meets = (a: Spot, b: Spot): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const isFree = (spot: Spot, taken: readonly Spot[]): boolean => !taken.some((other) => meets(other, spot));

const isWithin = ({ left, top, right, bottom }: Spot, { widthMillimeters, heightMillimeters }: Area): boolean =>
  left > 0.5 && top > 0.5 && right < widthMillimeters && bottom < heightMillimeters;

export const around = (middle: Point, width: number, height = width): Spot => ({
  left: middle[0] - width / 2,
  right: middle[0] + width / 2,
  top: middle[1] - height / 2,
  bottom: middle[1] + height / 2,
});

/** The place nearest to the middle of the line's visible part where its name has room, and how it is turned. */
export function labelPlace(
  points: readonly Point[],
  text: string,
  sizeMillimeters: number,
  area: Area,
  taken: Spot[],
): { readonly at: Point; readonly turnDegrees: number } | null {
  const { widthMillimeters, heightMillimeters } = area;
  const half = (text.length * sizeMillimeters * letterWidth) / 2;
  const places = steps(points).filter(
    ({ at: [x, y] }) => x > 2 && y > 2 && x < widthMillimeters - 2 && y < heightMillimeters - 2,
  );
  const middle = places.length / 2;
  const order = places.map((place, index) => ({ place, off: Math.abs(index - middle) })).sort((a, b) => a.off - b.off);
  for (const { place } of order) {
    const spots = turnedSpots(place, half, sizeMillimeters);
    if (!spots.every((spot) => isWithin(spot, area) && isFree(spot, taken))) continue;
    taken.push(...spots);
    return place;
  }
  return null;
}

/** What a turned name covers: level or upright one box, else one for every few letters, so that the corners stay free. */
function turnedSpots(
  { at: [x, y], turnDegrees }: { readonly at: Point; readonly turnDegrees: number },
  half: number,
  sizeMillimeters: number,
): readonly Spot[] {
  const turn = (turnDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const isSlanting = Math.abs(sin * cos) > 0.1;
  const count = isSlanting ? Math.max(1, Math.ceil(half / sizeMillimeters)) : 1;
  const part = half / count;
  const across = Math.abs(cos) * part + Math.abs(sin) * sizeMillimeters * 0.6;
  const down = Math.abs(sin) * part + Math.abs(cos) * sizeMillimeters * 0.6;
  return Array.from({ length: count }, (_, index) => {
    const along = (2 * index + 1) * part - half;
    const [middleX, middleY] = [x + cos * along, y + sin * along];
    return { left: middleX - across, right: middleX + across, top: middleY - down, bottom: middleY + down };
  });
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
      const spot = around(at, width, height);
      const isInside =
        spot.left > 0 && spot.top > 0 && spot.right < area.widthMillimeters && spot.bottom < area.heightMillimeters;
      if (!isInside || !isFree(spot, taken)) continue;
      taken.push(spot);
      return at;
    }
  }
  return [x + width / 2 + 2, y];
}

/** Ways from a point, the one that is read best first: below, above, right, left, and between them. */
const ways = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;
/** Farther than the first a name needs a line to its point. */
const gaps = [0, 2.5, 5, 8, 12, 17, 23] as const;

/**
 * The middle of a name that must not be left out: beside its point, else farther off with a line to it. Where all of that
 * is full, the place inside the area where it covers fewest others. `clear`: of what marks the point, from its middle.
 */
export function namePlace(
  [x, y]: Point,
  clear: number,
  width: number,
  height: number,
  area: Area,
  taken: Spot[],
): { readonly at: Point; readonly needsLine: boolean } {
  let best: { readonly at: Point; readonly needsLine: boolean; readonly covers: number } | null = null;
  for (const gap of gaps) {
    for (const [right, down] of ways) {
      const at: Point = [x + right * (clear + gap + width / 2), y + down * (clear + gap + height / 2)];
      const spot = around(at, width, height);
      if (!isWithin(spot, area)) continue;
      const covers = taken.filter((other) => meets(other, spot)).length;
      if (best && best.covers <= covers) continue;
      best = { at, needsLine: gap > 0, covers };
      if (covers > 0) continue;
      taken.push(spot);
      return best;
    }
  }
  const { at, needsLine } = best ?? { at: [x, y + clear + height / 2] as const, needsLine: false };
  taken.push(around(at, width, height));
  return { at, needsLine };
}
