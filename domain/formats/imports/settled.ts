/** Of what a file would do, as much as the rules every edit is held to let stand: what breaks one is left out, and why. */
import type { Taken } from '../../edits/housesImport.ts';
import { violationsOf } from '../../edits/invariants.ts';
import { tidyChange } from '../../edits/tidy.ts';
import type { Id } from '../../records/fields.ts';
import type { World } from '../../records/world.ts';
import { rowFault, type RowFault } from './incoming.ts';

export interface Lists<Added = { readonly id: Id }, Changed = { readonly id: Id }> {
  readonly added: readonly Added[];
  readonly changed: readonly Changed[];
}

/** Each look takes at least one away; more than so many are no slips. */
const mostLooks = 50;

/** `take`: what the edit makes of it. */
export function settled<Added extends { readonly id: Id }, Changed extends { readonly id: Id }>(
  world: World,
  given: Lists<Added, Changed>,
  take: (lists: Lists<Added, Changed>) => Taken,
): Lists<Added, Changed> & { readonly faults: ReadonlyMap<Id, RowFault> } {
  const faults = new Map<Id, RowFault>();
  let lists = given;
  for (let look = 0; look < mostLooks && lists.added.length + lists.changed.length > 0; look += 1) {
    const { change, refused } = take(lists);
    const before = faults.size;
    const ids = new Set([...lists.added, ...lists.changed].map(({ id }) => id));
    for (const { code, params, recordIds } of [...refused, ...violationsOf(world, tidyChange(change))]) {
      // The record to blame stands first; of one that is not of the file the first that is.
      const blamed = recordIds.find((id) => ids.has(id));
      if (blamed !== undefined && !faults.has(blamed)) faults.set(blamed, rowFault(code, params));
    }
    if (faults.size === before) break;
    const isSound = ({ id }: { readonly id: Id }) => !faults.has(id);
    lists = { added: lists.added.filter(isSound), changed: lists.changed.filter(isSound) };
  }
  return { ...lists, faults };
}
