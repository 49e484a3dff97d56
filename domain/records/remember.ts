/** Values worked out once from some of a world's record maps: the maps are never changed in place. */
import type { RecordKind } from './record.ts';
import type { World } from './world.ts';

/** What a value is worked out from: record maps, and what is known of the villages around. */
export type Remembered = RecordKind | 'roadsElsewhere';

/** Of a world that knows nothing of its surroundings. */
const nothing: object = [];

/** The same value for every world that shares the maps of these kinds, as long as somebody holds the maps. */
export function remember<T>(kinds: readonly Remembered[], make: (world: World) => T): (world: World) => T {
  const memoryOf = memories<T>(kinds);
  return (world) => {
    const memory = memoryOf(world);
    memory.made ??= { value: make(world) };
    return memory.made.value;
  };
}

/** A value worked out piece by piece: each `yield` is a place at which the rest may wait. */
export type Piecewise<T> = Generator<undefined, T, undefined>;

export interface RememberedInPieces<T> {
  /** Works out one piece more; true once nothing is left to be done. */
  readonly advance: (world: World) => boolean;
  /** All of it: what is left is worked out now. */
  readonly whole: (world: World) => T;
}

/** As `remember`, of a value that can be worked out piece by piece. */
export function rememberInPieces<T>(
  kinds: readonly Remembered[],
  make: (world: World) => Piecewise<T>,
): RememberedInPieces<T> {
  const memoryOf = memories<T>(kinds);
  const advance = (world: World): boolean => {
    const memory = memoryOf(world);
    if (memory.made) return true;
    const making = (memory.making ??= make(world));
    // What throws is begun anew the next time: a generator that has thrown would say that it is done.
    delete memory.making;
    const { done, value } = making.next();
    if (done) memory.made = { value };
    else memory.making = making;
    return memory.made !== undefined;
  };
  const whole = (world: World): T => {
    while (!advance(world));
    return memoryOf(world).made!.value;
  };
  return { advance, whole };
}

interface Memory<T> {
  made?: { readonly value: T };
  making?: Piecewise<T>;
  readonly next: WeakMap<object, Memory<T>>;
}

function memories<T>(kinds: readonly Remembered[]): (world: World) => Memory<T> {
  const root: Memory<T> = { next: new WeakMap() };
  return (world) => {
    let memory = root;
    for (const kind of kinds) {
      const map = world[kind] ?? nothing;
      let further = memory.next.get(map);
      if (!further) memory.next.set(map, (further = { next: new WeakMap() }));
      memory = further;
    }
    return memory;
  };
}
