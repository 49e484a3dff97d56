import { defineConfig } from 'vitest/config';

/** Real places, read from outside the repository (REAL_DATA, by default ../shared/data): a command of their own. */
export default defineConfig({ test: { include: ['test/data/real/*.spec.ts'], testTimeout: 120_000 } });
