/** What each file of these tests works on: the product with the sample village, a browser, and a way in over HTTP. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { World } from '../../domain/records/world.ts';
import { signIn, type ApiClient, type PerformedEdit } from '../apiClient.ts';
import { findBrowser, launchBrowser } from '../browser.ts';
import { newId } from '../domain/builders.ts';
import { copySample, startProduct, type Product } from '../product.ts';
import { personAt, type Person } from './person.ts';
import { temporaryFolder } from './settled.ts';
import { whatIsSeen } from './whatIsSeen.ts';

const browserPath = findBrowser();

/** One browser for all stories, each with contexts of its own: what it has compiled to draw a map, it keeps. */
let running: Promise<Browser> | undefined;

async function theBrowser(): Promise<Browser> {
  const before = await running;
  if (!before?.isConnected()) running = launchBrowser(browserPath ?? '');
  return running!;
}

/** There from the first `beforeAll` on. */
export interface Stage {
  readonly product: Product;
  readonly browser: Browser;
  /** Somebody signed in over HTTP, to prepare the village and to see what reached the server. */
  readonly api: ApiClient;
  readonly villageId: string;
  world(): Promise<World>;
  /** An edit as somebody else would do it: over HTTP. @throws when it is refused. */
  perform<K extends EditKind>(
    kind: K,
    input: InputOf<K>,
    basis?: Readonly<Record<string, number>>,
  ): Promise<PerformedEdit>;
  /** Somebody in front of a page that asks to sign in. */
  person(options: BrowserContextOptions): Promise<Person>;
  /** After the product was stopped or killed: the same folder and port. */
  startAgain(): Promise<void>;
}

/** Tests of one story, on a village of their own; `account` is who `api` is. */
export function describeInBrowser(title: string, account: string, body: (stage: Stage) => void): void {
  describe.skipIf(browserPath === null)(title, () => {
    const folder = temporaryFolder();
    let product: Product;
    let browser: Browser;
    let api: ApiClient;
    let failedAt: string | null = null;
    const people: Person[] = [];
    const stage: Stage = {
      get product() {
        return product;
      },
      get browser() {
        return browser;
      },
      get api() {
        return api;
      },
      get villageId() {
        return api.villages[0]?.id ?? '';
      },
      world: () => api.world(stage.villageId),
      perform: (kind, input, basis) => api.perform(stage.villageId, newId(), kind, input, basis),
      // Half the pixels each way: without a graphics card drawing the map takes longer than all else, and nobody looks.
      person: async (options) => {
        const deviceScaleFactor = options.isMobile ? 1 : 0.5;
        const person = await personAt(browser, product.url, { deviceScaleFactor, ...options });
        people.push(person);
        return person;
      },
      startAgain: async () => {
        product = await startProduct({
          dataFolder: folder.path,
          port: Number(new URL(product.url).port),
          isQuick: true,
        });
      },
    };

    beforeAll(async () => {
      await copySample(folder.path);
      product = await startProduct({ dataFolder: folder.path, isQuick: true });
      browser = await theBrowser();
      api = await signIn(product.url, account);
    });

    // What a story tells after it has broken off says nothing: it ends there, with what everybody had before them.
    beforeEach(({ task, skip, onTestFailed }) => {
      skip(failedAt !== null, `the story broke off at “${failedAt}”`);
      onTestFailed(async () => {
        failedAt = task.name;
        const seen = await Promise.all(people.map(whatIsSeen));
        // Said with the failure itself: where only the end of the output is kept, that is what is left of it.
        for (const error of task.result?.errors ?? []) error.message += `\n${seen.join('\n')}`;
      });
    });

    afterAll(async () => {
      await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
      await product?.stop();
      await folder.remove();
    });

    body(stage);
  });
}
