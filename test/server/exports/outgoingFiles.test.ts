import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createOutgoingFiles,
  defaultOutgoingLimits,
  type FileWriter,
  type OutgoingFiles,
} from '../../../server/exports/outgoingFiles.ts';
import { idOf } from '../../domain/builders.ts';

const [villageId, accountId] = [idOf(1), idOf(2)];
const piece = Buffer.alloc(1000, 'x');

let files: OutgoingFiles | null = null;
afterEach(async () => {
  await files?.close();
  files = null;
});

function started(limits: Partial<typeof defaultOutgoingLimits> = {}) {
  const failures: unknown[] = [];
  const made = createOutgoingFiles({
    clock: () => new Date(),
    limits: { ...defaultOutgoingLimits, ...limits },
    failure: (error) => failures.push(error),
  });
  files = made;
  const begin = (number: number, writer: Partial<FileWriter>) =>
    made.begin(
      { id: idOf(number), villageId, accountId, fileName: 'a.csv', contentType: 'text/csv', rowCount: 10 },
      { write: () => pieces(3), written: async () => undefined, ...writer },
    );
  return { made, begin, failures };
}

/** `between` is waited for before each but the first. */
async function* pieces(count: number, between: () => Promise<unknown> = async () => undefined) {
  for (let n = 0; n < count; n += 1) {
    if (n > 0) await between();
    yield piece;
  }
}

describe('a file on its way out', () => {
  it('can be taken once it is in the log, which knows its sum', async () => {
    const { made, begin } = started();
    const logged: object[] = [];
    let stateWhenLogged = '';
    const file = await begin(10, {
      async *write(progress) {
        yield* pieces(3);
        progress(30);
      },
      written: async (written) => {
        stateWhenLogged = file.state;
        logged.push(written);
      },
    });
    await made.settled(file, 5000);
    const content = readFileSync(await made.placeOf(file));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(file).toMatchObject({ state: 'ready', bytes: 3000, writtenRows: 30, sha256 });
    expect([logged, stateWhenLogged]).toEqual([[{ rowCount: 30, sha256 }], 'writing']);
  });

  it('that is given up on the way is in no log, and nothing of it stays', async () => {
    const { made, begin } = started();
    let logged = 0;
    let isEnded = false;
    const file = await begin(11, {
      async *write() {
        try {
          yield* pieces(1000, () => wait(5));
        } finally {
          isEnded = true;
        }
      },
      written: async () => void (logged += 1),
    });
    while (file.bytes === 0) await wait(2);
    const place = await made.placeOf(file);
    await made.remove(file);
    const next = await begin(12, {});
    await made.settled(next, 5000);
    expect([next.state, isEnded, logged, existsSync(place)]).toEqual(['ready', true, 0, false]);
    expect(made.list(villageId, accountId).map(({ id }) => id)).toEqual([idOf(12)]);
  });

  it('that cannot be written, or not entered in the log, is not there to be taken', async () => {
    const { made, begin, failures } = started();
    const broken = async () => Promise.reject(new Error('gone'));
    const first = await begin(13, { write: () => pieces(2, broken) });
    const second = await begin(14, { written: broken });
    await made.settled(second, 5000);
    expect([first.state, second.state, first.sha256, second.sha256]).toEqual(['failed', 'failed', null, null]);
    expect(failures).toHaveLength(2);
    expect(existsSync(await made.placeOf(first))).toBe(false);
  });

  it('stops at what all of them may hold', async () => {
    const { made, begin } = started({ bytes: 2500 });
    const file = await begin(15, {});
    await made.settled(file, 5000);
    expect(file.state).toBe('no-room');
    expect(existsSync(await made.placeOf(file))).toBe(false);
  });

  it('of one account: the oldest that is done makes room, none that is being written', async () => {
    const { made, begin } = started({ perAccount: 2 });
    const done = await begin(16, {});
    await made.settled(done, 5000);
    await begin(17, { write: () => pieces(1000, () => wait(5)) });
    const waiting = await begin(18, {});
    expect(made.list(villageId, accountId).map(({ id }) => id)).toEqual([idOf(18), idOf(17)]);
    expect(waiting.state).toBe('waiting');
    await expect(begin(19, {})).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('leaves nothing behind when the server ends', async () => {
    const { made, begin } = started();
    const file = await begin(20, {});
    await made.settled(file, 5000);
    const folder = dirname(await made.placeOf(file));
    await made.close();
    expect(existsSync(folder)).toBe(false);
  });
});
