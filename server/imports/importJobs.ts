/** Files on their way in: received in pieces, and read one after another in a process of their own. */
import { open, writeFile } from 'node:fs/promises';
import type { ExpectedPlace } from '../../domain/formats/files/coordinates.ts';
import type { FileFault } from '../../domain/formats/files/fileFault.ts';
import type { Id } from '../../domain/records/fields.ts';
import { ApiError } from '../errors.ts';
import { HeldFiles } from '../heldFiles.ts';
import { readStretch } from '../readStretch.ts';
import { defaultImportLimits, type ImportLimits } from './importLimits.ts';
import { createPace } from './pace.ts';
import { createReader } from './readerProcess.ts';
import type { ReadFile } from './readMessages.ts';

export type ImportState = 'receiving' | 'waiting' | 'reading' | 'read' | 'refused' | 'failed';

export interface ImportJob {
  readonly id: Id;
  readonly villageId: Id;
  readonly accountId: Id;
  readonly name: string;
  readonly size: number;
  readonly at: Date;
  state: ImportState;
  receivedBytes: number;
  readBytes: number;
  rowCount: number;
  read: ReadFile | null;
  fault: FileFault | null;
}

interface Kept extends ImportJob {
  readonly expected: ExpectedPlace | undefined;
  /** Pieces of it are written one after another. */
  writing: Promise<unknown>;
}

export interface Piece {
  readonly from: number;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

export interface ImportJobs {
  /** The same id again gives the file that was begun under it. */
  begin(
    file: Pick<ImportJob, 'id' | 'villageId' | 'accountId' | 'name' | 'size'>,
    expected?: ExpectedPlace,
  ): Promise<ImportJob>;
  /** Of this account in this village, the latest first. */
  list(villageId: Id, accountId: Id): readonly ImportJob[];
  /** @throws ApiError not-found, also for what is another's. */
  find(villageId: Id, accountId: Id, id: Id): ImportJob;
  /** A piece that begins where the last one ended, as it comes in; one that came before is passed over. */
  receive(job: ImportJob, piece: Piece): Promise<ImportJob>;
  /** JSON of the rows of one page. */
  page(job: ImportJob, table: number, page: number): Promise<Buffer>;
  remove(job: ImportJob): Promise<void>;
  close(): Promise<void>;
}

interface Surroundings {
  readonly clock: () => Date;
  readonly limits?: ImportLimits;
  readonly failure: (error: unknown, where: string) => void;
}

export function createImportJobs({ clock, failure, limits = defaultImportLimits }: Surroundings): ImportJobs {
  const readerProcess = createReader(limits.reader);
  const pace = createPace(limits.bytesPerSecond);
  const held = new HeldFiles<Kept, 'file' | 'rows'>({
    ...{ name: 'import', clock, limits, failure, parts: ['file', 'rows'] },
    bytesOf: ({ size }) => size,
    isIdle: ({ state }) => state === 'read' || state === 'refused' || state === 'failed',
  });

  async function read(job: Kept): Promise<void> {
    job.state = 'reading';
    const [path, rowsPath] = [await held.place(job, 'file'), await held.place(job, 'rows')];
    const order = { path, rowsPath, name: job.name, limits: limits.read, expected: job.expected };
    const outcome = await readerProcess.read(order, held.signalOf(job), (readBytes, rowCount) => {
      job.readBytes = readBytes;
      job.rowCount = rowCount;
    });
    if ('read' in outcome) {
      job.read = outcome.read;
      job.rowCount = outcome.read.tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
      job.state = 'read';
    } else if ('refused' in outcome) {
      job.fault = outcome.refused;
      job.state = 'refused';
    } else if ('failed' in outcome) {
      job.state = 'failed';
      failure(new Error(outcome.failed), 'imports: read');
    }
    // What was sent is needed no more; of a file that is refused nothing stays.
    await held.removePart(job, 'file');
    if (job.state !== 'read') await held.removePart(job, 'rows');
  }

  /** At its place in the file. Throws ApiError invalid-input when it ends before or beyond its size. */
  async function store(path: string, { from, size, bytes }: Piece): Promise<void> {
    const file = await open(path, 'r+');
    try {
      let at = 0;
      for await (const part of bytes) {
        if (at + part.length > size) throw new ApiError('invalid-input');
        await pace(part.length);
        await file.write(part, 0, part.length, from + at);
        at += part.length;
      }
      if (at < size) throw new ApiError('invalid-input');
    } finally {
      await file.close();
    }
  }

  const enqueue = (job: Kept): void => {
    job.state = 'waiting';
    void held.inTurn(
      job,
      () => read(job),
      () => (job.state = 'failed'),
    );
  };

  return {
    async begin(file, expected) {
      const known = held.begun(file);
      if (known) {
        if (known.size !== file.size) throw new ApiError('edit-id-reused');
        return known;
      }
      const job: Kept = {
        ...file,
        expected,
        at: clock(),
        state: 'receiving',
        ...{ receivedBytes: 0, readBytes: 0, rowCount: 0, read: null, fault: null },
        writing: Promise.resolve(),
      };
      await held.add(job);
      await writeFile(await held.place(job, 'file'), '', { mode: 0o600 });
      return job;
    },

    list: (villageId, accountId) => held.list(villageId, accountId),
    find: (villageId, accountId, id) => held.find(villageId, accountId, id),

    async receive(given, piece) {
      const job = held.find(given.villageId, given.accountId, given.id);
      const write = async () => {
        const end = piece.from + piece.size;
        if (job.state !== 'receiving' || end <= job.receivedBytes) return;
        if (piece.from !== job.receivedBytes || end > job.size) {
          throw new ApiError('invalid-input', { path: '/from' });
        }
        await store(await held.place(job, 'file'), piece);
        job.receivedBytes = end;
        if (job.receivedBytes === job.size) enqueue(job);
      };
      const written = job.writing.catch(() => undefined).then(write);
      job.writing = written;
      await written;
      return job;
    },

    async page(job, table, index) {
      const page = job.read?.tables[table]?.pages[index];
      if (!page) throw new ApiError('not-found');
      const file = await open(await held.place(job, 'rows'), 'r');
      try {
        const bytes = await readStretch(file, page.offset, page.offset + page.bytes);
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      } finally {
        await file.close();
      }
    },

    async remove(job) {
      await (job as Kept).writing.catch(() => undefined);
      await held.remove(job);
    },

    close: () => held.close(() => readerProcess.close()),
  };
}
