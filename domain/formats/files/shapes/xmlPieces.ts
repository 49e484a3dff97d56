/** XML read in pieces, each element with its path and its text. */
import type { ReadLimits } from '../readLimits.ts';
import { xmlEvents } from '../xmlEvents.ts';
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
  const path: string[] = [];
  const texts: string[] = [];
  const text = (more: string): void => {
    if (texts.length === 0) return;
    const all = texts.at(-1)! + more;
    texts[texts.length - 1] = all;
    if (all.length > mostCharacters) refuse('cell-too-long', {}, { limit: mostCharacters });
  };
  const open = (name: string, attributes: XmlElement['attributes']): void => {
    if (path.length === 0 && name !== root) refuse('unknown-format', {}, { root: name.slice(0, 50) });
    path.push(name);
    texts.push('');
    reader.open({ name, attributes }, path);
  };
  const close = (): void => {
    reader.close(path.at(-1)!, texts.pop()!.trim(), path);
    path.pop();
  };
  yield* xmlEvents(pieces, { open, text, close }, limits, (code, params) => refuse(code, {}, params));
}
