/** The worker thread that holds the embedded database: it blocks its thread, so it never runs in the server's own. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSafely } from './safeOpen.ts';
import type { FromWorker, ToWorker, WorkerOrders } from './workerMessages.ts';

const port = parentPort;
if (!port) throw new Error('to be run as a worker thread');
const say = (message: FromWorker) => port.postMessage(message);
const orders = workerData as WorkerOrders;

async function main(): Promise<void> {
  const { database, fsyncs } = await openSafely(orders.folder, orders.program);
  port?.on('message', (message: ToWorker) => void answer(message));
  say({ ready: true });

  async function answer({ id, ...ask }: ToWorker): Promise<void> {
    try {
      if ('close' in ask) {
        await database.close();
        say({ id, rows: [] });
      } else if ('fsyncs' in ask) {
        say({ id, rows: [{ fsyncs: fsyncs() }] });
      } else if ('script' in ask) {
        await database.exec(ask.script);
        say({ id, rows: [] });
      } else {
        const { rows, affectedRows } = await database.query(ask.sql, [...ask.values]);
        say({ id, rows, ...(affectedRows === undefined ? {} : { affectedRows }) });
      }
    } catch (error) {
      say({ id, error: plainError(error) });
    }
  }
}

/** What of a database error crosses to the other thread; names of fields as node-postgres has them. */
function plainError(error: unknown): Record<string, string> {
  const fields = ['code', 'detail', 'hint', 'schema', 'table', 'column', 'constraint', 'where', 'severity'] as const;
  const source = error as Record<string, unknown>;
  const kept = fields.flatMap((field) => (typeof source[field] === 'string' ? [[field, source[field]]] : []));
  return { message: error instanceof Error ? error.message : String(error), ...Object.fromEntries(kept) };
}

main().catch((error: unknown) => say({ failed: plainError(error) }));
