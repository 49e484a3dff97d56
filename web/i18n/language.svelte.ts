/** The language of the interface, kept in the browser from one visit to the next. Vietnamese unless chosen otherwise. */

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'so-nha.language';

let chosen = $state<Language>(stored());

export const language = {
  get current(): Language {
    return chosen;
  },
  set current(next: Language) {
    chosen = next;
    remember(next);
  },
};

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
