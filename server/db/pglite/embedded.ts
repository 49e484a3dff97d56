/** The embedded database as the server's thread sees it: a worker that is asked, watched, and reopened when it hangs. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compiledProgram } from './compiledProgram.ts';
import type { Answer, Ask, FromWorker, PlainError, ToWorker, WorkerOrders } from './workerMessages.ts';

export interface Embedded {
  /** Rises each time the worker is reopened; a transaction begun in an earlier one is gone. */
  readonly generation: () => number;
  /** Given a generation, a later one refuses: the statement belongs to a transaction that is gone. */
  ask(ask: Ask, generation?: number): Promise<Answer>;
  close(): Promise<void>;
}

export interface EmbeddedLimits {
  /** A statement that takes longer is ended by ending the worker: time-outs inside it do not work. */
  readonly statementMs: number;
  readonly openMs: number;
}

export const defaultLimits: EmbeddedLimits = { statementMs: 30_000, openMs: 120_000 };

/** A statement that was not answered: it failed, and so did its transaction. */
export class StatementLost extends Error {
  readonly code = 'statement-lost';
}

interface Opened {
  readonly ask: (ask: Ask, deadlineMs: number) => Promise<Answer>;
  /** Why it can be asked no more; undefined while it can. */
  readonly ended: () => string | undefined;
  readonly end: (reason: string) => Promise<void>;
}

/** Opens the folder (locked by the caller) in a worker; `prepare` runs on every opening, also after a hang. */
export async function startEmbedded(
  folder: string,
  prepare: (ask: (ask: Ask) => Promise<Answer>) => Promise<void>,
  limits: EmbeddedLimits = defaultLimits,
): Promise<Embedded> {
  let generation = 0;
  let closed = false;

  async function openPrepared(): Promise<Opened> {
    const opened = await openWorker(folder, limits.openMs);
    generation += 1;
    try {
      await prepare((ask) => opened.ask(ask, limits.openMs));
    } catch (error) {
      await opened.end('preparing failed');
      throw error;
    }
    return opened;
  }

  let current: Promise<Opened> = openPrepared();
  await current;

  async function usable(): Promise<Opened> {
    if (closed) throw new StatementLost('the database is closed');
    const opened = await current.catch(() => undefined);
    if (opened && opened.ended() === undefined) return opened;
    // Whoever comes first reopens; the others wait for the same opening.
    const seen = current;
    await Promise.resolve();
    if (current === seen) current = openPrepared();
    return current;
  }

  return {
    generation: () => generation,
    ask: async (ask, begunIn) => {
      const opened = await usable();
      if (begunIn !== undefined && begunIn !== generation) {
        throw new StatementLost('the transaction was lost when the embedded database was reopened');
      }
      return opened.ask(ask, limits.statementMs);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      const opened = await current.catch(() => undefined);
      if (!opened || opened.ended() !== undefined) return;
      await opened.ask({ close: true }, limits.openMs).catch(() => undefined);
      await opened.end('the database is closed');
    },
  };
}

/** As built, it lies beside this module; as written, it must be started with a loader for TypeScript. */
const workerModule = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'startWorker.mjs' : 'databaseWorker.js',
);

async function openWorker(folder: string, openMs: number): Promise<Opened> {
  const orders: WorkerOrders = { folder, program: await compiledProgram() };
  const worker = new Worker(workerModule, { execArgv: [], workerData: orders });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let ended: string | undefined;
  let lastId = 0;

  const markEnded = (reason: string) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(new StatementLost(ended));
    waiting.clear();
  };
  const end = async (reason: string) => {
    markEnded(reason);
    await worker.terminate();
  };

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      void end(`the embedded database did not open in ${openMs} ms`);
      reject(new StatementLost(ended));
    }, openMs);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) settle(resolve);
      else if ('failed' in message) {
        void end('the embedded database did not open');
        settle(() => reject(errorOf(message.failed)));
      } else {
        const asker = waiting.get(message.id);
        waiting.delete(message.id);
        if ('error' in message) asker?.reject(errorOf(message.error));
        else asker?.resolve(message);
      }
    });
    worker.on('error', (error) => {
      markEnded(`the embedded database stopped: ${error.message}`);
      settle(() => reject(error));
    });
    worker.on('exit', () => {
      markEnded('the embedded database stopped');
      settle(() => reject(new StatementLost(ended)));
    });
  });

  return {
    ended: () => ended,
    end,
    ask: (ask, deadlineMs) =>
      new Promise<Answer>((resolve, reject) => {
        if (ended !== undefined) {
          reject(new StatementLost(ended));
          return;
        }
        lastId += 1;
        const id = lastId;
        const watchdog = setTimeout(() => {
          void end(`a statement took longer than ${deadlineMs} ms: the embedded database was reopened`);
        }, deadlineMs);
        const done =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            clearTimeout(watchdog);
            settle(value);
          };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        worker.postMessage({ ...ask, id } satisfies ToWorker);
      }),
  };
}

function errorOf({ message, ...fields }: PlainError): Error {
  return Object.assign(new Error(message), fields);
}
