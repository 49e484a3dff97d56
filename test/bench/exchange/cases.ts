/** What the bench of exchange measures: a case is one way of writing or reading so many rows of the same list. */
import { writeExceljs, writeFastCsv, writeOurCsv, writeOurXlsx, type Write } from './writing.ts';

export interface ExchangeCase {
  readonly name: string;
  readonly run: Write;
  /** The case of ours it is measured beside, when it is not ours. */
  readonly beside?: string;
  /** What ours is to reach beside it (issue 7). */
  readonly aims?: { readonly timesFaster: number; readonly memory?: number };
}

export const exchangeCases: readonly ExchangeCase[] = [
  { name: 'XLSX written', run: writeOurXlsx },
  {
    name: 'XLSX written by exceljs',
    run: writeExceljs,
    beside: 'XLSX written',
    aims: { timesFaster: 2, memory: 1 / 3 },
  },
  { name: 'CSV written', run: writeOurCsv },
  { name: 'CSV written by fast-csv', run: writeFastCsv, beside: 'CSV written', aims: { timesFaster: 1.5 } },
];
