/** Marks of what the checks found: an error by a red disc, something to look at by an amber diamond. */
import { disc, path, type MapImage, type Painter } from './image.ts';

function exclamation(painter: Painter, colour: string) {
  painter.fillStyle = colour;
  painter.fillRect(8, 4.2, 2, 6);
  disc(painter, 9, 12.6, 1.25);
  painter.fill();
}

const error: MapImage = {
  width: 18,
  height: 18,
  paint(painter, theme) {
    disc(painter, 9, 9, 8);
    painter.fillStyle = theme.red;
    painter.fill();
    painter.lineWidth = 1.6;
    painter.strokeStyle = theme.white;
    painter.stroke();
    exclamation(painter, theme.white);
  },
};

const notice: MapImage = {
  width: 18,
  height: 18,
  paint(painter, theme) {
    path(
      painter,
      [
        [9, 1],
        [17, 9],
        [9, 17],
        [1, 9],
      ],
      true,
    );
    painter.lineJoin = 'round';
    painter.fillStyle = theme.amberSoft;
    painter.fill();
    painter.lineWidth = 1.6;
    painter.strokeStyle = theme.amber;
    painter.stroke();
    exclamation(painter, theme.amber);
  },
};

export const checkMarks = { 'check-error': error, 'check-notice': notice } as const;
