/** Pictures of what people say when they explain the way, and of buildings that are not dwellings. */
import type { HouseUse } from '../../../domain/records/house.ts';
import type { LandmarkKind } from '../../../domain/records/landmark.ts';
import { disc, path, roundedRectangle, type MapImage, type Painter } from './image.ts';

/** Draws in white on a disc of 22 pixels; the drawing lives between 5 and 17. */
type Glyph = (painter: Painter) => void;

const temple: Glyph = (painter) => {
  path(
    painter,
    [
      [4, 9.5],
      [6, 9],
      [11, 5],
      [16, 9],
      [18, 9.5],
      [16, 11],
      [6, 11],
    ],
    true,
  );
  painter.fill();
  for (const x of [7, 10.2, 13.4]) painter.fillRect(x, 11.5, 1.6, 4);
  painter.fillRect(5.5, 15.8, 11, 1.4);
};
const hall: Glyph = (painter) => {
  path(
    painter,
    [
      [4.5, 10],
      [11, 5],
      [17.5, 10],
    ],
    true,
  );
  painter.fill();
  painter.fillRect(6, 10.8, 10, 5.7);
  painter.clearRect(9.8, 12.6, 2.4, 4);
};
const school: Glyph = (painter) => {
  path(
    painter,
    [
      [11, 6],
      [18, 9],
      [11, 12],
      [4, 9],
    ],
    true,
  );
  painter.fill();
  path(
    painter,
    [
      [7, 11.2],
      [11, 13],
      [15, 11.2],
      [15, 14],
      [11, 16],
      [7, 14],
    ],
    true,
  );
  painter.fill();
};
const junction: Glyph = (painter) => {
  painter.lineWidth = 2.4;
  path(painter, [
    [11, 17],
    [11, 11],
    [6, 6],
  ]);
  painter.stroke();
  path(painter, [
    [11, 11],
    [16, 6],
  ]);
  painter.stroke();
};
const market: Glyph = (painter) => {
  path(
    painter,
    [
      [5, 9],
      [6.5, 5.5],
      [15.5, 5.5],
      [17, 9],
    ],
    true,
  );
  painter.fill();
  painter.fillRect(6, 10, 1.6, 6.5);
  painter.fillRect(14.4, 10, 1.6, 6.5);
  painter.fillRect(6, 12.6, 10, 1.5);
};
const gate: Glyph = (painter) => {
  painter.fillRect(5, 6, 12, 2);
  painter.fillRect(6.2, 8.6, 9.6, 1.2);
  painter.fillRect(6, 8, 2, 9);
  painter.fillRect(14, 8, 2, 9);
};
const dot: Glyph = (painter) => {
  disc(painter, 11, 11, 3.2);
  painter.fill();
};

const place = (glyph: Glyph, ground: 'landmark' | 'building'): MapImage => ({
  width: 22,
  height: 22,
  paint(painter, theme) {
    // The drawing first, then the ground under it, so that a glyph can cut holes in itself.
    painter.fillStyle = theme.white;
    painter.strokeStyle = theme.white;
    glyph(painter);
    painter.globalCompositeOperation = 'destination-over';
    if (ground === 'building') roundedRectangle(painter, 1.5, 1.5, 19, 19, 5);
    else disc(painter, 11, 11, 9.7);
    painter.fillStyle = theme[ground];
    painter.fill();
    painter.lineWidth = 1.4;
    painter.strokeStyle = theme.white;
    painter.globalCompositeOperation = 'source-over';
    painter.stroke();
  },
});

const landmarks: Readonly<Record<`landmark-${LandmarkKind}`, MapImage>> = {
  'landmark-temple': place(temple, 'landmark'),
  'landmark-cultural-house': place(hall, 'landmark'),
  'landmark-school': place(school, 'landmark'),
  'landmark-junction': place(junction, 'landmark'),
  'landmark-market': place(market, 'landmark'),
  'landmark-gate': place(gate, 'landmark'),
  'landmark-other': place(dot, 'landmark'),
};

type OtherUse = Exclude<HouseUse, 'residential'>;

const uses: Readonly<Record<`use-${OtherUse}`, MapImage>> = {
  'use-public': place(hall, 'building'),
  'use-business': place(market, 'building'),
  'use-worship': place(temple, 'building'),
  'use-school': place(school, 'building'),
  'use-other': place(dot, 'building'),
};

export const places = { ...landmarks, ...uses };
