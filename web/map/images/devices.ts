/** Cameras and lamps as seen from above; what faces somewhere faces up in the image and is turned by the map. */
import type { Theme } from '../theme.ts';
import { disc, path, roundedRectangle, type MapImage, type Painter } from './image.ts';

type Look = 'solid' | 'outlined' | 'broken';

function strike(painter: Painter, theme: Theme, size: number) {
  painter.lineCap = 'round';
  for (const [colour, width] of [
    [theme.white, 4.5],
    [theme.red, 2.5],
  ] as const) {
    painter.strokeStyle = colour;
    painter.lineWidth = width;
    path(painter, [
      [size * 0.22, size * 0.78],
      [size * 0.78, size * 0.22],
    ]);
    painter.stroke();
  }
}

/** A bullet camera pointing up. */
const camera = (look: Look, mark: 'ring' | 'plain'): MapImage => ({
  width: 26,
  height: 26,
  paint(painter, theme) {
    disc(painter, 13, 13, mark === 'ring' ? 11.5 : 9.5);
    painter.fillStyle = look === 'outlined' ? theme.white : theme.camera;
    painter.fill();
    painter.lineWidth = mark === 'ring' ? 1.8 : 1.2;
    painter.strokeStyle = look === 'outlined' ? theme.camera : theme.white;
    painter.setLineDash(look === 'outlined' ? [3, 2] : []);
    painter.stroke();
    painter.setLineDash([]);
    painter.fillStyle = look === 'outlined' ? theme.camera : theme.white;
    roundedRectangle(painter, 10, 9.5, 6, 9.5, 1.5);
    painter.fill();
    path(
      painter,
      [
        [11.5, 9],
        [9.5, 5.5],
        [16.5, 5.5],
        [14.5, 9],
      ],
      true,
    );
    painter.fill();
    if (look === 'broken') strike(painter, theme, 26);
  },
});

const lamp = (look: Look): MapImage => ({
  width: 14,
  height: 14,
  paint(painter, theme) {
    disc(painter, 7, 7, 4.5);
    painter.fillStyle = look === 'outlined' ? theme.white : look === 'broken' ? theme.gone : theme.lampGlow;
    painter.fill();
    painter.lineWidth = 1.6;
    painter.strokeStyle = theme.lampCore;
    painter.setLineDash(look === 'outlined' ? [2.2, 1.8] : []);
    painter.stroke();
    painter.setLineDash([]);
    if (look === 'solid') {
      disc(painter, 7, 7, 1.5);
      painter.fillStyle = theme.lampCore;
      painter.fill();
    }
    if (look === 'broken') strike(painter, theme, 14);
  },
});

/** Which way numbers rise along a selected road. */
const arrow: MapImage = {
  width: 16,
  height: 16,
  paint(painter, theme) {
    for (const [colour, width] of [
      [theme.white, 5],
      [theme.ink, 2.4],
    ] as const) {
      painter.strokeStyle = colour;
      painter.lineWidth = width;
      painter.lineCap = 'round';
      painter.lineJoin = 'round';
      path(painter, [
        [5, 3],
        [11, 8],
        [5, 13],
      ]);
      painter.stroke();
    }
  },
};

export const devices = {
  'camera-existing': camera('solid', 'ring'),
  'camera-planned': camera('outlined', 'ring'),
  'camera-broken': camera('broken', 'ring'),
  'camera-household-existing': camera('solid', 'plain'),
  'camera-household-planned': camera('outlined', 'plain'),
  'camera-household-broken': camera('broken', 'plain'),
  'lamp-existing': lamp('solid'),
  'lamp-planned': lamp('outlined'),
  'lamp-broken': lamp('broken'),
  arrow,
} as const satisfies Record<string, MapImage>;
