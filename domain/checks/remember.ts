/** Values worked out once from some of a world's record maps: the maps are never changed in place. */
import type { RecordKind } from '../records/record.ts';
import type { World } from '../records/world.ts';

/** The same value for every world that shares the maps of these kinds, as long as somebody holds the maps. */
export function remember<T>(kinds: readonly RecordKind[], make: (world: World) => T): (world: World) => T {
  const root: Memory<T> = { next: new WeakMap() };
  return (world) => {
    let memory = root;
    for (const kind of kinds) {
      let further = memory.next.get(world[kind]);
      if (!further) memory.next.set(world[kind], (further = { next: new WeakMap() }));
      memory = further;
    }
    memory.made ??= { value: make(world) };
    return memory.made.value;
  };
}

interface Memory<T> {
  made?: { readonly value: T };
  readonly next: WeakMap<object, Memory<T>>;
}
