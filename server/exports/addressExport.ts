/** The address list as a file to hand over: made from the world, weighed and counted for the record. */
import { createHash } from 'node:crypto';
import { foldText } from '../../domain/addressing/roadName.ts';
import { addressListRows } from '../../domain/formats/addressList.ts';
import { addressListColumns, type ListStates, type ListVariant } from '../../domain/formats/addressListColumns.ts';
import { toCsv } from '../../domain/formats/csv.ts';
import { toGeoJson } from '../../domain/formats/geojson.ts';
import { toXlsx } from '../../domain/formats/xlsx.ts';
import { villageOf, type World } from '../../domain/records/world.ts';

export const exportFormats = ['xlsx', 'csv', 'geojson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface AddressExport {
  readonly content: Buffer;
  readonly contentType: string;
  readonly fileName: string;
  readonly fields: readonly string[];
  readonly rowCount: number;
  readonly sha256: string;
}

const contentTypes: { readonly [F in ExportFormat]: string } = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
};

export async function addressExport(
  world: World,
  choice: { readonly format: ExportFormat; readonly variant: ListVariant; readonly states: ListStates },
  at: Date,
): Promise<AddressExport> {
  const { format, variant, states } = choice;
  const columns = addressListColumns(variant);
  const rows = addressListRows(world, variant, states);
  const name = villageOf(world)?.name ?? 'thôn';
  const content =
    format === 'csv'
      ? Buffer.from(toCsv(columns, rows))
      : format === 'geojson'
        ? Buffer.from(JSON.stringify(toGeoJson(world, variant, states)))
        : Buffer.from(
            await toXlsx(columns, rows, { title: `Danh sách địa chỉ ${name}`, sheetName: 'Địa chỉ', createdAt: at }),
          );
  return {
    content,
    contentType: contentTypes[format],
    fileName: fileName(name, variant, at, format),
    fields: columns.map((column) => column.key),
    rowCount: rows.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** Letters without marks: file names travel through systems that know only those. */
function fileName(village: string, variant: ListVariant, at: Date, format: ExportFormat): string {
  const place =
    foldText(village)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'thon';
  const day = at.toISOString().slice(0, 10);
  return `dia-chi-${place}-${variant === 'full' ? 'day-du-' : ''}${day}.${format}`;
}
