/** Fill patterns of houses: the state is told by shape as well as by colour. */
import type { HouseAddressState } from '../../../domain/coverage/houseAddressState.ts';
import { houseLooks } from '../houseLooks.ts';
import type { Theme } from '../theme.ts';
import { disc, path, type MapImage, type Painter } from './image.ts';

/** Side of a pattern tile in screen pixels. */
const side = 12;

const tile = (state: HouseAddressState, draw: (painter: Painter, theme: Theme) => void): MapImage => ({
  width: side,
  height: side,
  paint(painter, theme) {
    painter.fillStyle = theme[houseLooks[state].ground];
    painter.fillRect(0, 0, side, side);
    draw(painter, theme);
  },
});

/** Rising strokes that meet at the tile's edges. */
function hatch(painter: Painter, colour: string, width: number) {
  painter.strokeStyle = colour;
  painter.lineWidth = width;
  for (const shift of [-side, 0, side]) {
    path(painter, [
      [shift - 2, side + 2],
      [shift + side + 2, -2],
    ]);
    painter.stroke();
  }
}

function crossHatch(painter: Painter, colour: string, width: number) {
  hatch(painter, colour, width);
  painter.save();
  painter.translate(side, 0);
  painter.scale(-1, 1);
  hatch(painter, colour, width);
  painter.restore();
}

export const patterns: Readonly<Record<`pattern-${HouseAddressState}`, MapImage>> = {
  'pattern-no-road': tile('no-road', (painter, theme) => {
    painter.fillStyle = theme.amber;
    for (const [x, y] of [
      [3, 3],
      [9, 9],
    ] as const) {
      disc(painter, x, y, 1.5);
      painter.fill();
    }
  }),
  'pattern-no-number': tile('no-number', (painter, theme) => {
    // At first this is every house: the hatch must be seen, not shout.
    painter.globalAlpha = 0.6;
    hatch(painter, theme.amberMid, 1.1);
  }),
  'pattern-draft': tile('draft', () => {}),
  'pattern-issued': tile('issued', () => {}),
  'pattern-problem': tile('problem', (painter, theme) => crossHatch(painter, theme.red, 1.4)),
  'pattern-gone': tile('gone', (painter, theme) => hatch(painter, theme.gone, 0.8)),
};
