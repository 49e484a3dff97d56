/** Tells the person that something already shown was refused by the server after all, and where it is kept. */
import { language } from '../i18n/language.svelte.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import type { Failure } from '../sync/api.ts';
import { say } from './toasts.svelte.ts';
import { openPanel } from './view.svelte.ts';

/** The server's own words are Vietnamese. */
export const whyRefused = ({ refusal, message }: Failure): string =>
  refusal ? refusalText(refusal) : (language.current === 'vi' && message) || t('problem.unknown');

export const tellRefused = (failure: Failure): void =>
  say('problem', whyRefused(failure), { label: t('unsent.look'), run: () => openPanel('unsent') });
