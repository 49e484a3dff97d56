/** XML parsed as its bytes come; one that declares a document type, which could hold entities that grow, is refused. */
import { SaxesParser } from 'saxes';
import type { FileFault, FileFaultCode } from './fileFault.ts';
import type { ReadLimits } from './readLimits.ts';

/** Names come without the prefix of their name space. */
export interface XmlHands {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Throws a FileRefused with the place that the caller knows. */
export type XmlRefuse = (code: FileFaultCode, params: FileFault['params']) => never;

/** Gives the bytes read so far behind each piece, so that what was found can be passed on. */
export async function* xmlEvents(
  pieces: AsyncIterable<Uint8Array>,
  hands: XmlHands,
  limits: ReadLimits,
  refuse: XmlRefuse,
): AsyncGenerator<number, void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', () => refuse('broken', { line: parser.line }));
  parser.on('doctype', () => refuse('declares-entities', { line: parser.line }));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.depth) refuse('too-deep', { limit: limits.depth, line: parser.line });
    hands.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    hands.close?.(localName(name));
  });
  if (hands.text) parser.on('text', (text) => hands.text!(text));
  if (hands.text) parser.on('cdata', (text) => hands.text!(text));

  let decoder: TextDecoder | null = null;
  const decoded = (piece?: Uint8Array): string => {
    try {
      return (decoder ??= decoderOf(piece ?? new Uint8Array())).decode(piece, { stream: piece !== undefined });
    } catch {
      return refuse('not-one-encoding', {});
    }
  };
  let readBytes = 0;
  for await (const piece of pieces) {
    parser.write(decoded(piece));
    readBytes += piece.length;
    yield readBytes;
  }
  if (readBytes === 0) refuse('empty', {});
  parser.write(decoded());
  parser.close();
  yield readBytes;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** As the declaration says; UTF-8 without one. Throws for an encoding nobody knows. */
function decoderOf(head: Uint8Array): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const start = String.fromCharCode(...head.subarray(0, 200));
  const [, label = 'utf-8'] = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(start) ?? [];
  return new TextDecoder(label, { fatal: true });
}
