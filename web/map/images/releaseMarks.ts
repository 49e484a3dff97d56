/** Marks of what has changed since the last release: a plus on a disc, an arrow on a diamond, a cross on a square. */
import { disc, path, type MapImage, type Painter } from './image.ts';

const size = 22;
const middle = size / 2;

function stroke(painter: Painter, colour: string, lines: readonly (readonly (readonly [number, number])[])[]) {
  painter.strokeStyle = colour;
  painter.lineWidth = 2.4;
  painter.lineCap = 'round';
  for (const line of lines) {
    path(painter, line);
    painter.stroke();
  }
}

function ground(painter: Painter, fill: string, edge: string) {
  painter.fillStyle = fill;
  painter.fill();
  painter.lineWidth = 1.8;
  painter.strokeStyle = edge;
  painter.stroke();
}

const added: MapImage = {
  width: size,
  height: size,
  paint(painter, theme) {
    disc(painter, middle, middle, 9.5);
    ground(painter, theme.enamel, theme.white);
    stroke(painter, theme.white, [
      [
        [middle, 6.5],
        [middle, 15.5],
      ],
      [
        [6.5, middle],
        [15.5, middle],
      ],
    ]);
  },
};

const changed: MapImage = {
  width: size,
  height: size,
  paint(painter, theme) {
    path(
      painter,
      [
        [middle, 0.8],
        [size - 0.8, middle],
        [middle, size - 0.8],
        [0.8, middle],
      ],
      true,
    );
    ground(painter, theme.amberSoft, theme.amber);
    stroke(painter, theme.amber, [
      [
        [6.5, middle],
        [15, middle],
      ],
      [
        [12, 8],
        [15, middle],
        [12, 14],
      ],
    ]);
  },
};

const retired: MapImage = {
  width: size,
  height: size,
  paint(painter, theme) {
    path(
      painter,
      [
        [2, 2],
        [size - 2, 2],
        [size - 2, size - 2],
        [2, size - 2],
      ],
      true,
    );
    ground(painter, theme.white, theme.red);
    stroke(painter, theme.red, [
      [
        [7, 7],
        [15, 15],
      ],
      [
        [15, 7],
        [7, 15],
      ],
    ]);
  },
};

export const releaseMarkImages = {
  'release-new': added,
  'release-changed': changed,
  'release-retired': retired,
} as const;
