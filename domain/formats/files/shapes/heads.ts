/** What kind of file it is, by its first bytes and its name. */

/** The first bytes as text, without a byte order mark; what is no UTF-8 reads as replacement characters. */
export const headText = (head: Uint8Array): string => {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const label = !isWide ? 'utf-8' : head[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(label).decode(head.subarray(0, 16_384));
};

export const isNamed = (name: string, ...extensions: readonly string[]): boolean =>
  extensions.some((extension) => name.toLowerCase().endsWith(extension));

/** PKZIP's sign of a packed file, or of an empty one. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** Names of the entries whose beginnings lie in these bytes of a zip. */
export function entryNamesIn(head: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (head[at] !== 0x50 || head[at + 1] !== 0x4b || head[at + 2] !== 3 || head[at + 3] !== 4) continue;
    const length = head[at + 26]! + head[at + 27]! * 256;
    names.push(new TextDecoder().decode(head.subarray(at + 30, at + 30 + length)));
  }
  return names;
}
