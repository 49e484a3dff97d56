import { afterAll, expect, it } from 'vitest';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { loadWorld } from '../../server/db/villages.ts';
import { defaultLimits } from '../../server/services.ts';
import { describeDatabases } from '../databases.ts';
import { ids, newId, useApp, villageId } from './harness.ts';

describeDatabases('the public page of a house', (context) => {
  const clock = { offset: 0 };
  const limits = { ...defaultLimits, housePagesPerAddress: { max: 20, milliseconds: 60_000 } };
  const { app, as } = useApp(context, { limits, trustProxy: true, clock: () => new Date(Date.now() + clock.offset) });
  afterAll(() => void (clock.offset = 0));
  const world = () => loadWorld(context.database().db, villageId);
  const open = (code: string, address = '10.0.0.1') =>
    app().inject({ url: `/so-nha/${code}`, headers: { 'x-forwarded-for': address } });
  const codes = { issued: '', draft: '' };

  it('a house is issued its address, another keeps a draft', async () => {
    await as('head').edit('road.name', { id: ids.road, name: 'Đường Đền Hàn' }, { basis: { [ids.road]: 1 } });
    const { digest } = planNumbering(await world(), null, newId());
    expect((await as('head').edit('numbering.apply', { roadIds: null, digest })).statusCode).toBe(200);
    const drafts = [...(await world()).address.values()];
    const chosen = drafts.find(({ houseId }) => houseId === ids.house)!;
    const decision = {
      id: newId(),
      number: '15/QĐ-UBND',
      date: '2022-10-10',
      signatory: 'Chủ tịch',
      scope: 'Thôn Thử',
    };
    const basis = { [chosen.id]: chosen.version };
    const issued = await as('officer').edit('address.issue', { addressIds: [chosen.id], decision }, { basis });
    expect(issued.statusCode).toBe(200);
    codes.issued = chosen.plusCode;
    codes.draft = drafts.find(({ houseId }) => houseId === ids.otherHouse)!.plusCode;
  });

  it('says the whole address and its Plus Code to anyone, with or without the plus sign', async () => {
    for (const code of [
      codes.issued,
      codes.issued.replace('+', ''),
      codes.issued.toLowerCase(),
      encodeURIComponent(codes.issued),
    ]) {
      const answer = await open(code);
      expect([code, answer.statusCode]).toEqual([code, 200]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toMatch(/Số \d+/);
      expect(answer.body).toContain('đường Đền Hàn, thôn Thử, xã Tống Sơn');
      expect(answer.body).toContain(codes.issued);
      expect(answer.body).toContain('Dữ liệu minh hoạ');
    }
  });

  it('says nothing of people and no coordinates', async () => {
    const { body } = await open(codes.issued);
    for (const word of ['Nguyễn Văn Thử', '0900000001', '105.78', '19.97', ids.house]) expect(body).not.toContain(word);
  });

  it('an unknown code, a draft and no code at all read the same', async () => {
    const answers = await Promise.all([open(codes.draft), open('7PG7XQCQ222'), open('xin-chao'), open('%3Cb%3E')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0].body).toContain('Không có địa chỉ này');
  });

  it('a number withdrawn is gone from it', async () => {
    const address = [...(await world()).address.values()].find(({ plusCode }) => plusCode === codes.issued)!;
    const decision = {
      id: newId(),
      number: '16/QĐ-UBND',
      date: '2022-11-10',
      signatory: 'Chủ tịch',
      scope: 'Thôn Thử',
    };
    const input = { addressIds: [address.id], decision, reason: 'Nhà đã phá' };
    const retired = await as('officer').edit('address.retire', input, { basis: { [address.id]: address.version } });
    expect(retired.statusCode).toBe(200);
    expect((await open(codes.issued)).body).toBe((await open('7PG7XQCQ222')).body);
  });

  it('may load nothing but its own style, and is kept by nobody', async () => {
    const { headers, body } = await open('7PG7XQCQ222');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(policy).not.toMatch(/script|unsafe|self/);
    expect(body).not.toMatch(/<script|src=|href=/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  });

  it('who opens too many is asked to wait, others are not', async () => {
    for (let i = 0; i < 20; i += 1) await open('7PG7XQCQ222', '10.0.0.2');
    const refused = await open('7PG7XQCQ222', '10.0.0.2');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBeDefined();
    expect((await open('7PG7XQCQ222', '10.0.0.3')).statusCode).toBe(404);
  });
});
