/** Records as the log kept them before a field existed, completed with what that field said for all of them then. */
import type { AnyRecord, RecordKind } from './record.ts';

const since: { readonly [K in RecordKind]?: Readonly<Record<string, unknown>> } = {
  house: { entranceOrigin: 'shown' },
  road: { madeFor: 'vehicles' },
  village: { communePoint: null },
  address: { numberedBy: null },
};

/** A record of the present is itself. */
export function completed<R extends AnyRecord>(item: R): R {
  const missing = Object.entries(since[item.kind] ?? {}).filter(([field]) => !(field in item));
  return missing.length === 0 ? item : { ...item, ...Object.fromEntries(missing) };
}
