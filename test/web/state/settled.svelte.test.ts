/** A page settles after its map is drawn, however long that takes, but not never. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

async function page() {
  const [settled, { running }] = await Promise.all([
    import('../../../web/state/settled.svelte.ts'),
    import('./running.svelte.ts'),
  ]);
  const work = vi.fn();
  return { ...settled, ...running(() => settled.whenSettled(work)), work };
}

it('a map drawn late puts the rest off', async () => {
  const { mapIsDrawn, settle, stop, work } = await page();
  vi.advanceTimersByTime(12_000);
  expect(work).not.toHaveBeenCalled();
  mapIsDrawn();
  settle();
  vi.advanceTimersByTime(3_900);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(work).toHaveBeenCalledOnce();
  stop();
});

it('a map that is never drawn does not keep the rest away', async () => {
  const { stop, work } = await page();
  vi.advanceTimersByTime(20_000);
  expect(work).toHaveBeenCalledOnce();
  stop();
});
