/** A stream with nothing to tell still shows the page that it is alive, and reads the log on its own. */
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heartbeatMilliseconds, streamChanges } from '../../server/changeStream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says at every heartbeat that it is there, and finds a change whose notice got lost', async () => {
  const response = Object.assign(new PassThrough(), { writeHead: () => undefined });
  const log: { readonly sequence: number }[] = [];
  const stream = streamChanges(response as unknown as ServerResponse, 4, {
    entriesAfter: async (sequence) => log.filter((entry) => entry.sequence > sequence),
    onWake: () => () => undefined,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  const heard = () => String(response.read() ?? '');
  await vi.advanceTimersByTimeAsync(heartbeatMilliseconds - 1);
  expect(heard()).toBe('retry: 1000\n\n');
  await vi.advanceTimersByTimeAsync(1);
  expect(heard()).toBe('event: alive\ndata: 1\n\n');
  log.push({ sequence: 5 });
  await vi.advanceTimersByTimeAsync(heartbeatMilliseconds);
  expect(heard()).toBe('event: alive\ndata: 1\n\nid: 5\nevent: change\ndata: {"sequence":5}\n\n');
  stream.end();
});
