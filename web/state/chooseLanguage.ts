/** Another language for the interface; where its texts cannot be had, the person is told and the page stays. */
import { speak } from '../i18n/language.svelte.ts';
import { t } from '../i18n/t.ts';
import type { Language } from '../i18n/texts.svelte.ts';
import { say } from './toasts.svelte.ts';

export const chooseLanguage = (next: Language): Promise<void> =>
  speak(next).catch(() => say('problem', t('failure.unreachable')));
