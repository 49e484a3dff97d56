import { svelte } from '@sveltejs/vite-plugin-svelte';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>;

/** What holds the state of a page open in a browser: each file has a page of its own. */
const ownPage = [
  'test/web/{state,sync}/**/*.test.ts',
  'test/web/tools/{foresight,session}.test.ts',
  'test/web/panels/forgetVillage.test.ts',
];

/** With the compiler of the interface; tests find all texts here, as a page that has settled does. */
const ofPage = (test: ProjectConfig) => ({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: { setupFiles: './test/web/allTexts.ts', testTimeout: 20_000, sequence: { groupOrder: 0 }, ...test },
});

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
      ofPage({
        name: 'web',
        include: ['test/web/**/*.test.ts'],
        exclude: ['test/web/**/*.svelte.test.ts', ...ownPage],
        isolate: false,
      }),
      ofPage({ name: 'page', include: ownPage, exclude: ['test/web/**/*.svelte.test.ts'] }),
      ofPage({
        name: 'effects',
        include: ['test/web/**/*.svelte.test.ts'],
        environment: './test/web/clientEnvironment.ts',
      }),
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
          // Other programs are started: they read what we write, and write what we read.
          name: 'outside',
          include: ['test/outside/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
