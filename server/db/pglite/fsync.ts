/** Making sure that files and folders are on the disk, not only on their way to it. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder's own entries; a system that cannot fsync a folder (Windows) keeps them by other means. */
export function fsyncFolder(path: string): void {
  if (process.platform !== 'win32') fsyncFile(path);
}

/** Every file and folder below and including this one. */
export function fsyncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) fsyncTree(inside);
    else if (entry.isFile()) fsyncFile(inside);
  }
  fsyncFolder(path);
}

/** A file that is written whole and closed. */
export function fsyncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
