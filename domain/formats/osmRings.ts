/** Outlines of OpenStreetMap's multipolygons, whose lines come in pieces. */

type Place = readonly [lng: number, lat: number];

/** Rings whose lines come in pieces, end to end and in either direction; a piece that closes nothing is given as it is. */
export function joinedRings<P extends Place>(lines: readonly (readonly P[])[]): (readonly P[])[] {
  const rest = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const rings: P[][] = [];
  for (let ring = rest.shift(); ring; ring = rest.shift()) {
    while (!same(ring[0], ring.at(-1))) {
      const end = ring.at(-1);
      const index = rest.findIndex((line) => same(line[0], end) || same(line.at(-1), end));
      const [next] = index === -1 ? [] : rest.splice(index, 1);
      if (!next) break;
      // One by one: a line of very many places does not fit the arguments of a call.
      for (const place of (same(next[0], end) ? next : next.reverse()).slice(1)) ring.push(place);
    }
    rings.push(ring);
  }
  return rings;
}

const same = (a: Place | undefined, b: Place | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
