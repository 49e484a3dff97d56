// @ts-check
/**
 * What Vite builds is built again only when what it is made of has changed. Plain JavaScript: it runs before there is
 * anything that understands TypeScript.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * @typedef {object} Build
 * @property {'web' | 'server'} name Of the folder below dist/.
 * @property {readonly string[]} inputs What it is made of, relative to the project.
 * @property {readonly string[]} flags For `vite build`.
 * @property {string} saying What is said while it is built.
 * @property {(folder: string) => Promise<void>} [finish] What is done to the built folder before it is put in place.
 */

/** Holds the hash of the inputs of the build beside it. */
const stampName = '.build-inputs';

/**
 * The folder of the finished build. Builds beside its place and moves it there when whole, so that what is in place was
 * always complete.
 * @param {string} projectFolder
 * @param {Build} build
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function buildWhenChanged(projectFolder, { name, inputs, flags, saying, finish }, say) {
  const folder = join(projectFolder, 'dist', name);
  const hash = await hashOfInputs(projectFolder, inputs);
  if ((await stampOf(folder)) === hash) return folder;
  say(saying);
  const started = performance.now();
  const draft = `${folder}.${process.pid}`;
  try {
    await runVite(projectFolder, ['build', ...flags, '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn']);
    await finish?.(draft);
    await writeFile(join(draft, stampName), hash);
    await putInPlace(draft, folder, hash);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  say(`Xong trong ${((performance.now() - started) / 1000).toFixed(1).replace('.', ',')} giây.`);
  return folder;
}

/** @param {string} folder */
const stampOf = (folder) => readFile(join(folder, stampName), 'utf8').catch(() => '');

/**
 * Another process may have built the same meanwhile, and be reading it already: then that one stays.
 * @param {string} draft
 * @param {string} folder
 * @param {string} hash
 */
async function putInPlace(draft, folder, hash) {
  const moved = await rename(draft, folder).then(
    () => true,
    () => false,
  );
  if (moved || (await stampOf(folder)) === hash) return;
  const old = `${draft}.old`;
  await rename(folder, old);
  await rename(draft, folder);
  await rm(old, { recursive: true, force: true });
}

/**
 * Over names and contents: the same wherever and whenever the project was checked out.
 * @param {string} projectFolder
 * @param {readonly string[]} inputs
 * @returns {Promise<string>}
 */
export async function hashOfInputs(projectFolder, inputs) {
  const files = (await Promise.all(inputs.map((input) => filesUnder(join(projectFolder, input))))).flat().sort();
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(file)));
  contents.forEach((content, index) => {
    const name = relative(projectFolder, /** @type {string} */ (files[index]));
    hash.update(`${name.split(sep).join('/')}\n${content.length}\n`).update(content);
  });
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
export async function filesUnder(path) {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return [];
  if (facts.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Vite ended with an error; what it said is on the terminal. */
export class BuildFailed extends Error {}

/**
 * In a process of its own: a build needs much memory once, the server should not keep it.
 * @param {string} projectFolder
 * @param {readonly string[]} args
 */
async function runVite(projectFolder, args) {
  const child = spawn(process.execPath, [join(projectFolder, 'node_modules/vite/bin/vite.js'), ...args], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const stop = () => void child.kill();
  process.once('exit', stop);
  const exitCode = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  process.off('exit', stop);
  if (exitCode === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new BuildFailed('vite build failed');
}
