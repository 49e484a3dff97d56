/** What a village says of its signs: the rules they follow, prices in đồng and the money there is. */
import * as Type from 'typebox';
import type { Plain } from '../plain.ts';
import { oneOf, orNull, record } from './fields.ts';
import { priceVnd } from './sign.ts';

export const repeatMeters = Type.Integer({ minimum: 50, maximum: 5000 });
export const budgetVnd = Type.Integer({ minimum: 0, maximum: 100_000_000_000 });

/** Unit prices; null: nobody has said. `post`: a new post with its footing, whatever hangs on it. */
export const SignPrices = record({
  'road-name': orNull(priceVnd),
  'lane-mouth': orNull(priceVnd),
  direction: orNull(priceVnd),
  'village-entrance': orNull(priceVnd),
  'house-plate': orNull(priceVnd),
  post: orNull(priceVnd),
});
export type SignPrices = Plain<typeof SignPrices>;

export const SignSettings = record({
  /** Sizes, distances and rules (domain/signs/profile.ts). */
  profile: oneOf('vn', 'kr'),
  /** Nobody goes farther along a road without reading its name, in metres; null: as the profile has it. */
  repeatMeters: orNull(repeatMeters),
  prices: SignPrices,
  budgetVnd: orNull(budgetVnd),
});
export type SignSettings = Plain<typeof SignSettings>;

export const defaultSignSettings: SignSettings = {
  profile: 'vn',
  repeatMeters: null,
  prices: {
    'road-name': null,
    'lane-mouth': null,
    direction: null,
    'village-entrance': null,
    'house-plate': null,
    post: null,
  },
  budgetVnd: null,
};
