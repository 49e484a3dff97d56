/**
 * The part of PGlite's PostGIS that an existing database needs: its library and the projections. The package's
 * bundle also holds the raster and topology libraries, of 16 MB each, which PGlite would compile at every opening
 * (more than half of the time that one takes), and the scripts that only CREATE EXTENSION reads.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { fsyncFile, fsyncFolder } from './fsync.ts';

const prefix = 'postgis-';
/** Of the names in the package's bundle. */
export const isNeeded = (name: string) => name === 'lib/postgresql/postgis-3.so' || name.startsWith('share/proj/');

/** PostGIS for a database that has it already; the smaller bundle is kept in the folder, which must be locked by us. */
export function postgisForOpening(folder: string): Extension {
  return {
    ...postgis,
    setup: async (database, options) => {
      const whole = await postgis.setup(database, options);
      if (!whole.bundlePath) return whole;
      return { ...whole, bundlePath: pathToFileURL(smallerBundle(folder, whole.bundlePath)) };
    },
  };
}

/** The path of the smaller bundle, made from the package's own if that is another than it was made from. */
function smallerBundle(folder: string, source: URL): string {
  const compressed = readFileSync(source);
  const name = `${prefix}${createHash('sha256').update(compressed).digest('hex').slice(0, 16)}.tar.gz`;
  const path = join(folder, name);
  if (existsSync(path)) return path;
  for (const file of readdirSync(folder)) if (file.startsWith(prefix)) rmSync(join(folder, file));
  const draft = `${path}.creating`;
  // Stored, not compressed: it is read at every start.
  writeFileSync(draft, gzipSync(keepOfTar(gunzipSync(compressed), isNeeded), { level: 0 }));
  fsyncFile(draft);
  renameSync(draft, path);
  fsyncFolder(folder);
  return path;
}

const blockSize = 512;

/** The entries of a tar archive (POSIX ustar) whose name is wanted, as an archive. */
export function keepOfTar(archive: Buffer, isWanted: (name: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  for (let start = 0; start < archive.length && archive[start] !== 0;) {
    const name = fieldOf(archive, start, 0, 100);
    const size = parseInt(fieldOf(archive, start, 124, 12), 8);
    const end = start + blockSize + Math.ceil(size / blockSize) * blockSize;
    if (!(end <= archive.length)) throw new Error(`not a whole tar archive: ${name}`);
    if (isWanted(name)) kept.push(archive.subarray(start, end));
    start = end;
  }
  // Two empty blocks end an archive.
  return Buffer.concat([...kept, Buffer.alloc(2 * blockSize)]);
}

const fieldOf = (archive: Buffer, start: number, offset: number, length: number): string => {
  const bytes = archive.subarray(start + offset, start + offset + length);
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end === -1 ? length : end);
};
