import { get as httpGet, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { unsaidOfLamp } from '../../domain/records/lamp.ts';
import type { Role } from '../../domain/permissions.ts';
import { endSession } from '../../server/db/sessions.ts';
import type { FeedEntry } from '../../server/feed.ts';
import { describeDatabases } from '../databases.ts';
import { at } from '../domain/builders.ts';
import { newId, useApp, villageId } from './harness.ts';

const lamp = {
  place: at(10, 3),
  owner: 'village',
  state: 'existing',
  heightMeters: 7,
  powerWatts: null,
  ...unsaidOfLamp,
} as const;

interface Reader {
  readonly response: IncomingMessage;
  readonly entries: FeedEntry[];
  /** Of each event's id line. */
  readonly ids: number[];
  /** Waits for so many entries, at most two seconds. */
  until(count: number): Promise<FeedEntry[]>;
  readonly ended: () => boolean;
  leave(): void;
}

describeDatabases('changes as they happen', (context) => {
  const { app, as, cookie } = useApp(context);
  let port = 0;
  beforeAll(async () => {
    await app().listen({ port: 0, host: '127.0.0.1' });
    port = (app().server.address() as AddressInfo).port;
  });

  const addLamp = async (role: Role = 'head') =>
    (await as(role).edit('lamp.add', { id: newId(), ...lamp })).json<FeedEntry>();
  const current = async () => (await as('head').get(`/api/villages/${villageId}`)).json().sequence as number;

  async function read(role: Role, query: string, headers: Record<string, string> = {}): Promise<Reader> {
    const url = `http://127.0.0.1:${port}/api/villages/${villageId}/events${query}`;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpGet(url, { headers: { cookie: cookie(role), ...headers } }, resolve).on('error', reject);
    });
    const entries: FeedEntry[] = [];
    const eventIds: number[] = [];
    let text = '';
    let ended = false;
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks.filter((one) => one.includes('event: change'))) {
        eventIds.push(Number(/^id: (\d+)$/m.exec(block)?.[1]));
        entries.push(JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as FeedEntry);
      }
    });
    response.on('close', () => (ended = true)).on('error', () => (ended = true));
    const until = async (count: number) => {
      for (let waited = 0; entries.length < count && waited < 8000; waited += 10) await wait(10);
      return entries;
    };
    return { response, entries, ids: eventIds, until, ended: () => ended, leave: () => void response.destroy() };
  }

  it('another screen gets a change within a second, as it was answered', async () => {
    const reader = await read('officer', `?after=${await current()}`);
    expect(reader.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers['content-security-policy']).toContain("default-src 'none'");
    await addLamp(); // the first takes the compiling of its schema
    await reader.until(1);
    const started = performance.now();
    const done = await addLamp();
    const entries = await reader.until(2);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(entries[1]).toEqual(done);
    expect(reader.ids).toEqual(entries.map(({ sequence }) => sequence));
    reader.leave();
  });

  it('a reader that comes back gets what it missed, once, in order, while more is being done', async () => {
    const start = await current();
    const first = await read('officer', `?after=${start}`);
    await Promise.all([addLamp(), addLamp(), addLamp()]);
    const before = [...(await first.until(3))];
    first.leave();
    const doing = Promise.all(Array.from({ length: 12 }, () => addLamp()));
    const again = await read('officer', `?after=${start}`, { 'last-event-id': String(before.at(-1)!.sequence) });
    await doing;
    const after = await again.until(12);
    await wait(200);
    const sequences = [...before, ...after].map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 15 }, (_, n) => start + 1 + n));
    again.leave();
  });

  it('a hundred lost connections miss and repeat nothing', async () => {
    const start = await current();
    const got: number[] = [];
    const doing = (async () => {
      for (let n = 0; n < 25; n += 1) await addLamp();
    })();
    while (got.length < 25) {
      const reader = await read('head', `?after=${got.at(-1) ?? start}`);
      await reader.until(1);
      reader.leave();
      got.push(...reader.entries.map(({ sequence }) => sequence));
    }
    await doing;
    expect(got).toEqual(Array.from({ length: 25 }, (_, n) => start + 1 + n));
  });

  it('a reader without the right gets no person and no household camera, but every sequence', async () => {
    const reader = await read('viewer', '?after=0');
    const household = {
      id: newId(),
      houseId: null,
      ordinal: 8,
      headName: 'Phạm Thị Kín',
      phone: null,
      surveyAnswers: {},
    };
    await as('head').edit('household.add', household);
    const last = await current();
    const entries = await reader.until(last);
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
    expect(JSON.stringify(entries)).not.toContain('Phạm Thị Kín');
    expect(JSON.stringify(entries)).not.toContain('Nguyễn Văn Thử');
    expect(entries.at(-1)!.change).toEqual({ created: [], updated: [], deleted: [] });
    reader.leave();
  });

  it('a stream ends with the session that opened it', async () => {
    const reader = await read('telecom', `?after=${await current()}`);
    await endSession(context.database().db, cookie('telecom').split('=')[1]!);
    await addLamp();
    for (let waited = 0; !reader.ended() && waited < 5000; waited += 20) await wait(20);
    expect([reader.ended(), reader.entries]).toEqual([true, []]);
  });

  it('without a place to begin it begins now; a malformed one is refused', async () => {
    const reader = await read('officer', '');
    await wait(100);
    const done = await addLamp();
    expect(await reader.until(1)).toEqual([done]);
    reader.leave();
    expect((await as('officer').get(`/api/villages/${villageId}/events?after=-1`)).json().error.code).toBe(
      'invalid-input',
    );
  });

  it('the history gives pages, newest first', async () => {
    const page = async (query: string) =>
      ((await as('officer').get(`/api/villages/${villageId}/changes${query}`)).json().entries as FeedEntry[]).map(
        ({ sequence }) => sequence,
      );
    const last = await current();
    expect(await page('?limit=3')).toEqual([last, last - 1, last - 2]);
    expect(await page(`?limit=2&before=${last - 2}`)).toEqual([last - 3, last - 4]);
    expect((await page('')).length).toBe(Math.min(50, last));
    expect((await as('officer').get(`/api/villages/${villageId}/changes?limit=0`)).statusCode).toBe(400);
    expect((await as('officer').get(`/api/villages/${villageId}/changes?limit=5&x=1`)).statusCode).toBe(400);
  });

  it('a line of the history carries the first records of a long change; the whole comes by its edit', async () => {
    const path = `/api/villages/${villageId}/changes`;
    const { entries } = (await as('officer').get(`${path}?subject=village`)).json();
    const imported = entries.find(({ kind }: { kind: string }) => kind === 'village.import');
    expect([imported.change.created.length, imported.touched]).toEqual([6, 8]);
    const whole = (await as('officer').get(`${path}/${imported.editId}`)).json();
    expect(whole.change.created).toHaveLength(8);
    expect(whole.change.created.slice(0, 6)).toEqual(imported.change.created);
    expect((await as('officer').get(`${path}/${newId()}`)).statusCode).toBe(404);
    expect((await as('officer').get(`${path}?subject=a%27b`)).statusCode).toBe(400);
  });

  it('the history says which edit an undo took back, and who has changed something', async () => {
    const done = await addLamp();
    const undone = (await as('officer').edit('change.revert', { editId: done.editId })).json();
    expect([done.reverts, undone.reverts]).toEqual([null, done.editId]);
    const { entries } = (await as('officer').get(`/api/villages/${villageId}/changes?subject=change&limit=1`)).json();
    expect(entries[0]).toEqual({ ...undone, touched: 1 });
    const { authors } = (await as('officer').get(`/api/villages/${villageId}/changes/authors`)).json();
    expect(authors).toContainEqual(undone.author);
    const own = await as('officer').get(`/api/villages/${villageId}/changes?limit=200&author=${undone.author.id}`);
    expect(new Set(own.json().entries.map((entry: FeedEntry) => entry.author.id))).toEqual(new Set([undone.author.id]));
  });

  it('stopping the server ends its streams at once', async () => {
    const reader = await read('officer', '?after=0');
    const started = performance.now();
    await app().close();
    expect(performance.now() - started).toBeLessThan(2000);
    for (let waited = 0; !reader.ended() && waited < 1000; waited += 20) await wait(20);
    expect(reader.ended()).toBe(true);
  });
});
