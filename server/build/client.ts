/** The web client, built into dist/web/ and compressed once for all readers. */
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LaunchError } from '../errors.ts';
import { BuildFailed, buildWhenChanged, filesUnder } from './whenChanged.mjs';

export async function buildClient(projectFolder: string, say: (line: string) => void): Promise<string> {
  const build = {
    name: 'web',
    inputs: ['web', 'domain', 'vite.config.ts', 'package-lock.json'],
    flags: [],
    saying: 'Đang dựng giao diện web (chỉ lần đầu và khi mã nguồn đổi)…',
    finish: compressFolder,
  } as const;
  try {
    return await buildWhenChanged(projectFolder, build, say);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    throw new LaunchError(
      'build-failed',
      'Không dựng được giao diện web (vite build báo lỗi ở trên). Thử lại sau khi chạy: npm ci',
    );
  }
}

const compressible = /\.(html|js|mjs|css|json|svg|webmanifest|txt|wasm|map)$/;

async function compressFolder(folder: string): Promise<void> {
  const files = (await filesUnder(folder)).filter((file) => compressible.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length < 1024) return;
      const [brotlied, gzipped] = await Promise.all([brotli(content), gzipAsync(content, { level: 9 })]);
      await Promise.all([writeFile(`${file}.br`, brotlied), writeFile(`${file}.gz`, gzipped)]);
    }),
  );
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);
/** Quality 10 takes a third of the time of 11 for about one per cent more bytes. */
const brotli = (content: Buffer) =>
  brotliAsync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
