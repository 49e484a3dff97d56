import ExcelJS from 'exceljs';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { plateColumns } from '../../domain/formats/plateSheet.ts';
import { newlyPlanned } from '../../domain/records/sign.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { aSign, at, idOf } from '../domain/builders.ts';
import { pagesOf } from './exports/signs/pagesOf.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

describeDatabases('house plates as files', (context) => {
  const { as } = useApp(context, { publicUrl: 'https://sonha.example' });
  const world = () => loadWorld(context.database().db, villageId);
  const url = (path: string) => `/api/villages/${villageId}/signs/${path}`;
  const log = async () => (await as('head').get(`/api/villages/${villageId}/exports`)).json().exports as object[];
  const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

  it('one house is issued its number, and has a plate larger than usual; two keep drafts', async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    const { digest } = planNumbering(await world(), null, newId());
    expect((await as('head').edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
    const chosen = [...(await world()).address.values()].find(({ houseId }) => houseId === ids.house)!;
    const words = { date: '2022-10-10', signatory: 'Chủ tịch', scope: 'Thôn Thử' };
    const decision = { id: newId(), number: '15/QĐ-UBND', ...words };
    const basis = { [chosen.id]: chosen.version };
    const issued = await as('officer').edit('address.issue', { addressIds: [chosen.id], decision }, { basis });
    expect(issued.statusCode).toBe(200);
    const {
      kind: _kind,
      version: _version,
      ...plate
    } = aSign(at(-100, 8), {
      ...{ id: idOf(0x61), signKind: 'house-plate', houseId: ids.house, faces: [chosen.number], post: 'wall' },
      size: { widthMillimeters: 210, heightMillimeters: 160 },
    });
    expect((await as('head').edit('sign.add', { ...newlyPlanned, ...plate })).statusCode).toBe(200);
  });

  it('the table has every house with its number, address, code and size', async () => {
    const answer = await as('viewer').get(url('plates.xlsx?numbers=all'));
    expect(answer.headers['content-disposition']).toMatch(/filename="bien-so-nha-thon-thu-\d{4}-\d\d-\d\d\.xlsx"$/);
    expect(answer.headers['x-row-count']).toBe('3');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0]!;
    const rows = [2, 3, 4].map((row) =>
      Object.fromEntries(plateColumns.map(({ key }, column) => [key, sheet.getRow(row).getCell(column + 1).value])),
    );
    expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
    const { address } = await world();
    const issued = [...address.values()].find(({ state }) => state === 'issued')!;
    const [own] = rows.filter(({ addressState }) => addressState === 'Đã cấp');
    expect(own).toMatchObject({
      ...{ number: issued.number, characters: issued.number.length, plusCode: issued.plusCode },
      ...{ widthMillimeters: 210, heightMillimeters: 160, plateState: 'Dự kiến', needed: 'Có' },
      address: `Số ${issued.number}, đường Đền Hàn`,
    });
    expect(own!.note).toBe('Dữ liệu minh hoạ');
    const others = rows.filter((row) => row !== own);
    expect(others.map(({ plateState, note }) => [plateState, note])).toEqual([
      ['Chưa có biển', 'Dữ liệu minh hoạ'],
      ['Chưa có biển', 'Dữ liệu minh hoạ'],
    ]);
  });

  it('the code opens the page of the house where people find the server', async () => {
    const pages = await pagesOf((await as('viewer').get(url('plates.pdf?numbers=all&code=yes'))).rawPayload);
    expect(pages).toHaveLength(3);
    // Drafts have no page of their own.
    expect(pages.filter((text) => text.includes('mã QR'))).toHaveLength(1);
    const { address } = await world();
    const [page] = await pagesOf((await as('viewer').get(url('plates.pdf?code=yes'))).rawPayload);
    const { plusCode } = [...address.values()].find(({ state }) => state === 'issued')!;
    expect(page).toContain(`mã QR mở https://sonha.example/so-nha/${plusCode.replace('+', '')}`);
  });

  it('every file has its line in the log: who took it, which very file, of which houses', async () => {
    const before = (await log()).length;
    const xlsx = await as('viewer').get(url('plates.xlsx'));
    const pdf = await as('telecom').get(url('plates.pdf?numbers=all'));
    const made = await log();
    expect(made).toHaveLength(before + 2);
    const common = {
      contents: 'house-plates',
      variant: 'public',
      decisionNumber: null,
      purpose: null,
      recipient: null,
    };
    expect(made.slice(0, 2)).toEqual([
      expect.objectContaining({ ...common, format: 'pdf', states: 'all', rowCount: 3, by: 'Người telecom' }),
      expect.objectContaining({ ...common, format: 'xlsx', states: 'issued', rowCount: 1, by: 'Người viewer' }),
    ]);
    const hashes = made.slice(0, 2).map((entry) => (entry as { sha256: string }).sha256);
    expect(hashes).toEqual([hashOf(pdf.rawPayload), hashOf(xlsx.rawPayload)]);
  });

  it('orders of signs say nothing of addresses, and are not logged', async () => {
    const before = (await log()).length;
    for (const path of ['order.xlsx', 'order.pdf', 'order.zip']) {
      expect([path, (await as('viewer').get(url(path))).statusCode]).toEqual([path, 200]);
    }
    expect(await log()).toHaveLength(before);
  });
});
