/** The smaller PostGIS bundle holds what an existing database needs, byte for byte, and nothing of the rest. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isNeeded, keepOfTar } from '../../../../server/db/pglite/postgisBundle.ts';

/** An archive made and read by tar itself. */
function archiveOf(files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sonha-tar-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return execFileSync('tar', ['--format=ustar', '-cf', '-', ...Object.keys(files)], { cwd: folder });
}

const namesIn = (archive: Buffer) =>
  execFileSync('tar', ['-tf', '-'], { input: archive }).toString().trim().split('\n').filter(Boolean);

describe('keepOfTar', () => {
  it('keeps the wanted entries, whatever their length', () => {
    const long = 'x'.repeat(1500);
    const archive = archiveOf({ a: '', b: long, c: 'y'.repeat(512), d: 'z' });
    const kept = keepOfTar(archive, (name) => name === 'b' || name === 'd');
    expect(namesIn(kept)).toEqual(['b', 'd']);
    expect(execFileSync('tar', ['-xOf', '-', 'b'], { input: kept }).toString()).toBe(long);
  });

  it('refuses an archive that ends in the middle of a file', () => {
    const archive = archiveOf({ a: 'x'.repeat(1500) });
    expect(() => keepOfTar(archive.subarray(0, 1024), () => true)).toThrow('not a whole tar archive: a');
  });

  it("keeps PostGIS and its projections of the package's own bundle, and neither raster nor topology", async () => {
    const bundle = new URL(
      '../../../../node_modules/@electric-sql/pglite-postgis/dist/postgis.tar.gz',
      import.meta.url,
    );
    const names = namesIn(keepOfTar(gunzipSync(readFileSync(bundle)), isNeeded));
    expect(names).toContain('lib/postgresql/postgis-3.so');
    expect(names).toContain('share/proj/proj.db');
    expect(names.filter((name) => /raster|topology/.test(name))).toEqual([]);
  });
});
