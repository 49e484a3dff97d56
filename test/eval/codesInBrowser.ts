/** The same in a real browser: the domain's code bundled and minified as the product's client is. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchBrowser } from '../browser.ts';
import type { Coded } from './codesOfPlaces.ts';

const entry = fileURLToPath(new URL('./codesOfPlaces.ts', import.meta.url));
const name = 'bundled';

export async function codesInBrowser(executablePath: string, seed: number, count: number): Promise<Coded> {
  const content = await bundle();
  const browser = await launchBrowser(executablePath);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    return await page.evaluate<Coded>(`${name}.codesOfPlaces(${seed}, ${count})`);
  } finally {
    await browser.close();
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry, name, formats: ['iife'], fileName: name } },
  });
  if (!Array.isArray(built)) throw new Error('one bundle was asked for');
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled');
  return chunk.code;
}
