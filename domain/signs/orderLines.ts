/** What an order of signs holds: each sign with its size, posts and price, and what all of it costs against the budget. */
import type { Id } from '../records/fields.ts';
import { SignKind, type Sign, type SignState } from '../records/sign.ts';
import { villageOf, type World } from '../records/world.ts';
import { defaultSignSettings } from '../records/signSettings.ts';
import { isSamePost, postsOf } from './posts.ts';
import { signsAlongRoads, type PlacedSign } from './signPlace.ts';
import { sizeOf, type FaceSize } from './sizes.ts';
import { signProfileOf } from './villageSigns.ts';

export interface OrderLine extends PlacedSign {
  /** From 1, as on the map and the sheets of the order. */
  readonly ordinal: number;
  readonly size: FaceSize;
  /** The sign's own price, else the village's for its kind; null while nobody has said. */
  readonly unitPriceVnd: number | null;
  /** A new post is bought once, with the first of the plates it carries. */
  readonly isFirstOnNewPost: boolean;
  /** Its post stands by now: an installed sign hangs on it, this one or another. */
  readonly isOnStandingPost: boolean;
  readonly postPriceVnd: number | null;
}

/** Signs of one kind, size and price. */
export interface OrderSum {
  readonly signKind: SignKind;
  readonly size: FaceSize;
  readonly count: number;
  readonly unitPriceVnd: number | null;
}

export interface SignOrder {
  readonly lines: readonly OrderLine[];
  readonly sums: readonly OrderSum[];
  readonly newPosts: { readonly count: number; readonly unitPriceVnd: number | null };
  /** Of what has a price; `unpriced` counts plates and posts that have none. */
  readonly totalVnd: number;
  readonly unpriced: number;
  readonly budgetVnd: number | null;
  /** What is left of the budget; below zero where it is not enough; null without a budget. */
  readonly leftVnd: number | null;
}

/** Signs in these states, or those of these ids whatever their state. */
export type OrderChoice = { readonly states: readonly SignState[] } | { readonly ids: readonly Id[] };

/** A house plate hangs on the house. */
const hasOwnPost = ({ post, signKind }: Sign): boolean => post === 'new' && signKind !== 'house-plate';

export function orderOf(world: World, choice: OrderChoice): SignOrder {
  const { prices, budgetVnd } = villageOf(world)?.signSettings ?? defaultSignSettings;
  const profile = signProfileOf(world);
  const chosen = new Set('ids' in choice ? choice.ids : []);
  const isWanted = (sign: Sign) => ('ids' in choice ? chosen.has(sign.id) : choice.states.includes(sign.state));
  const standing = [...world.sign.values()].filter((sign) => hasOwnPost(sign) && sign.state === 'installed');
  const standsAlready = (sign: Sign) => hasOwnPost(sign) && standing.some(({ place }) => isSamePost(place, sign.place));
  const placed = signsAlongRoads(world, [...world.sign.values()].filter(isWanted));
  const onNewPosts = placed.map(({ sign }) => sign).filter((sign) => hasOwnPost(sign) && !standsAlready(sign));
  const posts = postsOf(onNewPosts, ({ place }) => place);
  const firsts = new Set(posts.map(([sign]) => sign));
  const lines = placed.map((at, index): OrderLine => {
    const { sign } = at;
    const stands = standsAlready(sign);
    const isFirst = firsts.has(sign);
    return {
      ...at,
      ordinal: index + 1,
      size: sizeOf(profile, sign),
      unitPriceVnd: sign.priceVnd ?? prices[sign.signKind],
      isFirstOnNewPost: isFirst,
      isOnStandingPost: stands,
      postPriceVnd: isFirst ? prices.post : null,
    };
  });
  const totalVnd = lines.reduce((sum, line) => sum + (line.unitPriceVnd ?? 0) + (line.postPriceVnd ?? 0), 0);
  const unpriced =
    lines.filter(({ unitPriceVnd }) => unitPriceVnd === null).length + (prices.post === null ? posts.length : 0);
  return {
    lines,
    sums: sumsOf(lines),
    newPosts: { count: posts.length, unitPriceVnd: prices.post },
    totalVnd,
    unpriced,
    budgetVnd,
    leftVnd: budgetVnd === null ? null : budgetVnd - totalVnd,
  };
}

function sumsOf(lines: readonly OrderLine[]): readonly OrderSum[] {
  const sums = new Map<string, OrderSum>();
  for (const { sign, size, unitPriceVnd } of lines) {
    const { signKind } = sign;
    const key = [signKind, size.widthMillimeters, size.heightMillimeters, unitPriceVnd].join();
    sums.set(key, { signKind, size, unitPriceVnd, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  const area = ({ size }: OrderSum) => size.widthMillimeters * size.heightMillimeters;
  return [...sums.values()].sort(
    (a, b) => SignKind.enum.indexOf(a.signKind) - SignKind.enum.indexOf(b.signKind) || area(b) - area(a),
  );
}
