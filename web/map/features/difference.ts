/** What differs between two states of a source, so that only that is sent to be drawn again. */
import type { MapFeature, MapFeatures } from './feature.ts';

export type Keyed = ReadonlyMap<string, MapFeature>;

/** By their ids; null where features cannot be told apart: such a source is always sent whole. */
export function keyed(features: readonly MapFeature[]): Keyed | null {
  const byId = new Map<string, MapFeature>();
  for (const item of features) {
    if (item.id === undefined) return null;
    byId.set(item.id, item);
  }
  return byId.size === features.length ? byId : null;
}

/**
 * What is left of two states without what stands in both, the same object in the same place: an edit changes a few
 * features of thousands, and a gesture must not wait until all of them are looked up.
 */
export function apart(
  before: readonly MapFeature[],
  after: readonly MapFeature[],
): { readonly before: readonly MapFeature[]; readonly after: readonly MapFeature[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const left = before.slice(start, before.length - end);
  const came = after.slice(start, after.length - end);
  if (left.length !== came.length) return { before: left, after: came };
  return {
    before: left.filter((item, index) => item !== came[index]),
    after: came.filter((item, index) => item !== left[index]),
  };
}

export interface Difference {
  readonly remove: readonly string[];
  /** New ones, and changed ones in place of what had their id. */
  readonly add: readonly MapFeature[];
}

export function difference(before: Keyed, after: Keyed): Difference {
  const add: MapFeature[] = [];
  let kept = 0;
  for (const [id, item] of after) {
    const old = before.get(id);
    if (old) kept += 1;
    if (!old || (old !== item && !isSame(old, item))) add.push(item);
  }
  const remove = kept === before.size ? [] : [...before.keys()].filter((id) => !after.has(id));
  return { remove, add };
}

/** Nothing differs, in the same order: for features that have no ids. */
export const isSameDrawing = (one: MapFeatures, other: MapFeatures): boolean =>
  one.features.length === other.features.length &&
  one.features.every((item, index) => isSame(item, other.features[index]!));

const isSame = (one: MapFeature, other: MapFeature): boolean =>
  sameGeometry(one, other) && sameProperties(one.properties, other.properties);

/** Geometries of records are never changed in place; points that are worked out anew are compared by value. */
function sameGeometry({ geometry: one }: MapFeature, { geometry: other }: MapFeature): boolean {
  if (one === other || one.coordinates === other.coordinates) return true;
  if (one.type !== 'Point' || other.type !== 'Point') return false;
  return one.coordinates[0] === other.coordinates[0] && one.coordinates[1] === other.coordinates[1];
}

function sameProperties(one: MapFeature['properties'], other: MapFeature['properties']): boolean {
  for (const name in other) if (one[name] !== other[name]) return false;
  for (const name in one) if (!(name in other)) return false;
  return true;
}
