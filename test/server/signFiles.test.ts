import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { newlyPlanned } from '../../domain/records/sign.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { describeDatabases } from '../databases.ts';
import { aSign, at, idOf } from '../domain/builders.ts';
import { pagesOf } from './exports/signs/pagesOf.ts';
import { ids, useApp, villageId } from './harness.ts';

const signs = { name: idOf(0x51), lane: idOf(0x52), tooLong: idOf(0x53), hung: idOf(0x54) } as const;

async function sheetsOf(content: Buffer): Promise<readonly ExcelJS.Worksheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer);
  return workbook.worksheets;
}

describeDatabases('the order of signs as files', (context) => {
  const { as, app, stored } = useApp(context);
  const url = (path: string) => `/api/villages/${villageId}/signs/${path}`;

  it('a village has a budget, prices and signs in hand', async () => {
    const village = [...(await loadWorld(context.database().db, villageId)).village.values()][0]!;
    const { signSettings } = village;
    const prices = { ...signSettings.prices, 'road-name': 850_000, post: 1_200_000 };
    const settings = { signSettings: { ...signSettings, prices, budgetVnd: 2_500_000 } };
    const basis = { [villageId]: village.version };
    const set = await as('officer').edit('village.update', { id: villageId, changes: settings }, { basis });
    expect(set.json()).not.toHaveProperty('refusal');
    expect(set.statusCode).toBe(200);
    const named = await as('head').edit(
      'road.name',
      { id: ids.road, name: 'Đường Đền Hàn' },
      { basis: { [ids.road]: 1 } },
    );
    expect(named.statusCode).toBe(200);
    const made = [
      aSign(at(3, 3), { id: signs.name, faces: ['ĐƯỜNG\nĐỀN HÀN', 'ĐƯỜNG\nĐỀN HÀN'], roadId: ids.road, post: 'new' }),
      aSign(at(3, 3.2), {
        id: signs.lane,
        signKind: 'lane-mouth',
        faces: ['5/4', '20-1'],
        roadId: ids.lane,
        post: 'new',
      }),
      aSign(at(80, 3), { id: signs.tooLong, faces: ['NHÀ VĂN HOÁ '.repeat(9).trim()], post: 'existing-pole' }),
      aSign(at(-80, 3), { id: signs.hung, state: 'installed', roadId: ids.road, priceVnd: 700_000 }),
    ];
    for (const { kind: _kind, version: _version, ...sign } of made) {
      const added = await as('head').edit('sign.add', { ...newlyPlanned, ...sign });
      expect([sign.id, added.statusCode, added.body.slice(0, 200)]).toEqual([sign.id, 200, expect.anything()]);
    }
  });

  it('the workbook counts by kind and size, has every text as text, and sums up against the budget', async () => {
    const answer = await as('viewer').get(url('order.xlsx'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/filename="don-dat-bien-thon-thu-\d{4}-\d\d-\d\d\.xlsx"$/);
    const [sums, list] = await sheetsOf(answer.rawPayload);
    const rows = sums!
      .getSheetValues()
      .slice(2)
      .map((row) => (row as unknown[]).slice(1));
    expect(rows.map((row) => [row[0], row[2] ?? null, row[4] ?? null])).toEqual([
      ['Biển tên đường', 2, 1_700_000],
      ['Biển đầu ngõ', 1, null],
      ['Cột mới', 1, 1_200_000],
      ['Tổng cộng', null, 2_900_000],
      ['Chưa có đơn giá', 1, null],
      ['Kinh phí', null, 2_500_000],
      ['Còn thiếu', null, -400_000],
      [undefined, null, null],
    ]);
    expect(rows.at(-1)![1]).toBe('Dữ liệu minh hoạ');
    const heading = (list!.getRow(1).values as string[]).slice(1);
    const column = (name: string) => heading.indexOf(name) + 1;
    const lane = [2, 3, 4]
      .map((row) => list!.getRow(row))
      .find((row) => row.getCell(column('Mã biển')).value === signs.lane)!;
    const faces = [lane.getCell(column('Chữ mặt 1')), lane.getCell(column('Chữ mặt 2'))];
    expect(faces.map(({ value, type }) => [value, type])).toEqual([
      ['5/4', ExcelJS.ValueType.String],
      ['20-1', ExcelJS.ValueType.String],
    ]);
    expect(lane.getCell(column('Ghi chú')).value).toBe('Chung cột với biển khác');
    const texts = list!.getColumn(column('Chữ mặt 1')).values;
    expect(texts).toContain('ĐƯỜNG\nĐỀN HÀN');
    expect(list!.getColumn(column('Ghi chú')).values.join()).toContain('Chữ không vừa mặt biển');
    expect(list!.getColumn(column('Vị trí')).values.join()).toMatch(
      /Đường Đền Hàn, cách đầu đường \d+ m, bên (trái|phải)/,
    );
  });

  it('chosen signs are those of the given states or ids', async () => {
    const count = async (query: string) => (await as('viewer').get(url(`order.xlsx${query}`))).headers['x-row-count'];
    expect(await count('')).toBe('3');
    expect(await count('?states=installed')).toBe('1');
    expect(await count('?states=planned,installed')).toBe('4');
    expect(await count(`?ids=${signs.lane},${signs.hung}`)).toBe('2');
    expect((await as('viewer').get(url('order.xlsx?states=stolen'))).statusCode).toBe(400);
    expect((await as('viewer').get(url('order.docx'))).statusCode).toBe(400);
  });

  it('the PDF has a cover with totals and a page a sign, each saying that the village is made up', async () => {
    const answer = await as('head').get(url('order.pdf'));
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pages = await pagesOf(answer.rawPayload);
    expect(pages).toHaveLength(4);
    expect(pages[0]).toContain('ĐƠN ĐẶT BIỂN');
    expect(pages[0]).toContain('2.900.000 đ');
    expect(pages[0]).toContain('400.000 đ');
    pages.forEach((text, index) => {
      expect(text).toContain('DỮ LIỆU MINH HOẠ');
      expect(text).toContain(`Trang ${index + 1}/4`);
    });
    const name = pages.find((text) => text.includes('“ĐỀN HÀN” 120 mm'))!;
    expect(name).toContain('750 × 400 mm');
    expect(name).toContain('Tỷ lệ 1 : 5');
    expect(name).toContain('Hai mặt như nhau');
    expect(pages.filter((text) => text.includes('Chữ không vừa mặt biển'))).toHaveLength(1);
  });

  it('each face comes as SVG, alone or all in one file; what cannot be drawn is said in words', async () => {
    const answer = await as('viewer').get(url(`${signs.name}/faces/1.svg`));
    expect(answer.headers['content-type']).toContain('image/svg+xml');
    expect(answer.body).toContain('width="750mm" height="400mm"');
    expect((await as('viewer').get(url(`${signs.name}/faces/3.svg`))).statusCode).toBe(404);
    const refused = await as('viewer').get(url(`${signs.tooLong}/faces/1.svg`));
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'face-not-drawn']);
    expect(refused.json().error.message).toContain('Chữ không vừa mặt biển');

    const files = unzipSync(new Uint8Array((await as('viewer').get(url('order.zip'))).rawPayload));
    const drawn = Object.keys(files).filter((name) => name.endsWith('.svg'));
    // The road's two faces say the same; the lane's do not.
    expect(drawn).toHaveLength(3);
    for (const name of drawn) {
      const parser = new SaxesParser();
      parser.on('error', (error) => expect.fail(`${name}: ${error.message}`));
      parser.write(new TextDecoder().decode(files[name])).close();
    }
    expect(new TextDecoder().decode(files['chua-ve-duoc.txt'])).toContain('NHÀ VĂN HOÁ');
  });

  it('nobody gets them without an account, and nothing is written', async () => {
    const before = await stored();
    for (const path of ['order.xlsx', 'order.pdf', 'order.zip', 'plates.pdf', `${signs.name}/faces/1.svg`]) {
      expect([path, (await app().inject(url(path))).statusCode]).toEqual([path, 401]);
    }
    expect(await stored()).toBe(before);
  });
});
