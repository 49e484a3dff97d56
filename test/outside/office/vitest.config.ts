import { defineConfig } from 'vitest/config';

/** LibreOffice (Debian: libreoffice-calc-nogui) opens what we write and we read what it saves: a command of its own. */
export default defineConfig({
  test: { include: ['test/outside/office/*.spec.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
