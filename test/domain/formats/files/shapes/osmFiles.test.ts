import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { featuresOfOsmXml } from '../../../../../domain/formats/osm.ts';
import { readFile } from './filesOfShapes.ts';

type Pair = readonly [number, number];

/** Four corners of a building, a courtyard in it, and a road; ids in no order, as JOSM leaves them. */
const nodes: readonly (readonly [id: number, ...place: Pair])[] = [
  [5, 105.79, 20.01],
  [1, 105.78, 20],
  [2, 105.781, 20],
  [3, 105.781, 20.001],
  [4, 105.78, 20.001],
  [11, 105.7802, 20.0002],
  [12, 105.7804, 20.0002],
  [13, 105.7804, 20.0004],
];
const ways: readonly {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}[] = [
  { id: 100, refs: [1, 2, 3, 4, 1], tags: { building: 'yes', 'addr:housenumber': '12/5' } },
  { id: 101, refs: [1, 5, 99], tags: { highway: 'residential', name: 'Đường Đền Hàn' } },
  { id: 102, refs: [1, 2, 3], tags: {} },
  { id: 103, refs: [1, 4, 3], tags: {} },
  { id: 104, refs: [11, 12, 13, 11], tags: {} },
  { id: 105, refs: [1, 2, 3, 4, 1], tags: { landuse: 'farmland' } },
];
const relation = {
  id: 200,
  tags: { type: 'multipolygon', building: 'temple', name: 'Đền Hàn' },
  members: [
    [102, 'outer'],
    [103, 'outer'],
    [104, 'inner'],
  ] as const,
};

const tagsXml = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags)
    .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
    .join('');
