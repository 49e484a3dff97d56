/** Work in moments of rest is done in slices that nobody notices. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../../../web/state/idle.ts';

/** A clock that only work moves: on a busy machine a piece would take longer than its millisecond. */
let now = 0;

/** Pieces of a millisecond each, until there is no more time. */
function piecesIn(hasTime: () => boolean): number {
  let pieces = 0;
  do {
    now += 1;
    pieces += 1;
  } while (hasTime());
  return pieces;
}

/** A browser whose page rests for so long. */
function browserWith(deadline: IdleDeadline): void {
  vi.stubGlobal('requestIdleCallback', (work: IdleRequestCallback) => setTimeout(() => work(deadline), 0));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
}
const slice = (): Promise<number> => new Promise((done) => whenIdle((hasTime) => done(piecesIn(hasTime))));

describe('a slice of idle work', () => {
  beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is short however long the page rests', async () => {
    browserWith({ didTimeout: false, timeRemaining: () => 50 });
    const pieces = await slice();
    expect(pieces).toBeGreaterThan(1);
    expect(pieces).toBeLessThan(8);
  });

  it('is one piece where the page needs the time', async () => {
    browserWith({ didTimeout: false, timeRemaining: () => 3 });
    expect(await slice()).toBe(1);
  });

  it('goes on, by more than one piece, on a page that never rests', async () => {
    browserWith({ didTimeout: true, timeRemaining: () => 0 });
    expect(await slice()).toBeGreaterThan(1);
  });

  it('goes on, by more than one piece, in a browser without moments of rest', async () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    expect(await slice()).toBeGreaterThan(1);
  });
});
