import { svelte } from '@sveltejs/vite-plugin-svelte';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What holds the state of a page open in a browser: each file has a page of its own. */
const ownPage = [
  'test/web/{state,sync}/**/*.test.ts',
  'test/web/tools/{foresight,session}.test.ts',
  'test/web/panels/forgetVillage.test.ts',
];

/** Tests of a page find all texts here, as a page that has settled does. */
const setupFiles = './test/web/allTexts.ts';

/** Fast rules first, then the real databases, then the real browser: what runs together never fights for the cores. */
export default defineConfig({
  test: {
    // Both cores of a small machine: left to itself the runner keeps one of two free.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/*.test.ts', 'test/{domain,data}/**/*.test.ts'],
          // Here and below: loading what shares no state anew for each file takes longer than testing it.
          isolate: false,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'web',
          setupFiles,
          include: ['test/web/**/*.test.ts'],
          exclude: ['test/web/**/*.svelte.test.ts', ...ownPage],
          isolate: false,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'page',
          setupFiles,
          include: ownPage,
          exclude: ['test/web/**/*.svelte.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'effects',
          setupFiles,
          include: ['test/web/**/*.svelte.test.ts'],
          environment: './test/web/clientEnvironment.ts',
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: 'test/postgresOfRun.ts',
          isolate: false,
          // Each process compiles the embedded database anew: optimising it takes longer there than it saves.
          execArgv: ['--liftoff-only'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
