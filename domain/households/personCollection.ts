/** What was collected of persons, what for, and until when it may be kept (RULES §6). */
import type { PersonField } from '../edits/householdErase.ts';
import type { Id } from '../records/fields.ts';

export interface PersonCollection {
  readonly id: Id;
  readonly name: string;
  readonly purpose: string;
  /** Days, yyyy-mm-dd. */
  readonly collectedOn: string;
  readonly retentionMonths: number;
  readonly endsOn: string;
  readonly fields: readonly PersonField[];
  /** Of whom: those of the list when it was written down. They may be gone since. */
  readonly householdIds: readonly Id[];
  readonly by: string;
  readonly erased: { readonly on: string; readonly by: string } | null;
}
