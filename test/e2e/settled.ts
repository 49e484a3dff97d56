/** Waiting for what must become so, and what a test leaves behind. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { mapCanvas } from '../mapOnPage.ts';

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Asks again until the answer is something; @throws after 20 s. */
export async function settled<T>(ask: () => Promise<T>, everyMilliseconds = 100): Promise<Truthy<T>> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Truthy<T>;
    if (performance.now() > deadline) throw new Error(`not so after 20 s: ${ask.toString()}`);
    await wait(everyMilliseconds);
  }
}

/** The records that were not there before, or nothing while there are none. */
export function newOnes<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [T, ...T[]] | null {
  const [first, ...others] = [...after].filter(([id]) => !before.has(id)).map(([, record]) => record);
  return first === undefined ? null : [first, ...others];
}

/** The time at which a text appears in a page's heading, by this machine's clock; @throws after 20 s. */
export async function sawWithin(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const look = () => {
          const headings = [...document.querySelectorAll('h2, h3')];
          if (headings.some(({ textContent }) => textContent.includes(wanted))) {
            watch.disconnect();
            resolve(Date.now());
          }
        };
        // Watched, not asked for: asking costs the time that is measured.
        const watch = new MutationObserver(look);
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
        setTimeout(() => reject(new Error(`no heading says "${wanted}"`)), 20_000);
      }),
    text,
  );
}

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'so-nha-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Panels come after the map, once the page has settled: then a dead network finds them there. */
export async function panelsFetched(page: Page): Promise<void> {
  await mapCanvas(page).waitFor();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('UnsentPanel')),
  );
}
