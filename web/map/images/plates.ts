/** Plates that stretch around their number: blue enamel with a white line when issued, outlined while a draft. */
import type { Theme } from '../theme.ts';
import { roundedRectangle, type MapImage, type Painter } from './image.ts';

interface PlateLook {
  readonly ground: keyof Theme;
  readonly edge: keyof Theme;
  readonly edgeWidth: number;
  /** The line inside the edge of an enamelled plate. */
  readonly line?: keyof Theme;
  readonly dash?: readonly number[];
}

const width = 24;
const height = 20;

const plate = (look: PlateLook): MapImage => ({
  width,
  height,
  stretch: { x: [[8, 16]], y: [[8, 12]] },
  content: [5, 3, width - 5, height - 3],
  paint: (painter: Painter, theme: Theme) => {
    const inset = 1 + look.edgeWidth / 2;
    roundedRectangle(painter, inset, inset, width - 2 * inset, height - 2 * inset, 3);
    painter.fillStyle = theme[look.ground];
    painter.fill();
    painter.lineWidth = look.edgeWidth;
    painter.strokeStyle = theme[look.edge];
    painter.setLineDash([...(look.dash ?? [])]);
    painter.stroke();
    painter.setLineDash([]);
    if (look.line) {
      roundedRectangle(painter, 3, 3, width - 6, height - 6, 2);
      painter.lineWidth = 0.9;
      painter.strokeStyle = theme[look.line];
      painter.stroke();
    }
  },
});

export const plates = {
  'plate-issued': plate({ ground: 'enamel', edge: 'enamelDark', edgeWidth: 1, line: 'white' }),
  'plate-draft': plate({ ground: 'white', edge: 'enamel', edgeWidth: 1.5 }),
  'plate-problem': plate({ ground: 'white', edge: 'red', edgeWidth: 2 }),
  'plate-preview': plate({ ground: 'amberSoft', edge: 'amber', edgeWidth: 1.5 }),
  'plate-preview-changed': plate({ ground: 'amberSoft', edge: 'amber', edgeWidth: 2.5 }),
} as const satisfies Record<string, MapImage>;
