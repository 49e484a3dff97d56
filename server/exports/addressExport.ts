/** The address list as a file to hand over, made from the world. */
import { addressListRows } from '../../domain/formats/addressList.ts';
import { addressListLayer } from '../../domain/formats/addressListLayer.ts';
import { addressListColumns, type ListStates, type ListVariant } from '../../domain/formats/addressListColumns.ts';
import { toCsv } from '../../domain/formats/csv.ts';
import { joined } from '../../domain/formats/files/pieces.ts';
import { writeGeoPackage } from '../../domain/formats/files/shapes/geoPackageWriter.ts';
import { toGeoJson } from '../../domain/formats/geojson.ts';
import { toXlsx } from '../../domain/formats/xlsx.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { exportFile, type ExportFile, type ExportFormat } from './exportFile.ts';
import { serverMeans } from './writingMeans.ts';

export async function addressExport(
  world: World,
  choice: { readonly format: ExportFormat; readonly variant: ListVariant; readonly states: ListStates },
  at: Date,
): Promise<ExportFile> {
  const { format, variant, states } = choice;
  const columns = addressListColumns(variant);
  const rows = addressListRows(world, variant, states);
  const name = villageOf(world)?.name ?? 'thôn';
  const title = `Danh sách địa chỉ ${name}`;
  const contents: { readonly [F in ExportFormat]: () => Promise<Buffer> | Buffer } = {
    csv: () => Buffer.from(toCsv(columns, rows)),
    geojson: () => Buffer.from(JSON.stringify(toGeoJson(world, variant, states))),
    geopackage: async () => {
      const { table, rows: shaped } = addressListLayer(world, variant, states);
      return Buffer.from(await joined(writeGeoPackage(table, [shaped], { title, createdAt: at }, serverMeans)));
    },
    xlsx: async () => Buffer.from(await toXlsx(columns, rows, { title, sheetName: 'Địa chỉ', createdAt: at })),
  };
  const content = await contents[format]();
  const fields = columns.map((column) => column.key);
  const made = { content, format, fields, rowCount: rows.length };
  return exportFile(made, ['dia-chi', variant === 'full' ? 'day-du' : ''], name, at);
}
