import ExcelJS from 'exceljs';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { addressListRows } from '../../domain/formats/addressList.ts';
import { addressListColumns } from '../../domain/formats/addressListColumns.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { readGeoPackage } from '../domain/formats/files/shapes/geoPackageFiles.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

describeDatabases('the address list as a file', (context) => {
  const { as, account, stored } = useApp(context);
  const world = () => loadWorld(context.database().db, villageId);
  const publicUrl = (format: string, states = '') => `/api/villages/${villageId}/exports/addresses.${format}${states}`;
  const handOver = {
    states: 'issued',
    variant: 'full',
    purpose: 'Bàn giao đợt 1',
    recipient: 'VNPT Hà Trung',
  } as const;

  async function rowsOfWorkbook(content: Buffer) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(content as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    const rows: unknown[][] = [];
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return { sheet, rows };
  }

  it('houses are numbered and two addresses issued', async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    const { digest } = planNumbering(await world(), null, newId());
    const applied = await as('head').edit('numbering.apply', { roadIds: null, digest });
    expect(applied.statusCode).toBe(200);
    const drafts = [...(await world()).address.values()];
    expect(drafts).toHaveLength(3);
    const chosen = drafts.filter(({ houseId }) => houseId === ids.house || houseId === ids.otherHouse);
    const decision = {
      id: newId(),
      number: '15/QĐ-UBND',
      date: '2022-10-10',
      signatory: 'Chủ tịch UBND xã',
      scope: 'Thôn Thử',
    };
    const addressIds = chosen.map(({ id }) => id);
    const basis = Object.fromEntries(chosen.map(({ id, version }) => [id, version]));
    expect((await as('head').edit('address.issue', { addressIds, decision }, { basis })).statusCode).toBe(403);
    expect((await as('officer').edit('address.issue', { addressIds, decision }, { basis })).statusCode).toBe(200);
  });

  it('XLSX read by another library holds the list row by row, numbers of houses as text', async () => {
    const answer = await as('viewer').get(publicUrl('xlsx', '?states=all'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="dia-chi-thon-thu-\d{4}-\d\d-\d\d\.xlsx"$/,
    );
    const { sheet, rows } = await rowsOfWorkbook(answer.rawPayload);
    const columns = addressListColumns('public');
    expect(rows[0]).toEqual(columns.map(({ heading }) => heading));
    const expected = addressListRows(await world(), 'public', 'all');
    expect(expected).toHaveLength(3);
    expected.forEach((row, index) => {
      columns.forEach((column, place) => {
        const cell = sheet.getCell(index + 2, place + 1);
        expect([column.key, cell.value]).toEqual([column.key, row[place]]);
        if (cell.value !== null && column.type === 'text') expect(cell.type).toBe(ExcelJS.ValueType.String);
      });
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('CSV begins with a BOM and holds the same rows', async () => {
    const answer = await as('telecom').get(publicUrl('csv'));
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = answer.body.slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + addressListRows(await world(), 'public', 'issued').length);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Đường Đền Hàn');
  });

  it('GeoJSON has a point at each entrance', async () => {
    const answer = await as('head').get(publicUrl('geojson'));
    expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
    const { features } = answer.json();
    const houses = (await world()).house;
    expect(features.map(({ geometry }: { geometry: { coordinates: unknown } }) => geometry.coordinates)).toEqual(
      // The road runs from east to west, as numbers rise (RULES §1.4).
      [ids.otherHouse, ids.house].map((id) => houses.get(id)!.entrance),
    );
  });

  it('GeoPackage has the rows of the list, each at its entrance', async () => {
    const answer = await as('head').get(publicUrl('geopackage'));
    expect(answer.headers['content-type']).toBe('application/geopackage+sqlite3');
    expect(answer.headers['content-disposition']).toMatch(/\.gpkg"$/);
    const { tables, notes } = await readGeoPackage(answer.rawPayload);
    expect(notes).toEqual([]);
    const columns = addressListColumns('public').map(({ heading }) => heading);
    const rows = addressListRows(await world(), 'public', 'issued');
    expect(tables.map((table) => table.columns)).toEqual([columns]);
    expect(tables[0]!.rows.map(({ cells }) => columns.map((column) => cells[column] ?? null))).toEqual(
      rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
    );
    const houses = (await world()).house;
    const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
    expect(tables[0]!.rows.map(({ geometry }) => geometry?.coordinates)).toEqual(
      [ids.otherHouse, ids.house].map((id) => houses.get(id)!.entrance.map(rounded)),
    );
    const [latest] = (await as('officer').get(`/api/villages/${villageId}/exports`)).json().exports;
    expect(latest).toMatchObject({ contents: 'addresses', format: 'geopackage', rowCount: 2 });
  });

  it('the public list names nobody, whoever asks for it', async () => {
    for (const format of ['xlsx', 'csv', 'geojson', 'geopackage']) {
      const answer = await as('admin').get(publicUrl(format, '?states=all'));
      const content = format === 'xlsx' ? JSON.stringify((await rowsOfWorkbook(answer.rawPayload)).rows) : answer.body;
      for (const word of ['Nguyễn Văn Thử', '0900000001', 'chủ hộ', 'điện thoại']) expect(content).not.toContain(word);
    }
  });

  it('the full list has names, for those who may, with a purpose', async () => {
    const answer = await as('officer').post(`/api/villages/${villageId}/exports`, { format: 'xlsx', ...handOver });
    expect(answer.statusCode).toBe(200);
    const { rows } = await rowsOfWorkbook(answer.rawPayload);
    const name = rows[0]!.indexOf('Họ tên chủ hộ');
    const phone = rows[0]!.indexOf('Số điện thoại');
    expect(rows[2]![name]).toBe('Nguyễn Văn Thử');
    expect(rows[2]![phone]).toBe('0900000001');

    const list = (await as('officer').get(`/api/villages/${villageId}/exports`)).json().exports;
    expect(list[0]).toMatchObject({
      by: account('officer').displayName,
      format: 'xlsx',
      variant: 'full',
      purpose: handOver.purpose,
      recipient: handOver.recipient,
      rowCount: 2,
      sha256: createHash('sha256').update(answer.rawPayload).digest('hex'),
    });
    // What for and to whom may name people; that there was a delivery is known to all.
    const seen = (await as('viewer').get(`/api/villages/${villageId}/exports`)).json().exports;
    expect(seen[0]).toMatchObject({ id: list[0].id, rowCount: 2, purpose: null, recipient: null });
    expect(seen).toHaveLength(list.length);
  });

  it('the list of households has a row for each, for those who may have the full list, and is recorded', async () => {
    const path = `/api/villages/${villageId}/exports/households`;
    const { purpose, recipient } = handOver;
    const answer = await as('officer').post(path, { format: 'xlsx', purpose, recipient });
    expect(answer.statusCode).toBe(200);
    const { rows } = await rowsOfWorkbook(answer.rawPayload);
    expect(rows[0]!.slice(0, 5)).toEqual(['Mã hộ', 'Số thứ tự hộ', 'Họ tên chủ hộ', 'Số điện thoại', 'Mã nhà']);
    expect(rows[1]!.slice(0, 5)).toEqual([ids.household, 1, 'Nguyễn Văn Thử', '0900000001', ids.house]);
    expect(rows).toHaveLength(2);
    const [latest] = (await as('officer').get(`/api/villages/${villageId}/exports`)).json().exports;
    expect(latest).toMatchObject({ contents: 'households', variant: 'full', purpose, recipient, rowCount: 1 });
    for (const role of ['head', 'telecom', 'viewer'] as const) {
      expect((await as(role).post(path, { format: 'csv', purpose, recipient })).statusCode).toBe(403);
    }
    expect((await as('officer').post(path, { format: 'csv', purpose: ' ', recipient })).statusCode).toBe(400);
    expect((await as('officer').post(path, { format: 'geojson', purpose, recipient })).statusCode).toBe(400);
  });

  it('others may not have it, nor anyone without a purpose; then no file is recorded', async () => {
    const before = (await as('officer').get(`/api/villages/${villageId}/exports`)).json().exports.length;
    for (const role of ['head', 'telecom', 'viewer'] as const) {
      const answer = await as(role).post(`/api/villages/${villageId}/exports`, { format: 'csv', ...handOver });
      expect([role, answer.statusCode, answer.json().error.code]).toEqual([role, 403, 'forbidden']);
    }
    for (const wrong of [
      { purpose: '' },
      { purpose: '  ' },
      { recipient: ' ' },
      { variant: 'public' },
      { format: 'pdf' },
      { all: true },
      { purpose: 'a\0b' },
    ]) {
      const answer = await as('officer').post(`/api/villages/${villageId}/exports`, {
        format: 'csv',
        ...handOver,
        ...wrong,
      });
      expect([wrong, answer.statusCode, answer.json().error.code]).toEqual([wrong, 400, 'invalid-input']);
    }
    expect((await as('officer').get(publicUrl('pdf'))).statusCode).toBe(400);
    expect((await as('officer').get(publicUrl('csv', '?states=retired'))).statusCode).toBe(400);
    expect((await as('officer').get(`/api/villages/${villageId}/exports`)).json().exports).toHaveLength(before);
  });

  it('handing out a list changes no record', async () => {
    const before = await stored();
    await as('officer').get(publicUrl('csv'));
    expect(await stored()).toBe(before);
  });
});
