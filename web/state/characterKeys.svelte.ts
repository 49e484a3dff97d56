/** Whether single signs are shortcuts: who speaks to the computer or trembles can switch them off (WCAG 2.1.4). */
import { keepSetting, readSetting } from './deviceSetting.ts';
import { session } from './session.svelte.ts';

const name = 'characterKeys';
const person = (): string => session.user?.id ?? '';

let changed = $state.raw<{ readonly person: string; readonly areOn: boolean } | null>(null);

export const characterKeys = {
  get areOn(): boolean {
    return changed?.person === person() ? changed.areOn : readSetting(name, person()) !== false;
  },
  set areOn(next: boolean) {
    keepSetting(name, person(), next);
    changed = { person: person(), areOn: next };
  },
};
