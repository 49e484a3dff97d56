/** The log of who was shown cameras of households. */
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export interface PrivateRead {
  readonly id: Id;
  /** ISO 8601. */
  readonly at: string;
  /** The display name of who was shown them. */
  readonly by: string;
  readonly contents: 'household-cameras';
  readonly count: number;
}

/** The latest first. */
export const readPrivateReads = (villageId: Id): Promise<Answer<{ readonly reads: readonly PrivateRead[] }>> =>
  call('GET', `/api/villages/${villageId}/private-reads`);
