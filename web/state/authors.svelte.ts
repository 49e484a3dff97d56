/** The names of those who have changed something, by their account: an exception holds only the account. */
import type { Id } from '../../domain/records/fields.ts';
import { readAuthors } from '../sync/village.ts';
import { session } from './session.svelte.ts';

let names = $state.raw<ReadonlyMap<Id, string>>(new Map());

/** Null while it is not known. */
export const authorName = (id: Id): string | null =>
  id === session.user?.id ? session.user.displayName : (names.get(id) ?? null);

export async function loadAuthors(villageId: Id): Promise<void> {
  const answer = await readAuthors(villageId);
  if (answer.ok) names = new Map(answer.value.authors.map(({ id, displayName }) => [id, displayName]));
}
