/**
 * What this device keeps for the person, in the browser's own database (IndexedDB): edits not yet sent, edits that were
 * refused, drawings not yet finished, pictures that wait for the network. Everything here may fail (private windows, a full disk): callers say so.
 */

/** Stores by name, with the field that is their key; `edits` are numbered in the order in which they were made. */
const stores = { edits: 'order', refused: 'id', drawings: 'key', photos: 'id' } as const;
export type StoreName = keyof typeof stores;

const databaseName = 'so-nha';
/** Higher with every new store. */
const databaseVersion = 2;
/** Some browsers neither open the database nor say that they will not. */
const longestOpeningMilliseconds = 4_000;

let opened: Promise<IDBDatabase> | null = null;

/**
 * One transaction. `work` asks for what it needs and hands what it found to `give`; the promise settles when all of it
 * is on the disk. @throws (DOMException or Error) when the device cannot keep it; then nothing of it is kept.
 */
export async function onDevice<T = void>(
  names: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  work: (store: (name: StoreName) => IDBObjectStore, give: (found: T) => void) => void,
): Promise<T> {
  opened ??= open();
  const database = await opened.catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return new Promise<T>((resolve, reject) => {
    // Strict: not only handed to the system, for a device may lose its power.
    const transaction = database.transaction(names, mode, { durability: 'strict' });
    let found: T;
    transaction.oncomplete = () => resolve(found);
    transaction.onabort = () => reject(transaction.error ?? new Error('the device kept nothing'));
    work(
      (name) => transaction.objectStore(name),
      (given) => (found = given),
    );
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => reject(new Error('the device does not answer')), longestOpeningMilliseconds);
    const request = indexedDB.open(databaseName, databaseVersion);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores)) {
        if (request.result.objectStoreNames.contains(name)) continue;
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement: keyPath === 'order' });
        if (name === 'edits') store.createIndex('id', 'edit.id', { unique: true });
      }
    };
    request.onerror = () => reject(request.error ?? new Error('the device has no database'));
    request.onsuccess = () => {
      clearTimeout(silence);
      const database = request.result;
      const close = () => {
        database.close();
        opened = null;
      };
      // A later version of the program in another tab, or the person clearing the site's data.
      database.onversionchange = close;
      database.onclose = close;
      resolve(database);
    };
  });
}
