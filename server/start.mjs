// @ts-check
/**
 * `npm start`: the server's TypeScript as JavaScript in dist/server/, made again when it has changed, then run. Loading
 * it file by file through a TypeScript loader would take a second of every start.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildFailed, buildWhenChanged } from './build/whenChanged.mjs';

const projectFolder = resolve(import.meta.dirname, '..');
const build = /** @type {const} */ ({
  name: 'server',
  inputs: ['server', 'domain', 'data/sample', 'vite.config.ts', 'package-lock.json'],
  flags: ['--ssr'],
  saying: 'Đang dựng máy chủ (chỉ lần đầu và khi mã nguồn đổi)…',
});

try {
  const folder = await buildWhenChanged(projectFolder, build, (line) => void process.stdout.write(`${line}\n`));
  await import(pathToFileURL(join(folder, 'main.js')).href);
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  process.stderr.write('Không dựng được máy chủ (vite build báo lỗi ở trên). Thử lại sau khi chạy: npm ci\n');
  process.exit(1);
}
