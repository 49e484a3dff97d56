/** CSV by fast-csv, its texts guarded as ours are. */
import { format as csvFormat, parseStream } from 'fast-csv';
import { createReadStream } from 'node:fs';
import { guardFormula } from '../../../domain/formats/formulaGuard.ts';
import type { Cell } from '../../../domain/formats/table.ts';
import { madeRows, madeTable } from './madeRows.ts';
import { ended, Sink, type Read, type Write } from './sink.ts';

export const writeFastCsv: Write = async (rows) => {
  const sink = new Sink();
  const end = ended(sink);
  const stream = csvFormat<Cell[], Cell[]>({ writeBOM: true, rowDelimiter: '\r\n' });
  stream.pipe(sink);
  stream.write(madeTable.columns.map(({ heading }) => heading));
  for (const piece of madeRows(rows)) {
    for (const { cells } of piece) {
      const guarded = cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell));
      if (!stream.write(guarded)) await new Promise((resolve) => stream.once('drain', resolve));
    }
  }
  stream.end();
  await end;
  return sink.bytes;
};

export const readFastCsv: Read = async (path) => {
  let rows = 0;
  for await (const row of parseStream(createReadStream(path), { headers: true })) rows += row ? 1 : 0;
  return rows;
};
