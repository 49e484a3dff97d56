/** An image of the map: its size in screen pixels, how it is painted, and how it may stretch around a text. */
import type { Theme } from '../theme.ts';

export type Painter = CanvasRenderingContext2D;

type Stretch = readonly [from: number, to: number];

export interface MapImage {
  readonly width: number;
  readonly height: number;
  readonly paint: (painter: Painter, theme: Theme) => void;
  /** The stretches of pixels that may grow with a text, across and down; the text fills `content`. */
  readonly stretch?: { readonly x: readonly Stretch[]; readonly y: readonly Stretch[] };
  readonly content?: readonly [left: number, top: number, right: number, bottom: number];
}

export type MapImages = Readonly<Record<string, MapImage>>;

export function roundedRectangle(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
) {
  painter.beginPath();
  painter.roundRect(x, y, width, height, radius);
}

export function path(painter: Painter, points: readonly (readonly [number, number])[], close = false) {
  painter.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? painter.moveTo(x, y) : painter.lineTo(x, y)));
  if (close) painter.closePath();
}

export function disc(painter: Painter, x: number, y: number, radius: number) {
  painter.beginPath();
  painter.arc(x, y, radius, 0, Math.PI * 2);
}
