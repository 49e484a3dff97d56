/** The Change that leads from one world to another: what a computation of several steps comes to in the end. */
import type { Change } from './change.ts';
import { recordKinds, type AnyRecord } from './record.ts';
import type { World } from './world.ts';

/** Versions are those of one change, however many steps there were: 1 when created, raised by one when updated. */
export function changeBetween(before: World, after: World): Change {
  const created: AnyRecord[] = [];
  const updated: (readonly [AnyRecord, AnyRecord])[] = [];
  const deleted: AnyRecord[] = [];
  for (const kind of recordKinds) {
    if (before[kind] === after[kind]) continue;
    for (const item of after[kind].values()) {
      const was = before[kind].get(item.id);
      if (!was) created.push({ ...item, version: 1 });
      else if (!sameContent(was, item)) updated.push([was, { ...item, version: was.version + 1 }]);
    }
    for (const was of before[kind].values()) if (!after[kind].has(was.id)) deleted.push(was);
  }
  return { created, updated, deleted };
}

const sameContent = (a: AnyRecord, b: AnyRecord): boolean =>
  a === b || JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });
