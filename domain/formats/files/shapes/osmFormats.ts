/** Extracts of OpenStreetMap, read: its roads and its buildings, tags as columns. */
import type { ByteSource, FileEvent, FileFormat } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import type { ExpectedPlace } from '../coordinates.ts';
import { headText } from './heads.ts';
import { osmFeatures, type OsmElements } from './osmElements.ts';
import { isOsmPbf, osmPbfElements } from './osmPbf.ts';
import { osmXmlElements } from './osmXml.ts';
import type { RawFeature, RawPiece } from './rawShapes.ts';
import { recognised } from './referenceSystem.ts';
import { readShapes } from './shapeTables.ts';

export const osmXmlFormat: FileFormat = {
  id: 'osm-xml',
  extensions: ['.osm'],
  recognises: (head) => /<osm[\s>]/.test(headText(head)),
  read: reading(osmXmlElements),
};

export const osmPbfFormat: FileFormat = {
  id: 'osm-pbf',
  extensions: ['.osm.pbf', '.pbf'],
  recognises: isOsmPbf,
  read: reading(osmPbfElements),
};

/** Ways come before what they belong to, and nodes before them: all is held, then gone through. */
function reading(elementsOf: (source: ByteSource, limits: ReadLimits) => Promise<OsmElements>) {
  return async function* (source: ByteSource, limits: ReadLimits, expected?: ExpectedPlace): AsyncGenerator<FileEvent> {
    const elements = await elementsOf(source, limits);
    const features = async function* (): AsyncGenerator<RawPiece, void> {
      let piece: RawFeature[] = [];
      for (const feature of osmFeatures(elements, limits)) {
        piece.push(feature);
        if (piece.length === 500) {
          yield { features: piece, readBytes: source.size };
          piece = [];
        }
      }
      yield { features: piece, readBytes: source.size };
    };
    yield* readShapes(source, { features, systemOf: () => recognised, tables: [], notes: [] }, limits, expected);
  };
}
