/** The colours of the product, named once: enamel blue and white on warm paper; amber is to do, red is wrong. */

export const theme = {
  /** Warm paper: the ground of the village. */
  paper: '#f5f0e6',
  /** Ground outside the boundary. */
  paperOutside: '#e2dacb',
  white: '#ffffff',
  /** Text and outlines. */
  ink: '#1d2733',
  inkSoft: '#47505c',
  /** Behind names, so that they read on anything. */
  halo: '#fffdf8',

  /** The blue of enamelled plates and signs. */
  enamel: '#12407a',
  enamelDark: '#0a2a54',
  enamelMid: '#5f8cc4',
  enamelSoft: '#d3e2f4',

  /** To be done: text and lines; fills. */
  amber: '#8f4b00',
  amberMid: '#be7310',
  amberSoft: '#f8e2b4',
  /** Wrong: text and lines; fills. */
  red: '#b3201b',
  redSoft: '#f7cdc8',

  roadFill: '#ffffff',
  roadCasing: '#8d8778',
  laneCasing: '#a8a192',
  access: '#c3b9a5',
  boundary: '#6d4c2f',

  /** Outline of buildings that are not dwellings. */
  building: '#5a4632',
  buildingSoft: '#cdbfa8',
  gone: '#8b8578',

  camera: '#55308a',
  /** Of road that nobody sees, and that one camera, two, more of them see: told apart by lightness alone. */
  seenNone: '#a3261f',
  seenOne: '#9fd0f0',
  seenTwo: '#3f87c6',
  seenMore: '#0b3a75',
  /** The map by night; road that is lit, and that lies in the dark. */
  night: '#0b1533',
  lit: '#ffd84d',
  litEdge: '#8a6500',
  dark: '#1c1330',
  cameraSoft: '#b79fdc',
  lampGlow: '#ffd24a',
  lampCore: '#4d3b00',
  landmark: '#3d4a2a',
} as const;

export type Theme = { readonly [K in keyof typeof theme]: string };

/** As CSS custom properties (`--enamel-dark: #…`), for the stylesheet of the page. */
export const cssVariables = (colours: Theme): Record<string, string> =>
  Object.fromEntries(
    Object.entries(colours).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
