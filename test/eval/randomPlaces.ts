/** Random places in Vietnam, the same for a seed in every engine of JavaScript: whole numbers of 1e-7 degrees. */

/** The country's box, islands near the coast included: [lng, lat] from and to, in 1e-7 degrees. */
const box = { from: [1_021_000_000, 85_000_000], to: [1_095_000_000, 234_000_000] } as const;

/** One place in four lies on an edge of a cell of 10 digits (1250 units a side) or a step beside it, where codes change. */
const cellUnits = 1250;

/** Longitudes and latitudes, one after the other: [lng0, lat0, lng1, lat1, …]. */
export function randomPlaces(seed: number, count: number): Int32Array {
  const next = mulberry32(seed);
  const places = new Int32Array(count * 2);
  for (let i = 0; i < places.length; i += 2) {
    for (const axis of [0, 1] as const) {
      const units = box.from[axis] + Math.floor(next() * (box.to[axis] - box.from[axis]));
      const edge = next() < 0.25;
      places[i + axis] = edge ? Math.round(units / cellUnits) * cellUnits + Math.floor(next() * 3) - 1 : units;
    }
  }
  return places;
}

/** Numbers in [0, 1) from 32-bit arithmetic alone (T. Ettinger's public-domain generator). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
