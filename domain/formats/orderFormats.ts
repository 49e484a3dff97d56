/** The files an order of signs comes as, and which of its signs each of them holds. */
import type { Sign, SignState } from '../records/sign.ts';
import type { World } from '../records/world.ts';

export const orderFormats = ['xlsx', 'pdf', 'zip'] as const;
/** xlsx: every sign in a row; pdf: a sheet a sign; zip: the faces of every sign as outlines. */
export type OrderFormat = (typeof orderFormats)[number];

/** House plates are counted on the cover of the papers and drawn in a file of their own. */
export const isInFile = (format: OrderFormat, { signKind }: Pick<Sign, 'signKind'>): boolean =>
  format !== 'pdf' || signKind !== 'house-plate';

/** How many signs in these states each file would hold. */
export function signsInFiles(world: World, states: readonly SignState[]): Readonly<Record<OrderFormat, number>> {
  const signs = [...world.sign.values()].filter(({ state }) => states.includes(state));
  const count = (format: OrderFormat) => signs.filter((sign) => isInFile(format, sign)).length;
  return { xlsx: count('xlsx'), pdf: count('pdf'), zip: count('zip') };
}
