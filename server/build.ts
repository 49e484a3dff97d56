/** Builds the web client into dist/ when what it is made of has changed, and compresses it once for all readers. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LaunchError } from './errors.ts';

/** What the client is made of, relative to the project. */
const inputs = ['web', 'domain', 'vite.config.ts', 'package-lock.json'];
/** Holds the hash of the inputs; written last, so that an interrupted build is built again. */
const stampName = '.build-inputs';

export async function buildClientWhenChanged(projectFolder: string, say: (line: string) => void): Promise<string> {
  const distFolder = join(projectFolder, 'dist');
  const stampFile = join(distFolder, stampName);
  const hash = await hashOfInputs(projectFolder);
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash) return distFolder;
  say('Đang dựng giao diện web (chỉ lần đầu và khi mã nguồn đổi)…');
  const started = performance.now();
  await runVite(projectFolder);
  await compressFolder(distFolder);
  await writeFile(stampFile, hash);
  say(`Đã dựng giao diện web trong ${seconds(performance.now() - started)} giây.`);
  return distFolder;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1).replace('.', ',');

export async function hashOfInputs(projectFolder: string): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => filesUnder(join(projectFolder, input))))).flat().sort();
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(file)));
  files.forEach((file, index) => {
    const content = contents[index] as Buffer;
    hash.update(`${relative(projectFolder, file).split(sep).join('/')}\n${content.length}\n`).update(content);
  });
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return [];
  if (facts.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** In a process of its own: a build needs much memory once, the server should not keep it. */
async function runVite(projectFolder: string): Promise<void> {
  const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const stop = () => child.kill();
  process.once('exit', stop);
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  process.off('exit', stop);
  if (exitCode === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new LaunchError(
    'build-failed',
    'Không dựng được giao diện web (vite build báo lỗi ở trên). Thử lại sau khi chạy: npm ci',
  );
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
