/** The files that are read, made before anything is measured. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { exchangeCases, fileOf } from './cases.ts';
import { writeOurs } from './ours.ts';

export async function makeFiles(folder: string, rows: number): Promise<void> {
  const read = new Set(exchangeCases.flatMap(({ run }) => ('from' in run ? [run.from] : [])));
  for (const kind of read) await writeOurs(kind)(rows, createWriteStream(join(folder, fileOf(kind))));
}
