/** Records as the log kept them before a field existed, completed with what that field said for all of them then. */
import type { AnyRecord } from './record.ts';

/** A record of the present is itself. */
export function completed<R extends AnyRecord>(item: R): R {
  switch (item.kind) {
    case 'house':
      return { entranceOrigin: 'shown', ...item };
    case 'road':
      return { madeFor: 'vehicles', ...item };
    case 'village':
      return { communePoint: null, ...item };
    default:
      return item;
  }
}
