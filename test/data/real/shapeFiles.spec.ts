import { describe, expect, it } from 'vitest';
import type { FormatId } from '../../../domain/formats/files/fileFormat.ts';
import { textColumn } from '../../../domain/formats/table.ts';
import { aPoint, readFile, writtenFile } from '../../domain/formats/files/shapes/filesOfShapes.ts';
import { tableRows } from './table.ts';

const rows = tableRows('vn-text/road-names.tsv');
const names = [...new Set((rows ?? []).map(([name]) => name!.normalize('NFC').trim()))];

describe.skipIf(rows === null)('names of roads as really written', () => {
  it.each<FormatId>(['geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'geopackage'])(
    'come back unchanged out of %s',
    async (id) => {
      const table = { name: 'Đường', columns: [textColumn('name', 'Tên đường', 40)] };
      const written = names.map((name, index) => ({ cells: [name], geometry: aPoint(105 + index / 1e5, 20) }));
      const { tables, notes } = await readFile(id, await writtenFile(id, table, written));
      const read = tables[0]!.rows.map(({ cells }) => cells['Tên đường']);
      console.log(`${id}: ${read.length} of ${names.length} names`);
      expect(read).toEqual(names);
      expect(notes).toEqual([]);
    },
  );
});
