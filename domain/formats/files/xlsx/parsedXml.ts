/** XML of a packed part, parsed as it is unpacked; names without their prefix. */
import { SaxesParser } from 'saxes';
import { FileRefused } from '../fileFormat.ts';
import { fault, type FileFaultCode, type FilePlace } from '../fileFault.ts';
import type { PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';

export interface XmlHands {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Yields behind each piece, so that what was found can be passed on. Throws FileRefused: for a document type, which could
 * declare entities that grow; for elements too deep; for what is no XML, at the place told by `place`.
 */
export async function* parsedXml(
  entry: PackedEntry,
  hands: XmlHands,
  limits: ReadLimits,
  place: () => Partial<FilePlace> = () => ({ column: entry.name }),
): AsyncGenerator<void, void> {
  const parser = new SaxesParser();
  const refuse = (code: FileFaultCode, params = {}): never => {
    throw new FileRefused(fault(code, place(), params));
  };
  let depth = 0;
  parser.on('doctype', () => refuse('declares-entities'));
  parser.on('error', () => refuse('broken'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.depth) refuse('too-deep', { limit: limits.depth });
    hands.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    hands.close?.(localName(name));
  });
  if (hands.text) parser.on('text', (text) => hands.text!(text));
  if (hands.text) parser.on('cdata', (text) => hands.text!(text));

  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return refuse('broken');
    }
  };
  for await (const piece of entry.bytes()) {
    parser.write(decoded(piece));
    yield;
  }
  parser.write(decoded());
  parser.close();
  yield;
}

/** For parts that are small or kept whole. */
export async function parseXml(entry: PackedEntry, hands: XmlHands, limits: ReadLimits): Promise<void> {
  const pieces = parsedXml(entry, hands, limits);
  while (!(await pieces.next()).done);
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};
