/** A world: all records of one village in memory, by kind and id. Applying a Change gives a new world. */
import type { Position } from '../geometry/shapes.ts';
import type { Change } from './change.ts';
import type { Id } from './fields.ts';
import { recordKinds, type AnyRecord, type RecordKind, type RecordOf } from './record.ts';
import type { Village } from './village.ts';

export type Records = { readonly [K in RecordKind]: ReadonlyMap<Id, RecordOf[K]> };

export type World = Records & {
  /** Roads of villages around, as far as they are known: no change touches them. */
  readonly roadsElsewhere?: readonly RoadElsewhere[];
};

/** A named road (đường) outside the village: what is told of it to whoever names roads here. */
export interface RoadElsewhere {
  readonly name: string;
  readonly villageName: string;
  readonly isSameCommune: boolean;
  /** A place on it. */
  readonly place: Position;
}

export const emptyWorld: World = Object.freeze(
  Object.fromEntries(recordKinds.map((kind) => [kind, new Map()])),
) as unknown as World;

export function worldOf(records: Iterable<AnyRecord>): World {
  const world = Object.fromEntries(recordKinds.map((kind) => [kind, new Map<Id, AnyRecord>()])) as Record<
    RecordKind,
    Map<Id, AnyRecord>
  >;
  for (const item of records) world[item.kind].set(item.id, item);
  return world as unknown as World;
}

/** The world after a Change; maps of kinds it does not touch are the same objects as before. */
export function applyChange(world: World, change: Change): World {
  const copies = new Map<RecordKind, Map<Id, AnyRecord>>();
  const mapOf = (kind: RecordKind) => {
    let copy = copies.get(kind);
    if (!copy) {
      copy = new Map<Id, AnyRecord>(world[kind]);
      copies.set(kind, copy);
    }
    return copy;
  };
  for (const item of change.deleted) mapOf(item.kind).delete(item.id);
  for (const item of change.created) mapOf(item.kind).set(item.id, item);
  for (const [, after] of change.updated) mapOf(after.kind).set(after.id, after);
  return { ...world, ...Object.fromEntries(copies) };
}

/** The one village of a world, or undefined in an empty world. */
export function villageOf(world: World): Village | undefined {
  for (const village of world.village.values()) return village;
  return undefined;
}

export function findRecord(world: World, id: Id): AnyRecord | undefined {
  for (const kind of recordKinds) {
    const found = world[kind].get(id);
    if (found) return found;
  }
  return undefined;
}

export function recordsOf(world: World): AnyRecord[] {
  return recordKinds.flatMap((kind) => [...world[kind].values()] as AnyRecord[]);
}
