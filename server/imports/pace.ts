/** So many bytes a second and no more, whoever they belong to: what arrives faster waits with its sender. */
import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when this many bytes may pass; those who ask take turns as they come. */
export type Pace = (bytes: number) => Promise<void>;

interface Clock {
  /** Milliseconds, never going back. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const realClock: Clock = { now: () => performance.now(), wait: (milliseconds) => wait(milliseconds) };

export function createPace(bytesPerSecond: number, clock: Clock = realClock): Pace {
  /** When all that was let pass is through. */
  let free = 0;
  return async (bytes) => {
    const now = clock.now();
    const begins = Math.max(free, now);
    free = begins + (bytes / bytesPerSecond) * 1000;
    if (begins > now) await clock.wait(begins - now);
  };
}
