/** Records out of bytes that come in pieces: what a piece leaves over is put before the next. */

/** `take`: how many bytes from the start of these it has used up; it is asked again with more. Gives each piece's length. */
export async function* recordsIn<T>(
  pieces: AsyncIterable<Uint8Array>,
  take: (bytes: Uint8Array, records: T[]) => number,
  end: (rest: Uint8Array) => void,
): AsyncGenerator<{ readonly records: T[]; readonly bytes: number }, void> {
  let rest = new Uint8Array();
  for await (const piece of pieces) {
    let bytes = piece;
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + piece.length);
      bytes.set(rest);
      bytes.set(piece, rest.length);
    }
    const records: T[] = [];
    const used = take(bytes, records);
    rest = bytes.slice(used);
    yield { records, bytes: piece.length };
  }
  end(rest);
}
