/** GeoPackages that are damaged or mean harm: each is refused by the name of what is wrong, or read without it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../../../../domain/formats/files/fileFormat.ts';
import { aPoint, squareAt } from './filesOfShapes.ts';
import { databaseOf, faultOfGeoPackage, geoPackageOf, houses, listed, readGeoPackage } from './geoPackageFiles.ts';

const here = aPoint(105.79, 20.01);
const some = (count: number) => Array.from({ length: count }, (_, index) => aPoint(105.79 + index / 1e5, 20.01));
const endless = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, x AS geom FROM n';

const changed = (bytes: Uint8Array<ArrayBuffer>, change: (view: DataView<ArrayBuffer>) => void) => {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
};
const openElsewhere = (bytes: Uint8Array<ArrayBuffer>) => changed(bytes, (view) => view.setUint16(18, 0x0202));

describe('databases that are no GeoPackage', () => {
  it('are told what they are not', async () => {
    expect(await faultOfGeoPackage(await databaseOf('CREATE TABLE t (x TEXT)'))).toMatchObject({
      code: 'not-geopackage',
    });
  });

  it('are told what they lack, where they say they are one', async () => {
    const marked = await databaseOf('PRAGMA application_id = 0x47504B47; CREATE TABLE t (x TEXT)');
    expect(await faultOfGeoPackage(marked)).toMatchObject({ code: 'table-missing', table: 'gpkg_contents' });
    const computed = await databaseOf(
      `CREATE VIEW gpkg_contents AS ${endless.replace('x AS fid, x AS geom', `'t' || x AS table_name, 'features' AS data_type, x AS identifier`)}`,
    );
    expect(await faultOfGeoPackage(computed)).toMatchObject({ code: 'table-missing', table: 'gpkg_contents' });
    const other = await databaseOf('CREATE TABLE gpkg_contents (x TEXT)');
    expect(await faultOfGeoPackage(other)).toMatchObject({ code: 'broken', table: 'gpkg_contents' });
  });

  it('or are not of the text that is read', async () => {
    const bytes = await geoPackageOf(houses('a', [here]));
    expect(await faultOfGeoPackage(changed(bytes, (view) => view.setUint32(56, 2)))).toMatchObject({
      code: 'text-in-utf-16',
    });
  });
});

describe('tables that are listed', () => {
  it('and are not there, or have no shapes where they say they have, are named', async () => {
    expect(await faultOfGeoPackage(await geoPackageOf(listed('nha')))).toMatchObject({
      code: 'table-missing',
      table: 'nha',
    });
    const unlisted = await geoPackageOf(`${houses('nha', [here])} DELETE FROM gpkg_geometry_columns;`);
    expect(await faultOfGeoPackage(unlisted)).toMatchObject({ code: 'table-missing', table: 'gpkg_geometry_columns' });
    const other = await geoPackageOf(`${houses('nha', [here])} UPDATE gpkg_geometry_columns SET column_name = 'hinh';`);
    expect(await faultOfGeoPackage(other)).toMatchObject({ code: 'broken', table: 'nha', column: 'hinh' });
    expect(await faultOfGeoPackage(await geoPackageOf(''))).toMatchObject({ code: 'no-layers' });
  });

  it('and are views, be they without end, are left out and named; a file of them alone is refused', async () => {
    const view = `CREATE VIEW vo_tan AS ${endless}; ${listed('vo_tan')}`;
    const { tables, notes } = await readGeoPackage(await geoPackageOf(`${houses('nha', [here])} ${view}`));
    expect(tables.map(({ name }) => name)).toEqual(['nha']);
    expect(notes).toMatchObject([{ code: 'computed-table', params: { sheet: 'vo_tan' } }]);
    expect(await faultOfGeoPackage(await geoPackageOf(view))).toMatchObject({ code: 'no-layers' });
  });

  it('and are virtual are left out', async () => {
    const virtual = `CREATE VIRTUAL TABLE tim USING fts5 (ten); INSERT INTO tim VALUES ('a'); ${listed('tim', 'tim', null)}`;
    const { tables, notes } = await readGeoPackage(await geoPackageOf(`${houses('nha', [here])} ${virtual}`));
    expect(tables.map(({ name }) => name)).toEqual(['nha']);
    expect(notes).toMatchObject([{ code: 'computed-table', params: { sheet: 'tim' } }]);
  });

  it('and are views under the mask of a table are refused', async () => {
    const masks = [
      `INSERT INTO sqlite_schema VALUES ('table', 'gia', 'gia', 0, 'CREATE VIEW gia AS ${endless}');`,
      `UPDATE sqlite_schema SET name = 'gia' WHERE name = 'khac';
       INSERT INTO sqlite_schema VALUES ('view', 'khac', 'khac', 0, 'CREATE VIEW gia AS ${endless}');`,
    ];
    for (const mask of masks) {
      const bytes = await geoPackageOf(
        `${houses('nha', [here])} ${listed('gia')} CREATE TABLE khac (x); PRAGMA writable_schema = ON; ${mask}`,
      );
      expect(await faultOfGeoPackage(bytes)).toMatchObject({ code: 'broken' });
    }
  });

  it('more than may be read are refused, as are more columns, rows and vertices, and columns computed to be endless', async () => {
    const two = await geoPackageOf(`${houses('a', some(3))} ${houses('b', some(3))}`);
    expect(await faultOfGeoPackage(two, { limits: { tables: 1 } })).toMatchObject({ code: 'too-many-tables' });
    expect(await faultOfGeoPackage(two, { limits: { rows: 5 } })).toMatchObject({
      code: 'too-many-rows',
      table: 'b',
      row: 3,
    });
    const square = await geoPackageOf(houses('a', [here, squareAt(105.79, 20.01)]));
    expect(await faultOfGeoPackage(square, { limits: { vertices: 4 } })).toMatchObject({
      code: 'too-many-vertices',
      table: 'a',
      row: 2,
      column: 'geom',
    });
    const columns = Array.from({ length: 6 }, (_, index) => `c${index} TEXT`).join();
    const wide = await geoPackageOf(`CREATE TABLE t (fid INTEGER PRIMARY KEY, ${columns}); ${listed('t', 't', null)}`);
    expect(await faultOfGeoPackage(wide, { limits: { columns: 5 } })).toMatchObject({
      code: 'too-many-columns',
      table: 't',
      column: 'c5',
    });
    const huge = await geoPackageOf(
      `CREATE TABLE t (fid INTEGER PRIMARY KEY); INSERT INTO t VALUES (1); ${listed('t', 't', null)}
       ALTER TABLE t ADD COLUMN x TEXT AS (printf('%.*c', 50000000, 'x'));`,
    );
    expect(await faultOfGeoPackage(huge)).toMatchObject({ code: 'broken', table: 't', row: 1 });
  });
});

describe('what else stands in a file', () => {
  it('is not run: triggers, an index whose tables or whose program are missing', async () => {
    const bytes = await geoPackageOf(
      `${houses('nha', some(3))}
       CREATE TRIGGER xoa AFTER INSERT ON nha BEGIN DELETE FROM nha; SELECT ST_IsEmpty(NEW.geom); END;
       CREATE VIRTUAL TABLE rtree_nha_geom USING rtree (id, minx, maxx, miny, maxy);
       PRAGMA writable_schema = ON;
       DELETE FROM sqlite_schema WHERE name LIKE 'rtree_nha_geom_%';
       INSERT INTO sqlite_schema VALUES ('table', 'la', 'la', 0, 'CREATE VIRTUAL TABLE la USING khong_co (x)');`,
    );
    const { tables, notes } = await readGeoPackage(bytes);
    expect(tables[0]!.rows).toHaveLength(3);
    expect(notes).toEqual([]);
  });

  it.each([
    ['of no sense', 'CREATE TABLE x ('],
    ['without end', `CREATE TABLE x (a, CHECK (${'('.repeat(200_000)}a${')'.repeat(200_000)}))`],
  ])('is a schema %s: the file is broken', async (_, statement) => {
    const bytes = await geoPackageOf(
      `${houses('nha', [here])} PRAGMA writable_schema = ON;
       INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 2, '${statement}');`,
    );
    expect(await faultOfGeoPackage(bytes)).toMatchObject({ code: 'broken' });
  });
});

describe('files that are damaged', () => {
  const made = geoPackageOf(houses('nha', some(200)));

  it('cut off anywhere are broken', async () => {
    const bytes = await made;
    for (const share of [0.9999, 0.999, 0.9, 0.5, 0.1]) {
      expect(await faultOfGeoPackage(bytes.slice(0, Math.floor(bytes.length * share)))).toMatchObject({
        code: 'broken',
      });
    }
  });

  it('that claim two gigabytes, or pages of no size, are broken', async () => {
    const bytes = await made;
    const claiming = changed(bytes, (view) => view.setUint32(28, 2 ** 31 / 1024));
    expect(await faultOfGeoPackage(claiming)).toMatchObject({ code: 'broken' });
    expect(await faultOfGeoPackage(changed(bytes, (view) => view.setUint16(16, 3)))).toMatchObject({ code: 'broken' });
  });

  it('with a page of noise are broken at the table and row where it lies', async () => {
    const bytes = await made;
    const rows: number[] = [];
    for (let page = 1; page < bytes.length / 1024; page += 1) {
      const noisy = changed(bytes, (view) => new Uint8Array(view.buffer, page * 1024, 1024).fill(0xa5));
      // Of some tables nothing is asked.
      const fault = await faultOfGeoPackage(noisy).catch(() => null);
      if (fault === null) continue;
      expect(fault).toMatchObject({ code: 'broken', params: { said: expect.stringContaining('malformed') as string } });
      if (fault.table === 'nha') rows.push(fault.row!);
    }
    expect(Math.max(...rows)).toBeGreaterThan(100);
  });

  it('in any byte are read or refused, and nothing else happens', async () => {
    const bytes = await made;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, noise) => {
        const copy = bytes.slice();
        copy.set(noise.subarray(0, copy.length - at), at);
        try {
          await readGeoPackage(copy);
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefused);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('files that another program had open when they were copied', () => {
  it('are read as far as they go, and it is said that changes may be missing', async () => {
    const { tables, notes } = await readGeoPackage(openElsewhere(await geoPackageOf(houses('nha', some(3)))));
    expect(tables[0]!.rows).toHaveLength(3);
    expect(notes).toMatchObject([{ code: 'changes-may-be-missing' }]);
  });

  it('are refused for that where what is missing makes them unreadable', async () => {
    const bytes = openElsewhere(await geoPackageOf(houses('nha', some(200))));
    expect(await faultOfGeoPackage(bytes.slice(0, bytes.length / 2))).toMatchObject({ code: 'changes-missing' });
    expect(await faultOfGeoPackage(openElsewhere(await geoPackageOf(listed('nha'))))).toMatchObject({
      code: 'changes-missing',
      table: 'nha',
    });
  });
});
