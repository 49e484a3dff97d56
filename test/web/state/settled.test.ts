/** A page settles after its map is drawn, however long that takes, but not never. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

async function page() {
  const settled = await import('../../../web/state/settled.svelte.ts');
  const work = vi.fn();
  return { ...settled, work };
}

it('a map drawn late puts the rest off', async () => {
  const { mapIsDrawn, whenSettled, work } = await page();
  const stop = whenSettled(work);
  vi.advanceTimersByTime(12_000);
  expect(work).not.toHaveBeenCalled();
  mapIsDrawn();
  // As an effect does that has read it.
  stop();
  whenSettled(work);
  vi.advanceTimersByTime(3_900);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(work).toHaveBeenCalledOnce();
});

it('a map that is never drawn does not keep the rest away', async () => {
  const { whenSettled, work } = await page();
  whenSettled(work);
  vi.advanceTimersByTime(20_000);
  expect(work).toHaveBeenCalledOnce();
});
