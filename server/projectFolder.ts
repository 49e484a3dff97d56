/** Where the project is, seen from its sources and from what is built of them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above this module that holds migrations/. */
export const projectFolder = nearestWith('migrations', import.meta.dirname);

function nearestWith(name: string, folder: string): string {
  if (existsSync(join(folder, name))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`no folder above ${import.meta.dirname} holds ${name}/`);
  return nearestWith(name, above);
}
