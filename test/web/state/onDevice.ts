/** A device of its own for each test: the browser's database made anew, and tabs that know each other. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

export function newDevice(): void {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
}
