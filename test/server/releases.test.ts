import ExcelJS from 'exceljs';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import type { FileRow } from '../../domain/formats/files/fileFormat.ts';
import { matchAnswerColumns } from '../../domain/formats/imports/answerFields.ts';
import { answerInput } from '../../domain/formats/imports/answerInput.ts';
import { answerPreview, type AnswerAsked } from '../../domain/formats/imports/answerPreview.ts';
import { defaultProfile, vnpostProfile } from '../../domain/formats/releases/releaseProfile.ts';
import type { ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import { roles, type Role } from '../../domain/permissions.ts';
import { releaseById } from '../../server/db/releases.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { formatById, releaseFile } from '../../server/releases/releaseFile.ts';
import { describeDatabases } from '../databases.ts';
import { at, idOf } from '../domain/builders.ts';
import { readFile } from '../domain/formats/files/shapes/filesOfShapes.ts';
import { readGeoPackage } from '../domain/formats/files/shapes/geoPackageFiles.ts';
import { ids, newId, smallVillage, useApp, villageId } from './harness.ts';

const decision = { id: idOf(0x902), number: '5/QĐ-UBND', date: '2026-11-20', signatory: 'Lê Văn B', scope: 'Thôn Thử' };
const otherVillage = idOf(2);

describeDatabases('releases to the telecom', (context) => {
  const { as, database, makeVillage } = useApp(context);
  const url = `/api/villages/${villageId}/releases`;
  const world = () => loadWorld(database().db, villageId);
  const ask = (fields: object = {}) => ({
    ...{ id: newId(), villageIds: [villageId], purpose: 'Bàn giao', recipient: 'VNPT Hà Trung', profileId: 'default' },
    ...fields,
  });
  const make = (fields: object = {}, role: Role = 'officer') => as(role).post(url, ask(fields));
  const filesUrl = `/api/villages/${villageId}/release-files`;
  /** As it can be taken, or why not. */
  const file = async (releaseId: string, part: string, format: string, role: Role = 'telecom', more: object = {}) => {
    const asked = await as(role).post(filesUrl, { id: newId(), releaseId, part, format, ...more });
    if (asked.statusCode !== 201) return asked;
    const { id, state } = asked.json();
    if (state !== 'ready') throw new Error(`${format}: ${asked.body}`);
    return as(role).get(`${filesUrl}/${id}/content`);
  };
  const listed = async (role: Role = 'officer') => (await as(role).get(url)).json().releases;
  const edit = async (kind: Parameters<ReturnType<typeof as>['edit']>[0], input: object, id: string) => {
    const found = [...(await world()).house.values(), ...(await world()).address.values()].find((one) => one.id === id);
    const basis = found ? { [id]: found.version } : {};
    const answer = await as('officer').edit(kind, input as never, { basis });
    expect([kind, answer.statusCode, answer.body.slice(0, 300)]).toEqual([kind, 200, expect.anything()]);
  };
  let first = '';
  let firstCsv: Uint8Array = new Uint8Array();

  beforeAll(async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    const { digest } = planNumbering(await world(), null, newId());
    expect((await as('head').edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
  });

  it('nothing that is not issued goes out', async () => {
    expect((await make()).json().refusal.code).toBe('release-nothing-issued');
    const drafts = [...(await world()).address.values()].filter(({ houseId }) => houseId !== idOf(23));
    const basis = Object.fromEntries(drafts.map(({ id, version }) => [id, version]));
    const input = { addressIds: drafts.map(({ id }) => id), decision };
    expect((await as('officer').edit('address.issue', input, { basis })).statusCode).toBe(200);
  });

  it('is made once, however often it is asked for under one id', async () => {
    const request = ask();
    const answer = await as('officer').post(url, request);
    expect(answer.statusCode).toBe(200);
    const { release } = answer.json();
    expect(release).toMatchObject({ number: 1, rowCount: 2, recipient: 'VNPT Hà Trung', scope: { villageId } });
    expect(release.villages).toMatchObject([{ id: villageId, new: 2, changed: 0, retired: 0 }]);
    expect((await as('officer').post(url, request)).json().release).toEqual(release);
    expect((await as('officer').post(url, { ...request, purpose: 'Khác' })).json().error.code).toBe('edit-id-reused');
    expect(await listed()).toEqual([release]);
    first = release.id;
  });

  it('its sum is that of its CSV file, which names nobody', async () => {
    const answer = await file(first, 'whole', 'csv');
    expect(answer.headers['x-row-count']).toBe('2');
    expect(answer.headers['content-disposition']).toMatch(/filename="dot-1-thon-thu-\d{4}-\d\d-\d\d\.csv"/);
    firstCsv = answer.rawPayload;
    const funnel = (await as('viewer').get(`/api/villages/${villageId}/funnel`)).json();
    expect(funnel).toMatchObject({ coded: 2, released: 2, confirmed: 0, plated: 0, rejected: 0 });
    const [{ sha256 }] = await listed();
    expect(createHash('sha256').update(firstCsv).digest('hex')).toBe(sha256);
    expect(firstCsv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.body.trimEnd().split('\r\n')).toHaveLength(3);
    expect(answer.body).not.toMatch(/Nguyễn Văn Thử|0900000001/);
  });

  it('the same again is refused, but for another recipient', async () => {
    const again = await make({ recipient: 'vnpt hà trung' });
    expect(again.json().refusal).toMatchObject({ code: 'release-nothing-new', params: { number: 1 } });
    const other = await make({ recipient: 'Bưu điện Hà Trung', profileId: 'vnpost' });
    expect(other.json().release).toMatchObject({ number: 2, profile: { name: 'VNPost' } });
    const heading = vnpostProfile.columns.map((column) => column.heading).join(',');
    expect((await file(other.json().release.id, 'whole', 'csv')).body.split('\r\n')[0]).toBe(`\uFEFF${heading}`);
  });

  it('an open error on what would go out keeps it in, until it is accepted or mended', async () => {
    const ring = [at(-110, 8), at(-90, 8), at(-90, 20), at(-110, 20), at(-110, 8)];
    const footprint = { type: 'Polygon', coordinates: [ring] };
    await edit('house.reshape', { id: ids.house, footprint }, ids.house);
    const twin = {
      id: idOf(0x901),
      entrance: at(-98, 8),
      use: 'residential',
      state: 'standing',
      name: null,
      footprint,
    };
    await edit('house.draw', twin, twin.id);
    const { refusal } = (await make({ recipient: 'Ai đó' })).json();
    expect(refusal).toMatchObject({ code: 'release-errors-stand', params: { count: 1, village: 'Thôn Thử' } });
    expect((await as('officer').get(`${url}/next`)).json()).toMatchObject({ errorCount: 1, rowCount: 2 });
    expect((await as('head').get(`${url}/next`)).statusCode).toBe(403);
    expect([...refusal.recordIds].sort()).toEqual([ids.house, twin.id].sort());
    await edit('house.delete', { id: twin.id }, twin.id);
    expect(await listed()).toHaveLength(2);
  });

  it('the next one knows what has changed; the first stays as it was to the byte', async () => {
    const addresses = [...(await world()).address.values()];
    const drafted = addresses.find(({ state }) => state === 'draft')!;
    const input = { addressIds: [drafted.id], decision: { ...decision, id: newId() } };
    await edit('address.issue', input, drafted.id);
    await edit('house.update', { id: ids.otherHouse, changes: { use: 'business' } }, ids.otherHouse);
    const retiring = addresses.find(({ houseId }) => houseId === ids.house)!;
    await edit(
      'address.retire',
      { addressIds: [retiring.id], decision: { ...decision, id: newId() }, reason: 'Nhầm' },
      retiring.id,
    );
    const { release } = (await make()).json();
    expect(release.villages).toMatchObject([{ new: 1, changed: 1, retired: 1, rowCount: 2 }]);
    const changes = await file(release.id, 'changes', 'csv');
    expect(changes.headers['x-row-count']).toBe('3');
    const kinds = changes.body
      .split('\r\n')
      .slice(1, 4)
      .map((line) => line.split(',')[0]);
    expect(kinds).toEqual(['Mới', 'Đổi', 'Thu hồi']);
    expect(changes.body).toMatch(/\r\nĐổi,Loại nhà,/);
    expect((await file(first, 'whole', 'csv')).rawPayload).toEqual(firstCsv);
  });

  it('as a workbook: the list with a frozen heading and text cells, totals, and what the columns mean', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await file(first, 'whole', 'xlsx')).rawPayload as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Địa chỉ', 'Tổng hợp', 'Giải thích cột']);
    const [data, totals, meanings] = workbook.worksheets;
    expect(data!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(data!.getCell(2, 3).type).toBe(ExcelJS.ValueType.String);
    expect(totals!.getCell(2, 3).value).toBe(2);
    expect(meanings!.rowCount).toBe(data!.columnCount + 1);
  });

  it('what comes back of it is matched with what it told; one edit keeps it, one undo takes it away', async () => {
    const rows = (await as('telecom').get(`${url}/${first}/rows`)).json().rows as ReleaseRow[];
    expect(rows).toHaveLength(2);
    expect((await as('officer').get(`${url}/${newId()}/rows`)).statusCode).toBe(404);
    const columns = ['Mã nhà', 'Số nhà', 'Kết quả', 'Mã địa chỉ số quốc gia'];
    const file = rows.map(({ houseId, cells }, at): FileRow => {
      const said = at === 0 ? ['Đã tiếp nhận', '0440012345'] : ['Từ chối: trùng', null];
      return { row: at + 2, cells: [houseId, String(cells.number), ...said], geometry: null };
    });
    const asked: AnswerAsked = {
      ...{ system: 'vnpt', answeredOn: '2026-11-28', releaseNumber: 1, released: rows, chosen: new Map() },
    };
    const input = async () =>
      answerInput(answerPreview(await world(), file, matchAnswerColumns(columns), asked), asked, {
        ...{ source: 'tra-loi.xlsx', nextId: newId },
      });
    const read = await input();
    for (const role of ['head', 'telecom', 'viewer'] as const)
      expect((await as(role).edit('answer.import', read)).json().refusal.code).toBe('forbidden');
    const taken = await as('officer').edit('answer.import', read);
    expect(taken.statusCode).toBe(200);
    const kept = [...(await world()).platformAnswer.values()];
    expect(kept.map(({ verdict, reason }) => [verdict, reason]).sort()).toEqual([
      ['accepted', null],
      ['rejected', 'trùng'],
    ]);
    expect((await as('officer').edit('answer.import', await input())).json().refusal.code).toBe('nothing-changes');
    const { editId } = taken.json();
    expect((await as('officer').edit('change.revert', { editId })).statusCode).toBe(200);
    expect((await world()).platformAnswer.size + (await world()).externalCode.size).toBe(0);
  });

  it('every file has its line in the log', async () => {
    const { exports } = (await as('officer').get(`/api/villages/${villageId}/exports`)).json();
    expect(exports[0]).toMatchObject({
      ...{ contents: 'release', format: 'xlsx', by: 'Người telecom', rowCount: 2 },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      release: { number: 1, placeName: 'Thôn Thử', part: 'whole' },
    });
    const sums = exports.map(({ sha256 }: { sha256: string | null }) => sha256);
    expect(sums).toContain(createHash('sha256').update(firstCsv).digest('hex'));
  });

  it('who may: the commune makes, the telecom takes, the others see the list', async () => {
    for (const role of roles) {
      const makes = role === 'admin' || role === 'officer';
      const takes = makes || role === 'telecom';
      const made = await make({ recipient: `Nơi nhận ${role}` }, role);
      expect([role, made.statusCode]).toEqual([role, makes ? 200 : 403]);
      expect([role, (await file(first, 'whole', 'csv', role)).statusCode]).toEqual([role, takes ? 200 : 403]);
      const [last] = await listed(role);
      expect([role, last.mayTake, last.recipient === null]).toEqual([role, takes, !takes]);
    }
  });

  it('of several villages: numbered in the commune; whoever may not read them all cannot take it', async () => {
    await makeVillage(otherVillage, {
      roads: smallVillage().roads!.map((road, n) => ({ ...road, id: idOf(0x700 + n), parentRoadId: null })),
    });
    const villageIds = [villageId, otherVillage];
    expect((await make({ villageIds })).statusCode).toBe(403);
    const next = `/api/villages/${otherVillage}/releases/next`;
    expect((await as('officer').get(next)).statusCode).toBe(403);
    expect((await as('admin').get(next)).json()).toMatchObject({ rowCount: 0, errorCount: 0, new: 0 });
    const made = await make({ villageIds, recipient: 'Viễn thông' }, 'admin');
    expect(made.json().release).toMatchObject({ number: 1, scope: { communeCode: '15316' }, rowCount: 2 });
    const { id } = made.json().release;
    expect((await file(id, 'whole', 'csv', 'telecom')).statusCode).toBe(403);
    expect((await file(id, 'whole', 'csv', 'admin')).statusCode).toBe(200);
    expect((await listed('telecom'))[0]).toMatchObject({ id, mayTake: false });
    const elsewhere = { id: newId(), releaseId: id, part: 'whole', format: 'csv' };
    expect((await as('admin').post(`/api/villages/${idOf(3)}/release-files`, elsewhere)).statusCode).toBe(404);
  });

  it('a commune keeps its own columns; a release keeps those it was made with', async () => {
    const profiles = `/api/villages/${villageId}/release-profiles`;
    const own = {
      id: newId(),
      name: 'Mẫu VNPT',
      columns: [
        { key: 'number', heading: 'So' },
        { key: 'blank', heading: 'Ma KH' },
      ],
    };
    expect((await as('head').post(profiles, own)).statusCode).toBe(403);
    expect((await as('officer').post(profiles, { ...own, columns: [own.columns[1]] })).statusCode).toBe(400);
    expect((await as('officer').post(profiles, own)).json().profiles).toEqual([own]);
    const { release } = (await make({ profileId: own.id, recipient: 'Mẫu riêng' })).json();
    await as('officer').post(profiles, { ...own, columns: [{ key: 'road', heading: 'Duong' }] });
    expect((await file(release.id, 'whole', 'csv')).body.split('\r\n')[0]).toBe('\uFEFFSo,Ma KH');
    expect((await make({ profileId: newId(), recipient: 'x' })).json().refusal.code).toBe('release-profile-missing');
  });

  it('an old release can be taken in other columns, which the log names', async () => {
    const taken = await file(first, 'whole', 'csv', 'telecom', { profileId: 'vnpost' });
    expect(taken.body.split('\r\n')[0]).toContain('HouseNumber');
    expect(taken.body.split('\r\n')).toHaveLength(4);
    expect((await file(first, 'whole', 'csv', 'telecom', { profileId: newId() })).statusCode).toBe(404);
    expect((await file(first, 'whole', 'csv')).rawPayload).toEqual(firstCsv);
  });

  it('features from the database are those of the writer, to the byte', async () => {
    const release = (await releaseById(database().db, first))!;
    const pieces: Uint8Array[] = [];
    for await (const piece of releaseFile(database().db, release, 'whole', formatById('geojson')!)) pieces.push(piece);
    expect((await file(first, 'whole', 'geojson')).rawPayload).toEqual(Buffer.concat(pieces));
  });

  it('as a GeoPackage: the rows of the list at their places', async () => {
    expect((await as('telecom').get(url)).json().formats).toContain('geopackage');
    const taken = await file(first, 'whole', 'geopackage');
    expect(taken.headers['content-type']).toBe('application/geopackage+sqlite3');
    expect(taken.headers['content-disposition']).toMatch(/filename="dot-1-thon-thu-\d{4}-\d\d-\d\d\.gpkg"/);
    expect(taken.headers['x-row-count']).toBe('2');
    const { tables, notes } = await readGeoPackage(taken.rawPayload);
    const told = await readFile('geojson', (await file(first, 'whole', 'geojson')).rawPayload);
    expect(notes).toEqual([]);
    expect(tables.map(({ name, columns, rows }) => [name, columns, rows.length])).toEqual([
      ['Địa chỉ', defaultProfile.columns.map(({ heading }) => heading), 2],
    ]);
    expect(tables[0]!.rows).toEqual(told.tables[0]!.rows);
    const changes = await readGeoPackage((await file(first, 'changes', 'geopackage')).rawPayload);
    expect(changes.tables).toMatchObject([{ name: 'Thay đổi', rows: [{}, {}] }]);
  });

  it('a file is held for who asked, can be found again, and is gone when it is given up', async () => {
    const id = newId();
    const ask = { id, releaseId: first, part: 'whole', format: 'csv' };
    expect((await as('telecom').post(filesUrl, ask)).json()).toMatchObject({ id, state: 'ready', writtenRows: 2 });
    expect((await as('telecom').post(filesUrl, ask)).json()).toMatchObject({ id, bytes: firstCsv.length });
    expect((await as('officer').post(filesUrl, ask)).statusCode).toBe(409);
    expect((await as('officer').get(`${filesUrl}/${id}/content`)).statusCode).toBe(404);
    expect((await as('telecom').get(filesUrl)).json().files[0]).toMatchObject({ id, rowCount: 2 });
    expect((await as('telecom').remove(`${filesUrl}/${id}`)).statusCode).toBe(204);
    expect((await as('telecom').get(`${filesUrl}/${id}`)).statusCode).toBe(404);
  });

  it('the application may not change or delete what was handed over', async () => {
    for (const table of ['releases', 'release_villages', 'release_rows']) {
      for (const act of [sql`DELETE FROM ${sql.table(table)}`, sql`UPDATE ${sql.table(table)} SET village_id = NULL`]) {
        await expect(act.execute(database().db)).rejects.toThrow(/permission denied/);
      }
    }
  });
});
