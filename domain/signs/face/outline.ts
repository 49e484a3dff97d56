/** Closed shapes as steps of a pen, in any unit: letters, borders and arrows are the same to who draws or cuts them. */

export type Step =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['Q', x1: number, y1: number, x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];

/** One or more closed loops; a loop inside another, turned the other way, is a hole. */
export type Outline = readonly Step[];

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placing {
  readonly scaleX: number;
  /** Below zero turns a shape whose y grows upwards. */
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}

/** Scaled first, then moved. */
export function placed(outline: Outline, { scaleX, scaleY, x, y }: Placing): Outline {
  return outline.map((step) => {
    const [command, ...numbers] = step;
    return [
      command,
      ...numbers.map((value, i) => (i % 2 === 0 ? value * scaleX + x : value * scaleY + y)),
    ] as unknown as Step;
  });
}

/** The box of every point the pen is led by: a curve never leaves the box of its points. Null without any. */
export function boundsOf(outlines: readonly Outline[]): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines) {
    for (const [, ...numbers] of outline) {
      for (let i = 0; i < numbers.length; i += 2) {
        left = Math.min(left, numbers[i]!);
        right = Math.max(right, numbers[i]!);
        top = Math.min(top, numbers[i + 1]!);
        bottom = Math.max(bottom, numbers[i + 1]!);
      }
    }
  }
  return left === Infinity ? null : { left, top, right, bottom };
}

/** As the `d` of an SVG path, to a hundredth of the unit. */
export const pathData = (outline: Outline): string =>
  outline.map(([command, ...numbers]) => command + numbers.map(hundredths).join(' ')).join('');

const hundredths = (value: number): string => String(Math.round(value * 100) / 100 || 0);

export const rectangle = (left: number, top: number, width: number, height: number): Outline => [
  ['M', left, top],
  ['L', left + width, top],
  ['L', left + width, top + height],
  ['L', left, top + height],
  ['Z'],
];
