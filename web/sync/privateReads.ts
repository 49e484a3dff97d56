/** The log of who was shown households and their cameras; and telling it that a mask is lifted. */
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export interface PrivateRead {
  readonly id: Id;
  /** ISO 8601. */
  readonly at: string;
  /** The display name of who was shown them. */
  readonly by: string;
  /** As it was then; null of lines from before it was kept. */
  readonly role: Role | null;
  /** Sent with the village, read whole on the screen, or all that is held of one. */
  readonly contents: 'household-cameras' | 'households' | 'households-shown' | 'household-sheet';
  readonly count: number;
  /** Which households; null: all of the village, or none are meant. */
  readonly householdIds: readonly Id[] | null;
}

const path = (villageId: Id): string => `/api/villages/${villageId}/private-reads`;

/** The latest first. */
export const readPrivateReads = (villageId: Id): Promise<Answer<{ readonly reads: readonly PrivateRead[] }>> =>
  call('GET', path(villageId));

export const tellShown = (villageId: Id, householdIds: readonly Id[]): Promise<Answer<void>> =>
  call('POST', path(villageId), { householdIds });
