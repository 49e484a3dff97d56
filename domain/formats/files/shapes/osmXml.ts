/** OSM XML (extracts, JOSM) into its elements. */
import type { ByteSource } from '../fileFormat.ts';
import { stretches } from '../pieces.ts';
import type { ReadLimits } from '../readLimits.ts';
import { OsmElements } from './osmElements.ts';
import { readXml } from './xmlPieces.ts';

export async function osmXmlElements(source: ByteSource, limits: ReadLimits): Promise<OsmElements> {
  const elements = new OsmElements();
  let id = 0;
  let refs: number[] = [];
  let outer: number[] = [];
  let inner: number[] = [];
  let tags: Map<string, string> | null = null;
  const reading = readXml(stretches(source), limits, 'osm', {
    open({ name, attributes }) {
      if (name === 'node')
        elements.addNode(Number(attributes['id']), degrees(attributes['lon']), degrees(attributes['lat']));
      else if (name === 'way' || name === 'relation') {
        id = Number(attributes['id']);
        tags = null;
        refs = [];
        outer = [];
        inner = [];
      } else if (name === 'nd') refs.push(Number(attributes['ref']));
      else if (name === 'member' && attributes['type'] === 'way') {
        (attributes['role'] === 'inner' ? inner : outer).push(Number(attributes['ref']));
      } else if (name === 'tag') (tags ??= new Map()).set(attributes['k'] ?? '', attributes['v'] ?? '');
    },
    close(name) {
      if (name === 'way') elements.addWay({ id, refs: Float64Array.from(refs), tags });
      else if (name === 'relation' && tags?.has('building')) elements.relations.push({ id, outer, inner, tags });
      else if (name === 'node') tags = null;
    },
  });
  for await (const _bytes of reading) void _bytes;
  return elements;
}

const degrees = (text = ''): number => (text === '' ? NaN : Number(text));
