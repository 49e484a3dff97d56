import { defineConfig } from 'vitest/config';

/** Tests on data that is not ours to ship, read from outside the repository (REAL_DATA, by default ../shared/data). */
export default defineConfig({ test: { include: ['test/{data,domain}/**/*.spec.ts'], testTimeout: 120_000 } });
