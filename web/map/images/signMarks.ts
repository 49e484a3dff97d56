/**
 * Signs on the map, from above (a bar on its post, with a small triangle on each side one reads it from) and as plates that
 * stretch around their text. States differ by shape: proposed is broken all round, planned an outline, ordered an outline
 * with a line inside, installed filled, damaged struck through, missing only dots.
 */
import type { SignState } from '../../../domain/records/sign.ts';
import type { Theme } from '../theme.ts';
import { disc, path, roundedRectangle, type MapImage, type Painter } from './image.ts';

export type SignLook = Exclude<SignState, 'removed'> | 'proposed';

interface Look {
  readonly ground: keyof Theme;
  readonly edge: keyof Theme;
  readonly width: number;
  readonly dash: readonly number[];
  readonly inner: keyof Theme | null;
  readonly isStruck: boolean;
  /** Small triangles show the sides one reads it from. */
  readonly hasTips: boolean;
}

const plain = { dash: [], inner: null, isStruck: false, hasTips: true };
export const signLooks: Readonly<Record<SignLook, Look>> = {
  proposed: { ...plain, ground: 'white', edge: 'enamel', width: 1.8, dash: [4, 3], hasTips: false },
  planned: { ...plain, ground: 'white', edge: 'enamel', width: 1.4 },
  ordered: { ...plain, ground: 'white', edge: 'enamel', width: 1.4, inner: 'enamel' },
  installed: { ...plain, ground: 'enamel', edge: 'enamelDark', width: 1, inner: 'white' },
  damaged: { ...plain, ground: 'white', edge: 'red', width: 1.8, isStruck: true },
  missing: { ...plain, ground: 'white', edge: 'red', width: 2, dash: [0.1, 4] },
};

function outline(painter: Painter, theme: Theme, { edge, width, dash }: Look) {
  painter.lineCap = dash[0] === 0.1 ? 'round' : 'butt';
  painter.setLineDash([...dash]);
  painter.lineWidth = width;
  painter.strokeStyle = theme[edge];
  painter.stroke();
  painter.setLineDash([]);
}

function strike(painter: Painter, theme: Theme, from: readonly [number, number], to: readonly [number, number]) {
  painter.lineCap = 'round';
  for (const [colour, width] of [
    [theme.white, 4.5],
    [theme.red, 2.5],
  ] as const) {
    painter.strokeStyle = colour;
    painter.lineWidth = width;
    path(painter, [from, to]);
    painter.stroke();
  }
}

const triangle = (painter: Painter, base: number, tip: number) =>
  path(
    painter,
    [
      [8, base],
      [12, tip],
      [16, base],
    ],
    true,
  );

/** `isBoth`: it is read from both sides. */
const fromAbove = (look: Look, isBoth: boolean): MapImage => ({
  width: 24,
  height: 24,
  paint(painter, theme) {
    painter.fillStyle = theme[look.edge];
    if (look.hasTips) {
      triangle(painter, 7.5, 2);
      painter.fill();
    }
    if (look.hasTips && isBoth) {
      triangle(painter, 16.5, 22);
      painter.fill();
    }
    roundedRectangle(painter, 2, 8, 20, 8, 1.5);
    painter.fillStyle = theme[look.ground];
    painter.fill();
    outline(painter, theme, look);
    if (look.inner) {
      painter.fillStyle = theme[look.inner];
      painter.fillRect(5, 11.4, 14, 1.2);
    }
    if (look.isStruck) strike(painter, theme, [5, 19], [19, 5]);
  },
});

const [width, height] = [46, 22];

/** Dashes lie where nothing is stretched but every second one, so that they stay dashes around a long text. */
const plate = (look: Look): MapImage => ({
  width,
  height,
  stretch: {
    x: [
      [8, 12],
      [15, 19],
      [22, 26],
      [29, 33],
      [36, 38],
    ],
    y: [[9, 13]],
  },
  content: [5, 3, width - 5, height - 3],
  paint(painter, theme) {
    const inset = 1 + look.width / 2;
    roundedRectangle(painter, inset, inset, width - 2 * inset, height - 2 * inset, 3);
    painter.fillStyle = theme[look.ground];
    painter.fill();
    outline(painter, theme, look);
    if (look.inner) {
      roundedRectangle(painter, 3.4, 3.4, width - 6.8, height - 6.8, 2);
      painter.lineWidth = 0.9;
      painter.strokeStyle = theme[look.inner];
      painter.stroke();
    }
    if (look.isStruck) {
      strike(painter, theme, [1.5, 8], [8, 1.5]);
      strike(painter, theme, [width - 8, height - 1.5], [width - 1.5, height - 8]);
    }
  },
});

const each = <Name extends string>(name: (look: SignLook) => Name, draw: (look: Look) => MapImage) =>
  Object.fromEntries(
    Object.entries(signLooks).map(([look, drawn]) => [name(look as SignLook), draw(drawn)]),
  ) as Readonly<Record<Name, MapImage>>;

/** Somebody arrives here and cannot read a name he must: an eye struck through. */
const unread: MapImage = {
  width: 26,
  height: 26,
  paint(painter, theme) {
    path(
      painter,
      [
        [13, 1.5],
        [24.5, 13],
        [13, 24.5],
        [1.5, 13],
      ],
      true,
    );
    painter.lineJoin = 'round';
    painter.fillStyle = theme.amberSoft;
    painter.fill();
    painter.lineWidth = 1.8;
    painter.strokeStyle = theme.amber;
    painter.stroke();
    painter.beginPath();
    painter.ellipse(13, 13, 6, 3.8, 0, 0, Math.PI * 2);
    painter.lineWidth = 1.6;
    painter.stroke();
    disc(painter, 13, 13, 1.7);
    painter.fillStyle = theme.amber;
    painter.fill();
    painter.lineCap = 'round';
    painter.lineWidth = 2;
    path(painter, [
      [8.5, 17.5],
      [17.5, 8.5],
    ]);
    painter.stroke();
  },
};

export const signMarks = {
  ...each(
    (look) => `sign-${look}` as const,
    (look) => fromAbove(look, false),
  ),
  ...each(
    (look) => `sign-both-${look}` as const,
    (look) => fromAbove(look, true),
  ),
  ...each((look) => `plate-sign-${look}` as const, plate),
  'sign-unread': unread,
};
