/** XML of a packed part of a workbook. */
import { FileRefused } from '../fileFormat.ts';
import { fault, type FilePlace } from '../fileFault.ts';
import type { PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { xmlEvents, type XmlHands } from '../xmlEvents.ts';

export type { XmlHands };

/** Yields behind each piece. Throws FileRefused at the place told by `place`; a part that is no text is broken. */
export const parsedXml = (
  entry: PackedEntry,
  hands: XmlHands,
  limits: ReadLimits,
  place: () => Partial<FilePlace> = () => ({ column: entry.name }),
): AsyncGenerator<number, void> =>
  xmlEvents(entry.bytes(), hands, limits, (code, params) => {
    const isNoText = code === 'not-one-encoding' || code === 'empty';
    throw new FileRefused(fault(isNoText ? 'broken' : code, place(), params));
  });

/** For parts that are small or kept whole. */
export async function parseXml(entry: PackedEntry, hands: XmlHands, limits: ReadLimits): Promise<void> {
  const pieces = parsedXml(entry, hands, limits);
  while (!(await pieces.next()).done);
}
