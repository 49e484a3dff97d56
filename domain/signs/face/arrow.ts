/** Arrows drawn as shapes: no typeface of plates has them, and all eight ways must look alike. */
import type { Outline, Step } from './outline.ts';

/** Degrees clockwise from "up". */
const turns = { '↑': 0, '↗': 45, '→': 90, '↘': 135, '↓': 180, '↙': 225, '←': 270, '↖': 315 } as const;
export type Arrow = keyof typeof turns;

export const isArrow = (character: string): character is Arrow => character in turns;

/** Up, in a square of one unit around the middle: a shaft and a head. */
const up: readonly (readonly [number, number])[] = [
  [0, -0.5],
  [0.42, -0.06],
  [0.3, 0.07],
  [0.095, -0.14],
  [0.095, 0.5],
  [-0.095, 0.5],
  [-0.095, -0.14],
  [-0.3, 0.07],
  [-0.42, -0.06],
];

/** As high as a capital of height 1 on the baseline, y upwards, beginning at x = 0; the width it takes is 1. */
export function arrowOutline(arrow: Arrow): Outline {
  const angle = (turns[arrow] * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const steps = up.map(([x, y], index): Step => {
    return [index === 0 ? 'M' : 'L', 0.5 + x * cos - y * sin, 0.5 - (x * sin + y * cos)];
  });
  return [...steps, ['Z']];
}
