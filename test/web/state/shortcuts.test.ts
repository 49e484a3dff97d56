import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { vi } from '../../../web/i18n/vi.ts';
import {
  actionOf,
  bindShortcut,
  isCharacterKey,
  keyOf,
  shortcutGroups,
  shortcutIds,
  shortcuts,
  type ShortcutId,
} from '../../../web/state/shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keys', () => {
  it('are written as the table has them, with capitals locked or not', () => {
    expect([press('n'), press('N'), press('N', { shiftKey: true })]).toEqual(['n', 'n', 'Shift+n']);
    expect([press('?', { shiftKey: true }), press(' '), press('Escape')]).toEqual(['?', 'Space', 'Escape']);
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
    expect(press('z', { metaKey: true })).toBe('Ctrl+z');
    expect(press('n', { altKey: true })).toBe('Alt+n');
    expect([isCharacterKey('/'), isCharacterKey('Delete'), isCharacterKey('Ctrl+z')]).toEqual([true, false, false]);
  });
});

describe('the table of shortcuts', () => {
  it('gives no key of the whole page twice', () => {
    // A tool in the hand takes these over from what has the focus.
    const global = shortcutIds.filter((id) => !('isLocal' in shortcuts[id]));
    // So do walking through the checks and past the signs; among the keys of each, too, none is given twice.
    const walks = ['walk', 'survey'];
    const groupOf = (id: ShortcutId): string => shortcuts[id].group;
    const parts = [
      global.filter((id) => !walks.includes(groupOf(id))),
      ...walks.map((walk) => global.filter((id) => groupOf(id) === walk)),
    ];
    for (const ids of parts) {
      const keys = ids.flatMap((id) => [...shortcuts[id].keys]);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys).toHaveLength(new Set(keys).size);
    }
  });

  it('every shortcut and group is told in both languages', () => {
    for (const texts of [vi, en] as Record<string, string>[]) {
      for (const id of shortcutIds) expect(texts[`shortcut.${id}`], id).toBeTruthy();
      for (const group of shortcutGroups) expect(texts[`shortcuts.group.${group}`], group).toBeTruthy();
    }
  });

  it('is the only thing that listens to the keys of the whole page, beside the map for its tools', async () => {
    const folder = new URL('../../../web/', import.meta.url);
    const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(svelte|ts)$/.test(name));
    const listening: string[] = [];
    for (const file of files) {
      const text = await readFile(new URL(file, folder), 'utf8');
      if (/<svelte:(window|document|body)[^>]*onkey|(window|document)\.addEventListener\('key/.test(text))
        listening.push(file);
    }
    expect(listening.sort()).toEqual(['map/keyboard.ts', 'panels/Workspace.svelte']);
  });

  it('gives n to the walk through the checks while it is on', () => {
    const done: string[] = [];
    let isOn = true;
    const unbind = [
      bindShortcut('select.next', { run: () => void done.push('house') }),
      bindShortcut('walk.next', { run: () => void done.push('finding'), isOn: () => isOn }),
    ];
    actionOf('n')?.run();
    isOn = false;
    actionOf('n')?.run();
    for (const stop of unbind) stop();
    expect(done).toEqual(['finding', 'house']);
  });

  it('asks first who bound last, passes over who cannot, and forgets who has gone', () => {
    const done: string[] = [];
    const say = (word: string) => () => void done.push(word);
    let isOn = true;
    const stopFirst = bindShortcut('select.next', { run: say('first') });
    const stopSecond = bindShortcut('select.next', { run: say('second'), isOn: () => isOn });
    actionOf('n')?.run();
    isOn = false;
    actionOf('n')?.run();
    stopSecond();
    isOn = true;
    actionOf('n')?.run();
    stopFirst();
    expect(actionOf('n')).toBeNull();
    expect(done).toEqual(['second', 'first', 'first']);
  });
});
