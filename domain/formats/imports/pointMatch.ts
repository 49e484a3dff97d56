/** Which thing of the village a point of a file is: by our id, by its name or mark near there, or by its place alone. */
import { foldText } from '../../addressing/vietnameseText.ts';
import { groupedBy } from '../../grouped.ts';
import { distanceMeters } from '../../geometry/localFrame.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { Id } from '../../records/fields.ts';

/** Things of one name or mark are one while they lie this near, in metres: it may have been moved, not across the village. */
const namedMeters = 200;
/** A hand-held receiver in the lane is right to about this, in metres (houseEvidence.ts). */
const nearMeters = 12;
/** The next one must be this much farther, or it may be meant as well. */
const apartShare = 2;

export interface Point<Key> {
  readonly key: Key;
  readonly id: Id | null;
  readonly called: string | null;
  readonly place: Position | null;
}

/** By the key of the file's point, the id of the village's; each once. */
export function matchPoints<Key>(points: readonly Point<Key>[], standing: readonly Point<Id>[]): ReadonlyMap<Key, Id> {
  const found = new Map<Key, Id>();
  const left = new Map(standing.map((one) => [one.key, one]));
  const byName = groupedBy(standing, ({ called }) => (called === null ? null : foldText(called)));
  const match = (key: Key, id: Id): void => {
    found.set(key, id);
    left.delete(id);
  };
  const open = () => points.filter(({ key }) => !found.has(key));
  for (const { key, id } of open()) if (id !== null && left.has(id)) match(key, id);
  for (const point of open()) {
    const called = point.called && foldText(point.called);
    if (!called) continue;
    const same = (byName.get(called) ?? []).filter(
      (one) => left.has(one.key) && isWithin(point.place, one.place, namedMeters),
    );
    if (same.length === 1) match(point.key, same[0]!.key);
  }
  // The nearest pairs first: of two points beside one lamp the nearer is it.
  const pairs = open().flatMap((point) => {
    if (!point.place) return [];
    const away = [...left.values()]
      .flatMap((one) =>
        isWithin(point.place, one.place, nearMeters * apartShare) ? [{ one, meters: distance(point, one) }] : [],
      )
      .sort((a, b) => a.meters - b.meters);
    const [first, second] = away;
    const isAlone = first && first.meters <= nearMeters && (!second || second.meters >= first.meters * apartShare);
    // Two that both bear a name bear different ones here.
    return isAlone && !(point.called && first.one.called) ? [{ point, ...first }] : [];
  });
  for (const { point, one } of pairs.sort((a, b) => a.meters - b.meters)) {
    if (!found.has(point.key) && left.has(one.key)) match(point.key, one.key);
  }
  return found;
}

const distance = (one: Point<unknown>, other: Point<unknown>): number => distanceMeters(one.place!, other.place!);

/** A row without a place is told by its name alone. */
const isWithin = (one: Position | null, other: Position | null, meters: number): boolean =>
  !one || !other || distanceMeters(one, other) <= meters;
