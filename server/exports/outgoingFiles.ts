/**
 * Files on their way out: written one after another into a folder beside the database while people work on, then weighed,
 * entered in the log, and held to be taken. One that is given up on the way has never left.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id } from '../../domain/records/fields.ts';
import { HeldFiles, type HeldFile, type HeldLimits } from '../heldFiles.ts';

export type OutgoingState = 'waiting' | 'writing' | 'ready' | 'failed' | 'no-room';

export interface OutgoingFile extends HeldFile {
  readonly fileName: string;
  readonly contentType: string;
  /** About; what is written is told when it is ready. */
  readonly rowCount: number;
  readonly at: Date;
  state: OutgoingState;
  writtenRows: number;
  bytes: number;
  /** Once it is ready. */
  sha256: string | null;
}

export interface WrittenFile {
  readonly rowCount: number;
  readonly sha256: string;
}

export interface FileWriter {
  /** Pieces of the file; `progress` is told the rows written so far. */
  write(progress: (rows: number) => void): AsyncIterable<Uint8Array>;
  /** Enters it in the log: before that nobody can take it. */
  written(file: WrittenFile): Promise<void>;
}

export interface OutgoingFiles {
  /** The same id again gives the file that was begun under it. */
  begin(
    file: Pick<OutgoingFile, 'id' | 'villageId' | 'accountId' | 'fileName' | 'contentType' | 'rowCount'>,
    writer: FileWriter,
  ): Promise<OutgoingFile>;
  list(villageId: Id, accountId: Id): readonly OutgoingFile[];
  /** @throws ApiError not-found, also for what is another's. */
  find(villageId: Id, accountId: Id, id: Id): OutgoingFile;
  /** When it is ready or has failed, but after so many milliseconds at the latest. */
  settled(file: OutgoingFile, milliseconds: number): Promise<void>;
  placeOf(file: OutgoingFile): Promise<string>;
  /** Writing ends with the piece under way. */
  remove(file: OutgoingFile): Promise<void>;
  close(): Promise<void>;
}

export const defaultOutgoingLimits: HeldLimits = {
  perAccount: 4,
  files: 100,
  bytes: 8 * 1024 * 1024 * 1024,
  keptMs: 6 * 3_600_000,
};

interface Surroundings {
  readonly clock: () => Date;
  readonly limits?: HeldLimits | undefined;
  readonly failure: (error: unknown, where: string) => void;
}

export function createOutgoingFiles({ clock, failure, limits = defaultOutgoingLimits }: Surroundings): OutgoingFiles {
  const held = new HeldFiles<OutgoingFile, 'file'>({
    ...{ name: 'export', clock, limits, failure, parts: ['file'] },
    bytesOf: ({ bytes }) => bytes,
    isIdle: ({ state }) => state !== 'waiting' && state !== 'writing',
  });
  const ends = new Map<Id, Promise<void>>();

  async function write(file: OutgoingFile, writer: FileWriter): Promise<void> {
    file.state = 'writing';
    const isGivenUp = held.signalOf(file);
    const hash = createHash('sha256');
    const handle = await open(await held.place(file, 'file'), 'w', 0o600);
    let isWhole = false;
    try {
      for await (const piece of writer.write((rows) => (file.writtenRows = rows))) {
        if (isGivenUp.aborted) return;
        if (held.bytes() + piece.length > limits.bytes) return void (file.state = 'no-room');
        hash.update(piece);
        await handle.write(piece);
        file.bytes += piece.length;
        // Requests that came meanwhile are answered first.
        await nextTurn();
      }
      isWhole = !isGivenUp.aborted;
    } finally {
      await handle.close();
      if (!isWhole) await held.removePart(file, 'file');
    }
    if (!isWhole) return;
    const sha256 = hash.digest('hex');
    await writer.written({ rowCount: file.writtenRows, sha256 });
    file.sha256 = sha256;
    file.state = 'ready';
  }

  return {
    async begin(asked, writer) {
      const known = held.begun(asked);
      if (known) return known;
      const file: OutgoingFile = { ...asked, at: clock(), state: 'waiting', writtenRows: 0, bytes: 0, sha256: null };
      await held.add(file);
      const end = held.inTurn(
        file,
        () => write(file, writer),
        () => (file.state = 'failed'),
      );
      ends.set(file.id, end);
      void end.finally(() => ends.delete(file.id));
      return file;
    },
    list: (villageId, accountId) => held.list(villageId, accountId),
    find: (villageId, accountId, id) => held.find(villageId, accountId, id),
    settled: (file, milliseconds) =>
      Promise.race([
        ends.get(file.id) ?? Promise.resolve(),
        new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref()),
      ]),
    placeOf: (file) => held.place(file, 'file'),
    remove: (file) => held.remove(file),
    close: () => held.close(),
  };
}
