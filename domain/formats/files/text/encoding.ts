/** In which encoding a text is written: told by its bytes, all of them, before any of it is read. */
import { FileRefused, type ByteSource } from '../fileFormat.ts';
import { fault } from '../fileFault.ts';
import { isSyllable } from '../legacy/syllable.ts';
import { stretches } from '../pieces.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/** By its mark, or by the zeros that every other byte of a list in UTF-16 is; null for texts of single bytes. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 4096);
  for (let at = 0; at < looked; at += 1) if (head[at] === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > looked / 6 && even < odd / 8) return 'utf-16le';
  return even > looked / 6 && odd < even / 8 ? 'utf-16be' : null;
}

/**
 * Text whose lines are partly UTF-8 and partly not is refused with the first line of the fewer and the place of the
 * offending byte in it. Windows-1252 stands for "single bytes whose meaning the letters will tell" (TCVN3, VNI).
 */
export async function encodingOf(source: ByteSource): Promise<TextEncoding> {
  const wide = wideEncoding(await source.slice(0, Math.min(source.size, 4096)));
  if (wide) return wide;
  if (await isUtf8(source)) return 'utf-8';

  const lines = { inUtf8: 0, inOther: 0 };
  let firstUtf8: Line | null = null;
  let firstOther: Line | null = null;
  const sample: Uint8Array[] = [];
  for await (const line of linesOf(source)) {
    if (!line.bytes.some((byte) => byte >= 0x80)) continue;
    if (isUtf8Bytes(line.bytes)) {
      lines.inUtf8 += 1;
      firstUtf8 ??= line;
    } else {
      lines.inOther += 1;
      firstOther ??= line;
      if (sample.length < 500) sample.push(line.bytes.slice(0, 2000));
    }
  }
  if (firstUtf8 && firstOther) {
    const odd = lines.inUtf8 < lines.inOther ? firstUtf8 : firstOther;
    throw new FileRefused(fault('not-one-encoding', { row: odd.row, column: await columnOf(source, odd) }));
  }
  return oldPage(sample);
}

interface Line {
  readonly row: number;
  readonly bytes: Uint8Array;
}

async function isUtf8(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of stretches(source)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function isUtf8Bytes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A line without an end is looked at in parts: nothing here grows with the file. */
const longestLine = 1024 * 1024;

async function* linesOf(source: ByteSource): AsyncGenerator<Line, void> {
  let row = 1;
  let rest = new Uint8Array();
  for await (const piece of stretches(source)) {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      yield { row, bytes: bytes.subarray(start, end) };
      row += 1;
      start = end + 1;
    }
    rest = bytes.slice(start);
    if (rest.length > longestLine) {
      yield { row, bytes: rest };
      rest = new Uint8Array();
    }
  }
  yield { row, bytes: rest };
}

/** What stands above the offending byte in the first line, when lines are parted the same way. */
async function columnOf(source: ByteSource, line: Line): Promise<string | null> {
  const text = (bytes: Uint8Array) => new TextDecoder(isUtf8Bytes(bytes) ? 'utf-8' : 'windows-1258').decode(bytes);
  for await (const first of linesOf(source)) {
    const heading = text(first.bytes);
    const separator = [...'\t;|,'].find((one) => heading.includes(one));
    if (separator === undefined) return null;
    const until = line.bytes.subarray(
      0,
      line.bytes.findIndex((byte) => byte >= 0x80),
    );
    const place = text(until).split(separator).length - 1;
    return heading.split(separator)[place]?.trim().replace(/^"|"$/g, '').normalize('NFC') ?? null;
  }
  return null;
}

/** Windows-1258 when read so the words are Vietnamese. */
function oldPage(sample: readonly Uint8Array[]): TextEncoding {
  let [good, all] = [0, 0];
  for (const bytes of sample) {
    const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (!/[^A-Za-z]/.test(word)) continue;
      all += 1;
      if (isSyllable(word)) good += 1;
    }
  }
  return good > all * 0.6 ? 'windows-1258' : 'windows-1252';
}
