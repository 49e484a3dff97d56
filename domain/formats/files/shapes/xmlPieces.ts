/** XML read in pieces as it comes; one that declares a document type or entities is refused. */
import { SaxesParser } from 'saxes';
import { FileRefused } from '../fileFormat.ts';
import { fault } from '../fileFault.ts';
import type { ReadLimits } from '../readLimits.ts';
import { refuse } from './rawShapes.ts';

export interface XmlElement {
  /** Without the prefix of its name space. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlReader {
  /** `path`: names of the elements it is in, the outermost first, itself last. */
  open(element: XmlElement, path: readonly string[]): void;
  /** `text`: of the element itself, ends trimmed, without that of elements in it. */
  close(name: string, text: string, path: readonly string[]): void;
}

/** Characters of one element: the coordinates of a hundred thousand vertices are a quarter of it. */
const mostCharacters = 32 * 1024 * 1024;

/** Gives the bytes read so far after each piece. `root`: the name that the outermost element must have. */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  root: string,
  reader: XmlReader,
): AsyncGenerator<number, void> {
  const parser = new SaxesParser();
  const path: string[] = [];
  const texts: string[] = [];
  let problem: FileRefused | null = null;
  const give = (error: FileRefused): void => {
    problem ??= error;
  };
  parser.on('error', () => give(new FileRefused(fault('broken', {}, { line: parser.line }))));
  parser.on('doctype', () => give(new FileRefused(fault('declares-entities', {}, { line: parser.line }))));
  parser.on('opentag', ({ name, attributes }) => {
    if (problem) return;
    const local = localName(name);
    if (path.length === 0 && local !== root)
      give(new FileRefused(fault('unknown-format', {}, { root: local.slice(0, 50) })));
    path.push(local);
    texts.push('');
    if (path.length > limits.depth)
      give(new FileRefused(fault('too-deep', {}, { limit: limits.depth, line: parser.line })));
    else reader.open({ name: local, attributes }, path);
  });
  const text = (more: string): void => {
    if (texts.length === 0) return;
    const all = texts.at(-1)! + more;
    texts[texts.length - 1] = all;
    if (all.length > mostCharacters) give(new FileRefused(fault('cell-too-long', {}, { limit: mostCharacters })));
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    if (problem) return;
    reader.close(path.at(-1)!, texts.pop()!.trim(), path);
    path.pop();
  });
  let decoder: TextDecoder | null = null;
  let readBytes = 0;
  const check = (): void => {
    if (problem) throw problem;
  };
  for await (const piece of pieces) {
    decoder ??= decoderOf(piece);
    parser.write(decoded(decoder, piece));
    check();
    readBytes += piece.length;
    yield readBytes;
  }
  if (!decoder) refuse('empty');
  parser.write(decoded(decoder, new Uint8Array(), true));
  check();
  parser.close();
  check();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decoded(decoder: TextDecoder, piece: Uint8Array, isLast = false): string {
  try {
    return decoder.decode(piece, { stream: !isLast });
  } catch {
    return refuse('not-one-encoding');
  }
}

/** As the declaration says; UTF-8 without one. */
function decoderOf(head: Uint8Array): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const start = String.fromCharCode(...head.subarray(0, 200));
  const [, label = 'utf-8'] = /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(start) ?? [];
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return refuse('not-one-encoding', {}, { encoding: label });
  }
}
