/** The language of the interface, kept in the browser from one visit to the next. Vietnamese unless chosen otherwise. */
import { loadTexts, type Language } from './texts.svelte.ts';

export { languages } from './texts.svelte.ts';

const storageKey = 'so-nha.language';

let shown = $state<Language>('vi');

export const language = {
  get current(): Language {
    return shown;
  },
};

/** Shown once its texts are here; without them (no network) the page stays as it is. */
export async function speak(next: Language): Promise<void> {
  await loadTexts(next);
  shown = next;
  remember(next);
}

/** What was chosen at the last visit; to be called before anything is shown. */
export async function speakAsBefore(): Promise<void> {
  await speak(stored()).catch(() => undefined);
}

function stored(): Language {
  try {
    return globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    // Storage may be switched off by the person's browser.
    return 'vi';
  }
}

function remember(next: Language): void {
  try {
    globalThis.localStorage?.setItem(storageKey, next);
  } catch {
    // Kept for this visit only.
  }
}
