/** A Change: the records an edit created, updated [before, after] and deleted. Its reverse undoes it. */
import type { AnyRecord } from './record.ts';

export interface Change {
  readonly created: readonly AnyRecord[];
  readonly updated: readonly (readonly [before: AnyRecord, after: AnyRecord])[];
  readonly deleted: readonly AnyRecord[];
}

export const noChange: Change = { created: [], updated: [], deleted: [] };

export const created = (...records: readonly AnyRecord[]): Change => ({ ...noChange, created: records });
export const deleted = (...records: readonly AnyRecord[]): Change => ({ ...noChange, deleted: records });

/** One record with some fields replaced and its version raised by one. */
export function updated<R extends AnyRecord>(before: R, fields: Partial<Omit<R, 'kind' | 'id' | 'version'>>): Change {
  return { ...noChange, updated: [[before, nextVersion(before, fields)]] };
}

export function nextVersion<R extends AnyRecord>(before: R, fields: Partial<Omit<R, 'kind' | 'id' | 'version'>>): R {
  return { ...before, ...fields, version: before.version + 1 };
}

export function joinChanges(...changes: readonly Change[]): Change {
  return {
    created: changes.flatMap((change) => change.created),
    updated: changes.flatMap((change) => change.updated),
    deleted: changes.flatMap((change) => change.deleted),
  };
}

export const isEmptyChange = (change: Change): boolean =>
  change.created.length === 0 && change.updated.length === 0 && change.deleted.length === 0;

export const touches = ({ created, updated, deleted }: Change, kind: AnyRecord['kind']): boolean =>
  [...created, ...updated.map(([, after]) => after), ...deleted].some((item) => item.kind === kind);
