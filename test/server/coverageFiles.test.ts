import ExcelJS from 'exceljs';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { newId, useApp, villageId, ids } from './harness.ts';
import { describeDatabases } from '../databases.ts';
import { aLamp, at, idOf } from '../domain/builders.ts';
import { pagesOf } from './exports/signs/pagesOf.ts';

describeDatabases('criterion 3, cameras and lamps as files', (context) => {
  const { as, account, stored } = useApp(context);
  const url = (contents: string, query = '') => `/api/villages/${villageId}/coverage/files/${contents}${query}`;
  const log = async (role: 'officer' | 'viewer' = 'officer') =>
    (await as(role).get(`/api/villages/${villageId}/exports`)).json().exports as Record<string, unknown>[];
  const full = {
    ...{ contents: 'coverage', density: '20', planned: 'no', dark: 40 },
    ...{ purpose: 'Rà soát an ninh', recipient: 'Công an xã' },
  };
  const fullUrl = `/api/villages/${villageId}/coverage/files`;

  async function cellsOf(content: Buffer) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(content as unknown as ArrayBuffer);
    return new Map(
      workbook.worksheets.map((sheet) => {
        const rows: unknown[][] = [];
        sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
        return [sheet.name, rows] as const;
      }),
    );
  }

  it('a household agreed to its camera; a lamp works and one is broken', async () => {
    const changes = { name: 'Camera nhà ông Thử', consentOn: '2022-09-20' };
    const basis = { [ids.householdCamera]: 1 };
    const agreed = await as('officer').edit('camera.update', { id: ids.householdCamera, changes }, { basis });
    expect(agreed.statusCode).toBe(200);
    for (const [state, east] of [
      ['existing', 100],
      ['broken', 40],
    ] as const) {
      const { kind: _kind, version: _version, ...lamp } = aLamp(at(east, 3), { id: newId(), state });
      expect((await as('head').edit('lamp.add', lamp)).statusCode).toBe(200);
    }
  });

  it('the workbook has the plan, what is seen and lit, and every device with its place on the roads', async () => {
    const answer = await as('viewer').get(url('criterion-3'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/filename="tieu-chi-3-thon-thu-\d{4}-\d\d-\d\d\.xlsx"$/);
    const sheets = await cellsOf(answer.rawPayload);
    expect([...sheets.keys()]).toEqual([
      ...['Kế hoạch và thực tế', 'Độ phủ', 'Mức nhìn rõ', 'Đoạn tối', 'Khoảng cách đèn', 'Đèn hỏng', 'Camera', 'Đèn'],
    ]);
    const plan = sheets.get('Kế hoạch và thực tế')!;
    expect(plan.map(([what]) => what)).not.toContain('Camera của hộ gia đình');
    expect(plan.find(([what]) => what === 'Tiêu chí 3')?.at(-1)).toBe('Đạt');
    const [length, seen] = sheets.get('Độ phủ')!.slice(1);
    // The road of 400 m and the lane of 150 m.
    expect(length![1]).toBeCloseTo(550, 0);
    expect(seen![1]).toBeGreaterThan(5);
    const lit = sheets.get('Độ phủ')!.find(([what]) => what === 'Đường được chiếu sáng (m)')!;
    // 3 m beside the middle of the road, 15 m around the lamp, or twice its height.
    const reach = Math.min(20, 2 * aLamp(at(0, 0)).heightMeters!);
    expect(lit[1]).toBeCloseTo(2 * Math.sqrt(reach ** 2 - 9), 0);
    expect(sheets.get('Mức nhìn rõ')).toHaveLength(1 + 7 + 4);
    const dark = sheets.get('Đoạn tối')!.slice(1);
    expect(String(dark[0]![1])).toMatch(/^Đường chưa đặt tên, từ \d+ m đến \d+ m$/);
    expect(sheets.get('Đèn hỏng')![1]![1]).toBeCloseTo(lit[1] as number, 0);
    expect(
      sheets
        .get('Camera')!
        .slice(1, 2)
        .map((row) => row.slice(2, 6)),
    ).toEqual([['Đang dùng', 'Xã', 'Đường chưa đặt tên', expect.closeTo(150, 0)]]);
    expect(
      sheets
        .get('Đèn')!
        .slice(1, 3)
        .map(([, state]) => state),
    ).toEqual(['Đang dùng', 'Hỏng']);
  });

  it('what everybody may have knows no camera of a household, whoever asks', async () => {
    for (const role of ['viewer', 'telecom', 'head', 'officer', 'admin'] as const) {
      const geojson = await as(role).get(url('coverage'));
      expect([role, geojson.headers['content-type']]).toEqual([role, 'application/geo+json; charset=utf-8']);
      const { features } = geojson.json<{ features: { id: string; geometry: { type: string } }[] }>();
      expect(features.map(({ id }) => id)).toContain(ids.communeCamera);
      expect(new Set(features.map(({ geometry }) => geometry.type))).toEqual(new Set(['Point']));
      const sheets = JSON.stringify([...(await cellsOf((await as(role).get(url('criterion-3'))).rawPayload))]);
      const pages = (await pagesOf((await as(role).get(url('coverage-map'))).rawPayload)).join(' ');
      for (const content of [geojson.body, sheets, pages]) {
        for (const word of [ids.householdCamera, 'nhà ông Thử', '2022-09-20', '20/09/2022', 'household', 'consent']) {
          expect([role, content.includes(word)]).toEqual([role, false]);
        }
      }
      for (const word of ['facingDegrees', 'horizontalDegrees', 'nightRangeMeters']) {
        expect([role, geojson.body.includes(word)]).toEqual([role, false]);
      }
    }
  });

  it('the map is one sheet with its scale, figures and legend, and says that the village is made up', async () => {
    const answer = await as('telecom').get(url('coverage-map', '?planned=yes&density=125&dark=30'));
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pages = await pagesOf(answer.rawPayload);
    expect(pages).toHaveLength(1);
    for (const words of [
      ...['BẢN ĐỒ CAMERA VÀ ĐÈN CHIẾU SÁNG', 'trên giấy A3', 'Bắc', 'Chú giải', 'DỮ LIỆU MINH HOẠ'],
      ...['từ 125 điểm ảnh trên mét (nhận ra người quen)', 'Đoạn tối dài hơn 30 m', 'Tiêu chí 3: đạt'],
    ]) {
      expect(pages[0]!.replace(/\s+/g, ' ')).toContain(words);
    }
  });

  it('on the map for everybody cameras are points; in full it shows what they see, and still no household’s', async () => {
    const wordsOf = async (content: Buffer) => (await pagesOf(content)).join(' ').replace(/\s+/g, ' ');
    const forAll = await wordsOf((await as('officer').get(url('coverage-map'))).rawPayload);
    const answer = await as('officer').post(fullUrl, { ...full, contents: 'coverage-map' });
    expect(answer.statusCode).toBe(200);
    const inFull = await wordsOf(answer.rawPayload);
    for (const words of ['mũi chỉ hướng nhìn', 'Vùng camera nhìn thấy']) {
      expect([words, forAll.includes(words), inFull.includes(words)]).toEqual([words, false, true]);
    }
    expect((await log())[0]).toMatchObject({ contents: 'coverage-map', variant: 'full', rowCount: 3 });
    expect(inFull).toContain('Không kể camera của hộ gia đình');
  });

  it('in full for the commune, with a purpose: household cameras, optics, ground seen, road seen, lit and dark', async () => {
    const answer = await as('officer').post(fullUrl, full);
    expect(answer.statusCode).toBe(200);
    type Feature = { id?: string; geometry: { type: string }; properties: Record<string, unknown> };
    const { features } = answer.json<{ features: Feature[] }>();
    const kinds = new Set(features.map(({ properties }) => properties.kind));
    expect(kinds).toEqual(new Set(['camera', 'lamp', 'view', 'seen', 'lit', 'dark']));
    const own = features.find(({ id }) => id === ids.householdCamera)!;
    expect(own.properties).toMatchObject({
      owner: 'household',
      consentOn: '2022-09-20',
      heightMeters: expect.any(Number),
    });
    const sheets = await cellsOf((await as('admin').post(fullUrl, { ...full, contents: 'criterion-3' })).rawPayload);
    expect(sheets.get('Camera')!.flat()).toContain('20/09/2022');
    expect(sheets.get('Kế hoạch và thực tế')!.map(([what]) => what)).toContain('Camera của hộ gia đình');
  });

  it('others may not have it, nor anyone without a purpose; then nothing is recorded', async () => {
    const before = (await log()).length;
    for (const role of ['head', 'telecom', 'viewer'] as const) {
      const answer = await as(role).post(fullUrl, full);
      expect([role, answer.statusCode, answer.json().error.code]).toEqual([role, 403, 'forbidden']);
    }
    for (const wrong of [
      ...[{ purpose: ' ' }, { recipient: '' }, { contents: 'households' }, { density: '30' }, { dark: 0 }],
    ]) {
      const answer = await as('officer').post(fullUrl, { ...full, ...wrong });
      expect([wrong, answer.statusCode, answer.json().error.code]).toEqual([wrong, 400, 'invalid-input']);
    }
    for (const wrong of ['?density=1', '?planned=maybe', '?dark=x', '?variant=full']) {
      expect([wrong, (await as('officer').get(url('coverage', wrong))).statusCode]).toEqual([wrong, 400]);
    }
    expect((await as('officer').get(url('households'))).statusCode).toBe(400);
    const elsewhere = `/api/villages/${idOf(77)}/coverage/files/coverage`;
    expect((await as('viewer').get(elsewhere)).statusCode).toBe(403);
    expect(await log()).toHaveLength(before);
  });

  it('every file has its line in the log, and none changes a record', async () => {
    const before = await stored();
    const map = await as('viewer').get(url('coverage-map'));
    const all = await as('officer').post(fullUrl, full);
    const [last, first] = await log();
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    const { purpose, recipient } = full;
    expect(last).toMatchObject({
      ...{ contents: 'coverage', format: 'geojson', variant: 'full', purpose, recipient, rowCount: 4 },
      ...{ by: account('officer').displayName, sha256: hash(all.rawPayload) },
    });
    expect(first).toMatchObject({
      ...{ contents: 'coverage-map', format: 'pdf', variant: 'public', purpose: null, rowCount: 3 },
      ...{ by: account('viewer').displayName, sha256: hash(map.rawPayload) },
    });
    expect((await log('viewer'))[0]).toMatchObject({ purpose: null, recipient: null });
    expect(await stored()).toBe(before);
  });
});
