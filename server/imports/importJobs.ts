/**
 * Files on their way in: received in pieces, read one after another in a process of their own, and kept beside the
 * database (never in it) until the person has taken what he wants, or for some hours. A page that is loaded again finds
 * them where they were; a server that is started again has forgotten them.
 */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileFault } from '../../domain/formats/files/fileFault.ts';
import type { Id } from '../../domain/records/fields.ts';
import { ApiError } from '../errors.ts';
import { defaultImportLimits, type ImportLimits } from './importLimits.ts';
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
  readonly cancel: AbortController;
  touched: number;
  /** Pieces of it are written one after another. */
  writing: Promise<unknown>;
}

export interface ImportJobs {
  /** The same id again gives the file that was begun under it. */
  begin(file: Pick<ImportJob, 'id' | 'villageId' | 'accountId' | 'name' | 'size'>): Promise<ImportJob>;
  /** Of this account in this village, the latest first. */
  list(villageId: Id, accountId: Id): readonly ImportJob[];
  /** @throws ApiError not-found, also for what is another's. */
  find(villageId: Id, accountId: Id, id: Id): ImportJob;
  /** A piece that begins where the last one ended; one that came before is passed over. */
  receive(job: ImportJob, from: number, bytes: Buffer): Promise<ImportJob>;
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
  const jobs = new Map<Id, Kept>();
  const readerProcess = createReader(limits.reader);
  let folder: Promise<string> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** Read and write for us only. */
  const placeOf = async ({ id }: ImportJob, what: 'file' | 'rows') =>
    join(await (folder ??= mkdtemp(join(tmpdir(), 'so-nha-import-'))), `${id}.${what}`);

  const now = () => clock().getTime();
  const all = () => [...jobs.values()];
  const isIdle = ({ state }: ImportJob) => state === 'read' || state === 'refused' || state === 'failed';

  async function remove(job: ImportJob): Promise<void> {
    const kept = jobs.get(job.id);
    if (!kept) return;
    jobs.delete(job.id);
    kept.cancel.abort();
    await kept.writing.catch(() => undefined);
    for (const what of ['file', 'rows'] as const) await rm(await placeOf(job, what), { force: true });
  }

  async function makeRoom(accountId: Id, size: number): Promise<void> {
    for (const job of all()) if (now() - job.touched > limits.keptMs) await remove(job);
    const own = all().filter((job) => job.accountId === accountId);
    const [oldest] = own.filter(isIdle);
    if (own.length >= limits.perAccount) {
      if (!oldest) throw new ApiError('too-many-requests', { retryAfterSeconds: 60 });
      await remove(oldest);
    }
    const bytes = all().reduce((sum, job) => sum + job.size, size);
    if (jobs.size >= limits.files || bytes > limits.bytes) {
      throw new ApiError('too-many-requests', { retryAfterSeconds: 60 });
    }
  }

  async function readInTurn(job: Kept): Promise<void> {
    if (isClosed || !jobs.has(job.id)) return;
    job.state = 'reading';
    const order = {
      path: await placeOf(job, 'file'),
      rowsPath: await placeOf(job, 'rows'),
      name: job.name,
      limits: limits.read,
    };
    const outcome = await readerProcess.read(order, job.cancel.signal, (readBytes, rowCount) => {
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
    await rm(order.path, { force: true });
    if (job.state !== 'read') await rm(order.rowsPath, { force: true });
  }

  const enqueue = (job: Kept): void => {
    job.state = 'waiting';
    turn = turn
      .then(() => readInTurn(job))
      .catch((error: unknown) => {
        job.state = 'failed';
        failure(error, 'imports: read');
      });
  };

  return {
    async begin(file) {
      const known = jobs.get(file.id);
      if (known) {
        const isSame = known.accountId === file.accountId && known.villageId === file.villageId;
        if (!isSame || known.size !== file.size) throw new ApiError('edit-id-reused');
        return known;
      }
      await makeRoom(file.accountId, file.size);
      const job: Kept = {
        ...file,
        at: clock(),
        state: 'receiving',
        ...{ receivedBytes: 0, readBytes: 0, rowCount: 0, read: null, fault: null },
        ...{ cancel: new AbortController(), touched: now(), writing: Promise.resolve() },
      };
      jobs.set(job.id, job);
      await writeFile(await placeOf(job, 'file'), '', { mode: 0o600 });
      return job;
    },

    list: (villageId, accountId) =>
      all()
        .filter((job) => job.villageId === villageId && job.accountId === accountId)
        .toReversed(),

    find(villageId, accountId, id) {
      const job = jobs.get(id);
      if (!job || job.villageId !== villageId || job.accountId !== accountId) throw new ApiError('not-found');
      job.touched = now();
      return job;
    },

    async receive(given, from, bytes) {
      const job = jobs.get(given.id);
      if (!job) throw new ApiError('not-found');
      const write = async () => {
        if (job.state !== 'receiving' || from + bytes.length <= job.receivedBytes) return;
        if (from !== job.receivedBytes || from + bytes.length > job.size) {
          throw new ApiError('invalid-input', { path: '/from' });
        }
        const file = await open(await placeOf(job, 'file'), 'r+');
        try {
          await file.write(bytes, 0, bytes.length, from);
        } finally {
          await file.close();
        }
        job.receivedBytes = from + bytes.length;
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
      const file = await open(await placeOf(job, 'rows'), 'r');
      try {
        const bytes = Buffer.alloc(page.bytes);
        await file.read(bytes, 0, page.bytes, page.offset);
        return bytes;
      } finally {
        await file.close();
      }
    },

    remove,

    async close() {
      isClosed = true;
      for (const job of all()) job.cancel.abort();
      readerProcess.close();
      await turn;
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
