/** The page starts with some of the texts, and the others follow. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeEach, expect, it, vi as vitest } from 'vitest';
import { viLater } from '../../../web/i18n/viLater.ts';
import { viStart } from '../../../web/i18n/viStart.ts';

const web = join(import.meta.dirname, '../../../web');

/** What the page consists of when a village opens: all that these import, and what that imports. */
const firstParts = ['main.ts', 'map/MapView.svelte', 'panels/RoadsPanel.svelte'];
const importing = /^\s*(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)'/gm;

function sourcesFrom(files: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = files.map((file) => join(web, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !/\.(ts|svelte)$/.test(file)) continue;
    const source = readFileSync(file, 'utf8');
    found.set(file, source);
    for (const [, path] of source.matchAll(importing)) waiting.push(join(dirname(file), path!));
  }
  return found;
}

/** Told once a panel has been used: whoever reads them has waited for its texts. */
const afterPanel = [
  /^next\.accepted\./,
  /^signPlan\.accepted$/,
  /^checks\.(fixed|acceptedDone|withdrawn)$/,
  /^(fix|check)\./,
];

it('what the page shows before a panel but the first is fetched has its texts from the start', () => {
  const sources = sourcesFrom(firstParts);
  expect(sources.size).toBeGreaterThan(150);
  const keys = [...Object.keys(viStart), ...Object.keys(viLater)];
  const used = [...sources].flatMap(([path, source]) => {
    const file = relative(web, path);
    const whole = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!);
    // Of a key that is put together all that begin so and end so may be meant.
    const parts = [...source.matchAll(/\bt\(\s*`([\w-]+\.[\w.-]*)\$\{[^}`]*\}([\w.-]*)`/g)];
    const meant = parts.flatMap(([, start, end]) => keys.filter((key) => key.startsWith(start!) && key.endsWith(end!)));
    return [...whole, ...meant].map((key) => ({ file, key }));
  });
  expect(used.length).toBeGreaterThan(100);
  const missing = used.filter(({ key }) => !(key in viStart) && !afterPanel.some((pattern) => pattern.test(key)));
  expect(missing).toEqual([]);
  for (const { key } of used) expect(key in viStart || key in viLater, key).toBe(true);
});

it('texts that come later are a part of their own, told once', () => {
  expect(Object.keys(viLater).filter((key) => key in viStart)).toEqual([]);
  expect(Object.keys(viLater).length).toBeGreaterThan(800);
});

beforeEach(() => vitest.resetModules());

it('a text on its way is nothing, no key; it is asked for, and what is shown follows', async () => {
  const { running } = await import('../state/running.svelte.ts');
  const { t } = await import('../../../web/i18n/t.ts');
  let shown = '';
  const page = running(() => {
    shown = `${t('step.roads')} ${t('next.open')}`;
  });
  page.settle();
  expect(shown).toBe(`${viStart['step.roads']} `);
  const { fetchLaterTexts } = await import('../../../web/i18n/texts.svelte.ts');
  await fetchLaterTexts();
  page.settle();
  expect(shown).toBe(`${viStart['step.roads']} ${viLater['next.open']}`);
  page.stop();
});

it('a part of the page waits for its texts', async () => {
  const { t } = await import('../../../web/i18n/t.ts');
  const { withTexts } = await import('../../../web/i18n/texts.svelte.ts');
  expect(await withTexts(Promise.resolve('part'))).toBe('part');
  expect(t('next.open')).toBe(viLater['next.open']);
});
