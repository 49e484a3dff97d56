/**
 * SQLite as WebAssembly, with a file system of our own that can do nothing but read the files offered to it, and write
 * those that are offered for it: no lock, no journal, no file beside them, whatever stands in a file.
 */
import { randomFillSync } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import initialise, { type Sqlite3Static, type WasmPointer } from '@sqlite.org/sqlite-wasm';

/** Bytes that are read where they lie. */
export interface BytesAtPlaces {
  readonly size: number;
  /** As many bytes as there are from `position` on, up to the length of `into`; gives their number. */
  read(into: Uint8Array, position: number): number;
  /** Where the file may be written. All of them; throws what hinders it. */
  readonly write?: (bytes: Uint8Array, position: number) => void;
}

export interface SqliteProgram {
  readonly sqlite: Sqlite3Static;
  /** The name under which they can be opened, until they are taken back. */
  offer(bytes: BytesAtPlaces): string;
  takeBack(name: string): void;
}

export const fileSystemName = 'offered';

// V8 writes calls of WebAssembly into the code of whoever makes them; that of Node 20 then takes a number for a text, and the
// process ends.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--no-turbo-inline-js-wasm-calls');

let program: Promise<SqliteProgram> | undefined;

/** Compiled once, when the first such file comes. */
export const sqliteProgram = (): Promise<SqliteProgram> => (program ??= initialise().then(withFileSystem));

function withFileSystem(sqlite: Sqlite3Static): SqliteProgram {
  const { capi, wasm } = sqlite;
  const offered = new Map<string, BytesAtPlaces>();
  const opened = new Map<WasmPointer, BytesAtPlaces>();
  let last = 0;

  const methods = new capi.sqlite3_io_methods();
  const system = new capi.sqlite3_vfs();
  system.$iVersion = 1;
  system.$szOsFile = capi.sqlite3_file.prototype.structInfo.sizeof;
  system.$mxPathname = 64;
  sqlite.vfs.installVfs({
    io: {
      struct: methods,
      methods: {
        xClose: (file) => {
          opened.delete(file);
          return capi.SQLITE_OK;
        },
        xRead: (file, into, length, position) => {
          const heap = wasm.heap8u();
          const start = Number(into);
          let read: number;
          try {
            read = opened.get(file)!.read(heap.subarray(start, start + length), Number(position));
          } catch {
            return capi.SQLITE_IOERR_READ;
          }
          if (read === length) return capi.SQLITE_OK;
          heap.fill(0, start + read, start + length);
          return capi.SQLITE_IOERR_SHORT_READ;
        },
        xWrite: (file, from, length, position) => {
          const { write } = opened.get(file)!;
          if (!write) return capi.SQLITE_READONLY;
          const start = Number(from);
          try {
            write(wasm.heap8u().subarray(start, start + length), Number(position));
            return capi.SQLITE_OK;
          } catch {
            return capi.SQLITE_IOERR_WRITE;
          }
        },
        xTruncate: () => capi.SQLITE_READONLY,
        xSync: () => capi.SQLITE_OK,
        xFileSize: (file, into) => {
          wasm.poke64(into, BigInt(opened.get(file)!.size));
          return capi.SQLITE_OK;
        },
        xLock: () => capi.SQLITE_OK,
        xUnlock: () => capi.SQLITE_OK,
        xCheckReservedLock: (_file, into) => {
          wasm.poke32(into, 0);
          return capi.SQLITE_OK;
        },
        xFileControl: () => capi.SQLITE_NOTFOUND,
        // These are typed as results, which they are not.
        xSectorSize: () => 4096 as never,
        // Never written by anybody: then SQLite looks for no lock, journal or log of changes beside it.
        xDeviceCharacteristics: (file) => (opened.get(file)!.write ? 0 : capi.SQLITE_IOCAP_IMMUTABLE) as never,
      },
    },
    vfs: {
      struct: system,
      name: fileSystemName,
      methods: {
        xOpen: (_system, name, file, flags, flagsInto) => {
          const bytes = flags & capi.SQLITE_OPEN_MAIN_DB ? offered.get(wasm.cstrToJs(name) ?? '') : undefined;
          if (!bytes) return capi.SQLITE_CANTOPEN;
          const struct = new capi.sqlite3_file(file);
          struct.$pMethods = methods.pointer;
          struct.dispose();
          opened.set(file, bytes);
          const mode = bytes.write ? capi.SQLITE_OPEN_READWRITE : capi.SQLITE_OPEN_READONLY;
          if (flagsInto) wasm.poke32(flagsInto, mode);
          return capi.SQLITE_OK;
        },
        xDelete: () => capi.SQLITE_IOERR_DELETE,
        xAccess: (_system, _name, _flags, into) => {
          wasm.poke32(into, 0);
          return capi.SQLITE_OK;
        },
        xFullPathname: (_system, name, length, into) =>
          wasm.cstrncpy(into, name, length) < length ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN,
        xRandomness: (_system, length, into) => {
          randomFillSync(wasm.heap8u(), Number(into), length);
          return length as never;
        },
        xSleep: () => capi.SQLITE_OK,
        // Days since the beginning of 4714 before Christ.
        xCurrentTime: (_system, into) => {
          wasm.poke64f(into, 2_440_587.5 + Date.now() / 86_400_000);
          return capi.SQLITE_OK;
        },
      },
    },
  });
  return {
    sqlite,
    offer: (bytes) => {
      const name = `file${(last += 1)}`;
      offered.set(name, bytes);
      return name;
    },
    takeBack: (name) => void offered.delete(name),
  };
}
