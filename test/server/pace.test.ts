import { expect, it } from 'vitest';
import { createPace } from '../../server/imports/pace.ts';

/** Time goes on only while somebody waits. */
function aClock() {
  let now = 0;
  const waiting: { until: number; go: () => void }[] = [];
  return {
    now: () => now,
    wait: (milliseconds: number) => new Promise<void>((go) => void waiting.push({ until: now + milliseconds, go })),
    /** To the moment at which the next of them may go on; whether there was one. */
    pass(): boolean {
      waiting.sort((a, b) => a.until - b.until);
      const next = waiting.shift();
      if (!next) return false;
      now = Math.max(now, next.until);
      next.go();
      return true;
    },
    rest: (milliseconds: number) => void (now += milliseconds),
  };
}

it('lets so many bytes a second pass, whoever they belong to, and each has his turn', async () => {
  const clock = aClock();
  const pace = createPace(1000, clock);
  const done: string[] = [];
  const send = async (who: string) => {
    for (let n = 0; n < 10; n += 1) {
      await pace(100);
      done.push(who);
    }
  };
  const all = Promise.all([send('a'), send('b')]);
  let isOver = false;
  void all.then(() => (isOver = true));
  while (!isOver) {
    await new Promise(setImmediate);
    clock.pass();
  }
  // 2000 bytes: the last of them begins when 1900 are through.
  expect(clock.now()).toBeCloseTo(1900);
  expect(done.filter((_, at) => at < 10).sort()).toEqual([...'aaaaabbbbb']);
});

it('saves nothing up while nobody sends: a pause gives no right to a burst', async () => {
  const clock = aClock();
  const pace = createPace(1000, clock);
  clock.rest(60_000);
  await pace(500);
  const second = pace(500);
  expect(clock.pass()).toBe(true);
  await second;
  expect(clock.now()).toBe(60_500);
});
