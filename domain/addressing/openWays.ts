/** The ways of a village that lie open: all that judging a house takes from its roads. */
import type { Position } from '../geometry/shapes.ts';
import type { Road } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { carriesAddresses } from './network.ts';

/** In the order of their ids. */
export const openWays = (roads: World['road']): readonly Road[] =>
  [...roads.values()].filter(({ state }) => state !== 'closed').sort((a, b) => (a.id < b.id ? -1 : 1));

/** Whether two lists are of the same ways, on the same lines, as wide, for the same use: what they are called aside. */
export const lieAlike = (one: readonly Road[], other: readonly Road[]): boolean =>
  one.length === other.length && one.every((road, index) => road === other[index] || liesLike(road, other[index]!));

const liesLike = (one: Road, other: Road): boolean =>
  one.id === other.id &&
  one.widthMeters === other.widthMeters &&
  one.madeFor === other.madeFor &&
  carriesAddresses(one) === carriesAddresses(other) &&
  (one.line === other.line || areSame(one.line.coordinates, other.line.coordinates));

const areSame = (one: readonly Position[], other: readonly Position[]): boolean =>
  one.length === other.length && one.every(([lng, lat], index) => lng === other[index]![0] && lat === other[index]![1]);