const xml = `<?xml version='1.0' encoding='UTF-8'?><osm version="0.6">${nodes
  .map(([id, lon, lat]) => `<node id="${id}" lon="${lon}" lat="${lat}"/>`)
  .join('')}${ways
  .map(
    ({ id, refs, tags }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsXml(tags)}</way>`,
  )
  .join('')}<relation id="${relation.id}">${relation.members
  .map(([ref, role]) => `<member type="way" ref="${ref}" role="${role}"/>`)
  .join('')}${tagsXml(relation.tags)}</relation></osm>`;

/** The same as a PBF: one block, dense nodes or plain ones, packed or not. */
function pbf({ isDense = true, isPacked = true } = {}): Uint8Array {
  const strings = [''];
  const at = (text: string): number => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const steps = (numbers: readonly number[]) => numbers.map((value, index) => value - (numbers[index - 1] ?? 0));
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const tagged = (writer: PbfWriter, id: number, tags: Readonly<Record<string, string>>) => {
    writer.writeVarintField(1, id);
    writer.writePackedVarint(2, Object.keys(tags).map(at));
    writer.writePackedVarint(3, Object.values(tags).map(at));
  };
  const group = new PbfWriter();
  if (isDense) {
    group.writeMessage(
      2,
      (_, writer) => {
        writer.writePackedSVarint(1, steps(nodes.map(([id]) => id)));
        writer.writePackedSVarint(8, steps(nodes.map(([, , lat]) => units(lat))));
        writer.writePackedSVarint(9, steps(nodes.map(([, lng]) => units(lng))));
      },
      null,
    );
  } else {
    for (const [id, lng, lat] of nodes) {
      group.writeMessage(
        1,
        (_, writer) => {
          writer.writeSVarintField(1, id);
          writer.writeSVarintField(8, units(lat));
          writer.writeSVarintField(9, units(lng));
        },
        null,
      );
    }
  }
  for (const { id, refs, tags } of ways) {
    group.writeMessage(
      3,
      (_, writer) => {
        tagged(writer, id, tags);
        writer.writePackedSVarint(8, steps(refs));
      },
      null,
    );
  }
  group.writeMessage(
    4,
    (_, writer) => {
      tagged(writer, relation.id, relation.tags);
      writer.writePackedVarint(
        8,
        relation.members.map(([, role]) => at(role)),
      );
      writer.writePackedSVarint(9, steps(relation.members.map(([ref]) => ref)));
      writer.writePackedVarint(
        10,
        relation.members.map(() => 1),
      );
    },
    null,
  );
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, writer) => {
      for (const text of strings) writer.writeBytesField(1, new TextEncoder().encode(text));
    },
    null,
  );
  block.writeBytesField(2, group.finish());
  const inside = block.finish();
  const blob = (type: string, data: Uint8Array): Uint8Array => {
    const body = new PbfWriter();
    if (isPacked) {
      body.writeVarintField(2, data.length);
      body.writeBytesField(3, zlibSync(data));
    } else body.writeBytesField(1, data);
    const bodyBytes = body.finish();
    const header = new PbfWriter();
    header.writeStringField(1, type);
    header.writeVarintField(3, bodyBytes.length);
    const headerBytes = header.finish();
    return Buffer.concat([new Uint8Array([0, 0, 0, headerBytes.length]), headerBytes, bodyBytes]);
  };
  return Buffer.concat([blob('OSMHeader', new Uint8Array([0x22, 0])), blob('OSMData', inside)]);
}

describe.each([
  ['XML', 'osm-xml', () => xml],
  ['PBF', 'osm-pbf', () => pbf()],
  ['PBF of plain nodes', 'osm-pbf', () => pbf({ isDense: false })],
  ['PBF that is not packed', 'osm-pbf', () => pbf({ isPacked: false })],
] as const)('an extract of OpenStreetMap as %s', (_, id, content) => {
  it('gives roads and buildings, tags as columns, and says what the extract cut', async () => {
    const { tables, notes } = await readFile(id, content());
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['highway', 1],
      ['building', 2],
    ]);
    const [road] = tables[0]!.rows;
    expect(road!.cells).toEqual({ osm_id: 'way/101', highway: 'residential', name: 'Đường Đền Hàn' });
    expect(road!.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [105.78, 20],
        [105.79, 20.01],
      ],
    });
    expect(notes).toMatchObject([{ code: 'shape-left-out', table: 'highway', row: 1 }]);
    const [house, temple] = tables[1]!.rows;
    expect(house!.cells).toEqual({ osm_id: 'way/100', building: 'yes', 'addr:housenumber': '12/5' });
    expect(temple!.cells).toMatchObject({ osm_id: 'relation/200', building: 'temple', name: 'Đền Hàn' });
    const outer = [
      [105.78, 20],
      [105.781, 20],
      [105.781, 20.001],
      [105.78, 20.001],
      [105.78, 20],
    ];
    const courtyard = [
      [105.7802, 20.0002],
      [105.7804, 20.0002],
      [105.7804, 20.0004],
      [105.7802, 20.0002],
    ];
    expect(house!.geometry).toEqual({ type: 'Polygon', coordinates: [outer] });
    expect(temple!.geometry).toEqual({ type: 'Polygon', coordinates: [outer, courtyard] });
  });

  it('has the outlines that the import of buildings takes from the same file', async () => {
    const outlines = featuresOfOsmXml(xml) as readonly { readonly geometry: { readonly coordinates: unknown } }[];
    const { tables } = await readFile(id, content());
    const outerRings = tables[1]!.rows.map(({ geometry }) => [[(geometry!.coordinates as unknown[])[0]]]);
    expect(outlines.map(({ geometry }) => geometry.coordinates)).toEqual(outerRings);
  });
});

it('tags beyond the widest table stand together in one cell, the rarest ones', async () => {
  const { tables } = await readFile('osm-xml', xml, undefined, { limits: { columns: 3 } });
  expect(tables[0]!.rows[0]!.cells).toEqual({
    osm_id: 'way/101',
    highway: 'residential',
    other_tags: 'name=Đường Đền Hàn',
  });
});
