/** KML by itself, and packed with its pictures as KMZ. */
import type { ByteSource, FileFormat } from '../fileFormat.ts';
import { openPacked, type PackedEntry } from '../packed.ts';
import { stretches } from '../pieces.ts';
import type { ReadLimits } from '../readLimits.ts';
import { entryNamesIn, headText, isNamed, isZip } from './heads.ts';
import { kmlFeatures } from './kml.ts';
import { writeKml } from './kmlWriter.ts';
import { baseName, refuse, type OpenedShapes, type RawPiece } from './rawShapes.ts';
import { recognised } from './referenceSystem.ts';
import { readShapes } from './shapeTables.ts';
import { writeZip } from '../writeZip.ts';

/** By standard on WGS 84; numbers of a grid are met all the same. */
const opened = (features: () => AsyncGenerator<RawPiece, void>): OpenedShapes => ({
  features,
  systemOf: () => recognised,
  tables: [],
  notes: [],
});

export const kmlFormat: FileFormat = {
  id: 'kml',
  extensions: ['.kml'],
  recognises: (head, name) => {
    const text = headText(head);
    return /<(\w+:)?kml[\s>]/.test(text) || (/^\s*<\?xml/.test(text) && isNamed(name, '.kml'));
  },
  read: (source, limits, expected) => {
    const features = () => kmlFeatures(stretches(source), baseName(source.name), limits);
    return readShapes(source, opened(features), limits, expected);
  },
  write: writeKml,
};

export const kmzFormat: FileFormat = {
  id: 'kmz',
  extensions: ['.kmz'],
  recognises: (head, name) =>
    isZip(head) && (isNamed(name, '.kmz') || entryNamesIn(head).some((entry) => isNamed(entry, '.kml'))),
  read: (source, limits, expected) =>
    readShapes(
      source,
      opened(() => packedFeatures(source, limits)),
      limits,
      expected,
    ),
  write: (table, rows, facts, means) =>
    writeZip([{ name: 'doc.kml', pieces: writeKml(table, rows, facts) }], means?.gzip),
};

/** All its documents, doc.kml first: some programs link from it to one for each folder. A KMZ packed in it is not opened. */
async function* packedFeatures(source: ByteSource, limits: ReadLimits): AsyncGenerator<RawPiece, void> {
  const isFirst = ({ name }: PackedEntry): boolean => name.toLowerCase() === 'doc.kml';
  const documents = (await openPacked(source, limits))
    .filter(({ name }) => isNamed(name, '.kml'))
    .sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  if (documents.length === 0) refuse('entry-missing', { column: 'doc.kml' });
  let before = 0;
  for (const entry of documents) {
    const name = isFirst(entry) ? source.name : entry.name;
    let read = 0;
    for await (const { features, readBytes } of kmlFeatures(entry.bytes(), baseName(name), limits)) {
      read = Math.max(read, readBytes);
      // Of a packed file only the whole is known.
      yield { features, readBytes: Math.min(source.size, before + read) };
    }
    before += read;
  }
}
