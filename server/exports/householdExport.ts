/** The list of households as a file to hand over, made from the world. */
import { toCsv } from '../../domain/formats/csv.ts';
import { householdListColumns, householdListRows } from '../../domain/formats/householdList.ts';
import { toXlsx } from '../../domain/formats/xlsx.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { exportFile, type ExportFile } from './exportFile.ts';

export async function householdExport(world: World, format: 'xlsx' | 'csv', at: Date): Promise<ExportFile> {
  const name = villageOf(world)?.name ?? 'thôn';
  const rows = householdListRows(world);
  const facts = { title: `Danh sách hộ ${name}`, sheetName: 'Hộ', createdAt: at };
  const content =
    format === 'csv'
      ? Buffer.from(toCsv(householdListColumns, rows))
      : Buffer.from(await toXlsx(householdListColumns, rows, facts));
  const fields = householdListColumns.map(({ key }) => key);
  return exportFile({ content, format, fields, rowCount: rows.length }, ['danh-sach-ho', ''], name, at);
}
