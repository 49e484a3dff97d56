/** A process of its own that reads what people send: whatever a file does to it, the server goes on answering. */
import { setPriority } from 'node:os';
import { FileRefused } from '../../domain/formats/files/fileFormat.ts';
import type { FromReader, ReadOrder } from './readMessages.ts';
import { stageRows } from './stageRows.ts';

/** Others come first: a person waits for an answer to a click, and knows that a file takes its time. */
const niceness = 10;
/** Milliseconds. */
const betweenTellings = 200;

const tell = (message: FromReader): void => void process.send?.(message);

process.on('message', (order: ReadOrder) => void read(order));
process.on('disconnect', () => process.exit());
try {
  setPriority(niceness);
} catch {
  // Not every system lets a process give way.
}
tell({ ready: true });

async function read(order: ReadOrder): Promise<void> {
  const { id } = order;
  let told = 0;
  try {
    const done = await stageRows(order, (readBytes, rowCount) => {
      const now = performance.now();
      if (now - told < betweenTellings) return;
      told = now;
      tell({ id, readBytes, rowCount });
    });
    tell({ id, read: done });
  } catch (error) {
    if (error instanceof FileRefused) tell({ id, refused: error.fault });
    else tell({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
