/** Values worked out once from some of a world's record maps: the maps are never changed in place. */
import type { RecordKind } from '../records/record.ts';
import type { World } from '../records/world.ts';

/** What a value is worked out from: record maps, and what is known of the villages around. */
export type Remembered = RecordKind | 'roadsElsewhere';

/** Of a world that knows nothing of its surroundings. */
const nothing: object = [];

/** The same value for every world that shares the maps of these kinds, as long as somebody holds the maps. */
export function remember<T>(kinds: readonly Remembered[], make: (world: World) => T): (world: World) => T {
  const root: Memory<T> = { next: new WeakMap() };
  return (world) => {
    let memory = root;
    for (const kind of kinds) {
      const map = world[kind] ?? nothing;
      let further = memory.next.get(map);
      if (!further) memory.next.set(map, (further = { next: new WeakMap() }));
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
