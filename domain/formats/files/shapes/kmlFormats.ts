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
import { zipped } from './zipWriter.ts';

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
  hasShapes: true,
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
  hasShapes: true,
  recognises: (head, name) =>
    isZip(head) && (isNamed(name, '.kmz') || entryNamesIn(head).some((entry) => isNamed(entry, '.kml'))),
  read: (source, limits, expected) =>
    readShapes(
      source,
      opened(() => packedFeatures(source, limits)),
      limits,
      expected,
    ),
  write: (table, rows, facts) => zipped([{ name: 'doc.kml', bytes: writeKml(table, rows, facts) }], facts.createdAt),
};

/** Of the document at the top, as Google Earth does it: doc.kml, or the first one. A KMZ packed in it is not opened. */
async function* packedFeatures(source: ByteSource, limits: ReadLimits): AsyncGenerator<RawPiece, void> {
  const entries = await openPacked(source, limits);
  const documents = entries.filter(({ name }) => isNamed(name, '.kml'));
  const document: PackedEntry | undefined =
    documents.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? documents[0];
  if (!document) return refuse('entry-missing', { column: 'doc.kml' });
  for await (const { features, readBytes } of kmlFeatures(document.bytes(), baseName(source.name), limits)) {
    // Of a packed file only the whole is known.
    yield { features, readBytes: Math.min(source.size, readBytes) };
  }
}
