/**
 * The border line of a plate. Full size (750 × 400 mm, TT 36/2006; RULES §2.3): 5 mm wide, 30 to 35 mm from the edge,
 * its four corners curved inwards. Smaller plates have it in proportion (assumed; no rule says).
 */
import type { Outline, Step } from './outline.ts';

export interface BorderSizes {
  /** From the plate's edge to the line. */
  readonly insetMillimeters: number;
  readonly lineMillimeters: number;
  /** Of the curve that is cut out of each corner of the line. */
  readonly cornerMillimeters: number;
}

const full = { width: 750, height: 400, inset: 30, line: 5, corner: 20 } as const;
/** Thinner lines vanish a few steps away (assumed). */
const leastLineMillimeters = 2;

export function borderSizes(widthMillimeters: number, heightMillimeters: number): BorderSizes {
  const scale = Math.min(1, widthMillimeters / full.width, heightMillimeters / full.height);
  return {
    insetMillimeters: full.inset * scale,
    lineMillimeters: Math.max(leastLineMillimeters, full.line * scale),
    cornerMillimeters: full.corner * scale,
  };
}

/** Two loops, one inside the other: the line is as wide in the curves as on the straights. */
export function borderOutline(widthMillimeters: number, heightMillimeters: number): Outline {
  const {
    insetMillimeters: inset,
    lineMillimeters: line,
    cornerMillimeters: corner,
  } = borderSizes(widthMillimeters, heightMillimeters);
  const box = { left: inset, top: inset, right: widthMillimeters - inset, bottom: heightMillimeters - inset };
  return [...loop(box, 0, corner), ...reversed(loop(box, line, corner + line))];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rectangle `by` inside the box whose corners are arcs of this radius around the corners of the box itself. */
function loop(box: Box, by: number, radius: number): Step[] {
  const along = Math.sqrt(radius * radius - by * by);
  const corners = [
    { x: box.left, y: box.top, right: 1, down: 1 },
    { x: box.right, y: box.top, right: -1, down: 1 },
    { x: box.right, y: box.bottom, right: -1, down: -1 },
    { x: box.left, y: box.bottom, right: 1, down: -1 },
  ] as const;
  const steps: Step[] = [];
  corners.forEach(({ x, y, right, down }, index) => {
    const onSide = [x + right * by, y + down * along] as const;
    const onLevel = [x + right * along, y + down * by] as const;
    // Clockwise: into the corners at the top left and bottom right from the side, into the others from the level.
    const [from, to] = index % 2 === 0 ? [onSide, onLevel] : [onLevel, onSide];
    steps.push([index === 0 ? 'M' : 'L', from[0], from[1]], arc(x, y, radius, from, to));
  });
  return [...steps, ['Z']];
}

/** One curve for the arc around (x, y): for a quarter circle it errs by 0.03 % of the radius. */
function arc(
  x: number,
  y: number,
  radius: number,
  from: readonly [number, number],
  to: readonly [number, number],
): Step {
  const start = Math.atan2(from[1] - y, from[0] - x);
  const turn = Math.atan2(
    Math.sin(Math.atan2(to[1] - y, to[0] - x) - start),
    Math.cos(Math.atan2(to[1] - y, to[0] - x) - start),
  );
  const handle = (4 / 3) * Math.tan(turn / 4) * radius;
  const end = start + turn;
  return [
    'C',
    from[0] - handle * Math.sin(start),
    from[1] + handle * Math.cos(start),
    to[0] + handle * Math.sin(end),
    to[1] - handle * Math.cos(end),
    to[0],
    to[1],
  ];
}

/** The same loop walked backwards. */
function reversed(steps: readonly Step[]): Step[] {
  const drawn = steps.filter((step) => step[0] !== 'Z');
  const ends = drawn.map((step) => step.slice(-2) as [number, number]);
  const last = ends.at(-1)!;
  const back: Step[] = [['M', last[0], last[1]]];
  for (let i = drawn.length - 1; i > 0; i -= 1) {
    const step = drawn[i]!;
    const [x, y] = ends[i - 1]!;
    back.push(step[0] === 'C' ? ['C', step[3], step[4], step[1], step[2], x, y] : ['L', x, y]);
  }
  return [...back, ['Z']];
}
