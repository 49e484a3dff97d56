/** Who accepted findings in a village. */
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export const readAuthors = (
  villageId: Id,
): Promise<Answer<{ readonly authors: readonly { readonly id: Id; readonly displayName: string }[] }>> =>
  call('GET', `/api/villages/${villageId}/exceptions/authors`);
