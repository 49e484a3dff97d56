/** The files that are read, made before anything is measured. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from './cases.ts';
import { writeOurCsv, writeOurXlsx } from './ours.ts';

export async function makeFiles(folder: string, rows: number): Promise<void> {
  await writeOurXlsx(rows, createWriteStream(join(folder, fileOf('xlsx'))));
  await writeOurCsv(rows, createWriteStream(join(folder, fileOf('csv'))));
}
