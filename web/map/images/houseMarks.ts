/** Houses known only by their entrance: a small roof in the colours and pattern of their state. */
import { houseAddressStates, type HouseAddressState } from '../../../domain/coverage/houseAddressState.ts';
import { houseLooks } from '../houseLooks.ts';
import type { Theme } from '../theme.ts';
import { disc, path, type MapImage, type Painter } from './image.ts';

function inside(painter: Painter, theme: Theme, state: HouseAddressState) {
  painter.strokeStyle = theme[houseLooks[state].edge];
  painter.fillStyle = theme[houseLooks[state].edge];
  painter.lineWidth = 1.2;
  if (state === 'no-number' || state === 'problem') {
    path(painter, [
      [6, 13.5],
      [12, 7.5],
    ]);
    painter.stroke();
  }
  if (state === 'problem') {
    path(painter, [
      [6, 7.5],
      [12, 13.5],
    ]);
    painter.stroke();
  }
  if (state === 'no-road') {
    disc(painter, 9, 10.5, 1.6);
    painter.fill();
  }
}

const mark = (state: HouseAddressState): MapImage => ({
  width: 18,
  height: 18,
  paint(painter, theme) {
    path(
      painter,
      [
        [2, 8.5],
        [9, 2],
        [16, 8.5],
        [16, 16],
        [2, 16],
      ],
      true,
    );
    painter.fillStyle = theme[houseLooks[state].ground];
    painter.fill();
    painter.lineWidth = 1.5;
    painter.lineJoin = 'round';
    painter.strokeStyle = theme[houseLooks[state].edge];
    painter.setLineDash(state === 'gone' ? [2, 2] : []);
    painter.stroke();
    painter.setLineDash([]);
    inside(painter, theme, state);
  },
});

export const houseMarks = Object.fromEntries(
  houseAddressStates.map((state) => [`house-${state}`, mark(state)]),
) as Readonly<Record<`house-${HouseAddressState}`, MapImage>>;
