/** A check: a rule that goes through a village's records and tells where something is wrong or worth a look. */
import type { HandedOver } from '../coverage/changedSince.ts';
import type { Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';
import type { Fix } from './fix.ts';
import type { Remembered } from '../records/remember.ts';

/** error: the address would be wrong or ambiguous, so it blocks issuing; notice: worth a look, blocks nothing. */
export type Severity = 'error' | 'notice';

export interface Found {
  /** The records the fault lies in, the one it is mainly about first: an error keeps these from being issued. */
  readonly recordIds: readonly Id[];
  /** Other records that explain it, for the map. */
  readonly besideIds?: readonly Id[];
  /** Where it is, when no record alone says it (a crossing, the end of a road). */
  readonly at?: Position;
  /** Figures and words for the message. Never person data. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** What it depends on: an exception accepted for it ends when these change. */
  readonly facts?: readonly (string | number | null)[];
  /** A milder case of an error. */
  readonly severity?: 'notice';
  /** No exception helps: another rule refuses it all the same. */
  readonly mustBeFixed?: true;
  /**
   * The edit that puts it right in the world as it is when asked, on a day (yyyy-mm-dd); null where there is none. What
   * was found may be kept while the world goes on, so it holds no world itself.
   */
  readonly fix?: (world: World, day: string) => Fix | null;
}

/** What a check may know beside the records. */
export interface CheckContext {
  /** The list as it was last handed over, or null if it never was or is not known. */
  readonly lastRelease: HandedOver | null;
}

export interface Check<I extends string = string> {
  readonly id: I;
  readonly severity: Severity;
  /** The kinds of records it reads: while none of these changes, nor does what it finds. */
  readonly kinds: readonly Remembered[];
  /** It depends on the context too, and is meaningless as an exception. */
  readonly needsContext?: true;
  /**
   * Pure; the world is never changed. A check that takes long on a large village goes through its records one by one, and
   * gives undefined between them: there the rest may wait.
   */
  readonly look: (world: World, context: CheckContext) => Iterable<Found | undefined>;
}

/** Keeps the id of a check as a literal type. */
export const defineCheck = <const I extends string>(check: Check<I>): Check<I> => check;
