/** Tables of real text from outside the repository (REAL_DATA, by default ../shared/data): tab-separated, one heading row. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rows below the heading, or null, said aloud, where the data is not there. */
export function tableRows(path: string): readonly (readonly string[])[] | null {
  const file = join(process.env['REAL_DATA'] ?? '../shared/data', path);
  if (!existsSync(file)) {
    console.warn(`SKIPPED: no ${file}; set REAL_DATA to the folder of real data`);
    return null;
  }
  const [, ...lines] = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}
