/** Seeded numbers and identifiers: the sample comes out the same every time, on every machine. */

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** A shuffled copy. */
  shuffled<T>(items: readonly T[]): T[];
}

/** Integer arithmetic only (mulberry32), so that no engine rounds differently. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    shuffled: (items) => {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        [copy[last], copy[other]] = [copy[other]!, copy[last]!];
      }
      return copy;
    },
  };
}

/** UUIDv7s counting up a millisecond each from a fixed time, their other bits seeded. */
export function seededIds(firstMilliseconds: number, seed: number): () => string {
  const random = seededRandom(seed);
  let milliseconds = firstMilliseconds;
  const bits = (count: number) => Math.floor(random.next() * 2 ** count);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return () => {
    const time = hex(milliseconds, 12);
    milliseconds += 1;
    const variant = hex(0x8000 | bits(14), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${variant}-${hex(bits(24), 6)}${hex(bits(24), 6)}`;
  };
}
