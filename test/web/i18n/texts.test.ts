import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { refusalCodes } from '../../../domain/edits/refusal.ts';
import { warningCodes } from '../../../domain/addressing/warning.ts';
import { en } from '../../../web/i18n/en.ts';
import { speak } from '../../../web/i18n/language.svelte.ts';
import { fill, t, type TextKey } from '../../../web/i18n/t.ts';
import { vi } from '../../../web/i18n/vi.ts';

afterEach(async () => {
  await speak('vi');
});

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

it('every refusal and warning has a text in both languages', () => {
  for (const key of [
    ...refusalCodes.map((code) => `refusal.${code}` as const),
    ...warningCodes.map((code) => `warning.${code}` as const),
  ]) {
    expect(vi[key], key).toBeTruthy();
    expect(en[key], key).toBeTruthy();
  }
});

it('no two files give the same key a text: the later would take the place of the other', async () => {
  const folder = join(import.meta.dirname, '../../../web/i18n');
  for (const [language, all] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    const files = readdirSync(join(folder, language)).map((file) => join(folder, language, file));
    const parts = await Promise.all(
      [...files, join(folder, `map.${language}.ts`)].map((file) => import(file) as Promise<object>),
    );
    const keys = parts.flatMap((part) =>
      Object.values(part as Record<string, object>).flatMap((texts) => Object.keys(texts)),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(Object.keys(all).length);
  }
});

it('both languages take the same parameters', () => {
  for (const key of Object.keys(vi) as TextKey[]) expect(places(en[key]), key).toEqual(places(vi[key]));
});

it('texts are in normal form, without spaces at their ends', () => {
  for (const text of [...Object.values(vi), ...Object.values(en)]) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toBe(text.trim());
  }
});

it('fills parameters and leaves unknown ones to be seen', async () => {
  expect(fill('{a} và {b}', { a: 1 })).toBe('1 và {b}');
  expect(t('numbers.apply', { count: 3 })).toBe('Áp dụng 3 số');
  await speak('en');
  expect(t('numbers.apply', { count: 3 })).toBe('Apply 3 numbers');
});
