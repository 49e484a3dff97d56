/** One block of an OSM PBF: strings, then groups of nodes, ways and relations, their numbers written as differences. */
import { PbfReader } from 'pbf';
import type { OsmElements } from './osmElements.ts';

interface Block {
  readonly strings: Uint8Array[];
  readonly groups: Uint8Array[];
  /** Of a coordinate, in thousand millionths of a degree. */
  granularity: number;
  latOffset: number;
  lngOffset: number;
}

/** Throws whatever the reader throws for bytes that are no block. */
export function addBlock(elements: OsmElements, bytes: Uint8Array): void {
  const empty: Block = { strings: [], groups: [], granularity: 100, latOffset: 0, lngOffset: 0 };
  const block = new PbfReader(bytes).readFields((tag, result, pbf) => {
    if (tag === 1)
      pbf.readMessage((one, strings, inner) => one === 1 && strings.push(inner.readBytes()), result.strings);
    else if (tag === 2) result.groups.push(pbf.readBytes());
    else if (tag === 17) result.granularity = pbf.readVarint();
    else if (tag === 19) result.latOffset = pbf.readVarint(true);
    else if (tag === 20) result.lngOffset = pbf.readVarint(true);
  }, empty);
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, all, pbf) => {
      if (tag === 1) addNode(all, block, new PbfReader(pbf.readBytes()));
      else if (tag === 2) addDenseNodes(all, block, new PbfReader(pbf.readBytes()));
      else if (tag === 3) addWay(all, block, new PbfReader(pbf.readBytes()));
      else if (tag === 4) addRelation(all, block, new PbfReader(pbf.readBytes()));
    }, elements);
  }
}

const degreesOf = (value: number, granularity: number, offset: number): number =>
  Math.round((offset + granularity * value) / 100) / 1e7;

function place(elements: OsmElements, block: Block, id: number, lat: number, lng: number): void {
  const { granularity, latOffset, lngOffset } = block;
  elements.addNode(id, degreesOf(lng, granularity, lngOffset), degreesOf(lat, granularity, latOffset));
}

function addNode(elements: OsmElements, block: Block, pbf: PbfReader): void {
  const node = pbf.readFields(
    (tag, result, one) => {
      if (tag === 1) result.id = one.readSVarint();
      else if (tag === 8) result.lat = one.readSVarint();
      else if (tag === 9) result.lng = one.readSVarint();
    },
    { id: 0, lat: 0, lng: 0 },
  );
  place(elements, block, node.id, node.lat, node.lng);
}

function addDenseNodes(elements: OsmElements, block: Block, pbf: PbfReader): void {
  const { ids, lats, lngs } = pbf.readFields(
    (tag, result, one) => {
      if (tag === 1) one.readPackedSVarint(result.ids);
      else if (tag === 8) one.readPackedSVarint(result.lats);
      else if (tag === 9) one.readPackedSVarint(result.lngs);
    },
    { ids: [] as number[], lats: [] as number[], lngs: [] as number[] },
  );
  if (lats.length !== ids.length || lngs.length !== ids.length) throw new Error('nodes without places');
  let [id, lat, lng] = [0, 0, 0];
  for (const [index, step] of ids.entries()) {
    id += step;
    lat += lats[index]!;
    lng += lngs[index]!;
    place(elements, block, id, lat, lng);
  }
}

interface Tagged {
  id: number;
  readonly keys: number[];
  readonly values: number[];
  readonly refs: number[];
  readonly roles: number[];
  readonly types: number[];
}

function taggedOf(pbf: PbfReader, refsTag: number): Tagged {
  const empty: Tagged = { id: 0, keys: [], values: [], refs: [], roles: [], types: [] };
  const tagged = pbf.readFields((tag, result, one) => {
    if (tag === 1) result.id = one.readVarint(true);
    else if (tag === 2) one.readPackedVarint(result.keys);
    else if (tag === 3) one.readPackedVarint(result.values);
    else if (tag === refsTag) one.readPackedSVarint(result.refs);
    else if (tag === 8) one.readPackedVarint(result.roles);
    else if (tag === 10) one.readPackedVarint(result.types);
  }, empty);
  let ref = 0;
  for (const [index, step] of tagged.refs.entries()) tagged.refs[index] = ref += step;
  return tagged;
}

function tagsOf({ strings }: Block, { keys, values }: Tagged): Map<string, string> | null {
  if (keys.length === 0) return null;
  return new Map(keys.map((key, index) => [textAt(strings, key), textAt(strings, values[index]!)]));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textAt(strings: readonly Uint8Array[], index: number): string {
  const bytes = strings[index];
  if (!bytes) throw new Error('a string that is not there');
  return decoder.decode(bytes);
}

function addWay(elements: OsmElements, block: Block, pbf: PbfReader): void {
  const way = taggedOf(pbf, 8);
  elements.addWay({ id: way.id, refs: Float64Array.from(way.refs), tags: tagsOf(block, way) });
}

function addRelation(elements: OsmElements, block: Block, pbf: PbfReader): void {
  const relation = taggedOf(pbf, 9);
  const tags = tagsOf(block, relation);
  if (!tags?.has('building')) return;
  const outer: number[] = [];
  const inner: number[] = [];
  for (const [index, ref] of relation.refs.entries()) {
    if (relation.types[index] !== 1) continue;
    (textAt(block.strings, relation.roles[index] ?? 0) === 'inner' ? inner : outer).push(ref);
  }
  elements.relations.push({ id: relation.id, outer, inner, tags });
}
