/** What a person set for themself on this device: kept in the browser, under who they are; nothing is sent. */

const nameOf = (name: string, person: string): string => `so-nha.${name}.${person}`;

/** The value stored, or null where there is none or it is not readable. Unchecked: the caller knows its form. */
export function readSetting(name: string, person: string): unknown {
  try {
    const text = globalThis.localStorage?.getItem(nameOf(name, person)) ?? null;
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing (private window, full storage) only forgets sooner. */
export function keepSetting(name: string, person: string, value: unknown): void {
  try {
    globalThis.localStorage?.setItem(nameOf(name, person), JSON.stringify(value));
  } catch {
    // Kept for this visit only.
  }
}
