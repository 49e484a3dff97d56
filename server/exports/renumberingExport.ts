/** The table old → new of a renumbering as a workbook, for the residence register of the commune police (RULES §1.2). */
import { renumberingColumns, renumberingRows } from '../../domain/formats/renumberingTable.ts';
import { toXlsx } from '../../domain/formats/xlsx.ts';
import type { Decision } from '../../domain/records/decision.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { exportFile, type ExportFile } from './exportFile.ts';

export async function renumberingExport(world: World, decision: Decision, at: Date): Promise<ExportFile> {
  const name = villageOf(world)?.name ?? 'thôn';
  const rows = renumberingRows(world, decision);
  const facts = { title: `Số cũ – số mới ${name}`, sheetName: 'Số cũ – số mới', createdAt: at };
  const content = Buffer.from(await toXlsx(renumberingColumns, rows, facts));
  const fields = renumberingColumns.map(({ key }) => key);
  return exportFile({ content, format: 'xlsx', fields, rowCount: rows.length }, ['so-cu-so-moi', ''], name, at);
}
