/**
 * The process that reads files, as the server sees it: one file at a time, with a deadline and a limit on its memory,
 * kept for the next file while it behaves, and ended when it does not.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fault, type FileFault } from '../../domain/formats/files/fileFault.ts';
import { defaultReaderLimits, type ReaderLimits } from './importLimits.ts';
import type { FromReader, ReadFile, ReadOrder } from './readMessages.ts';

export type ReadOutcome =
  | { readonly read: ReadFile }
  | { readonly refused: FileFault }
  | { readonly failed: string }
  | { readonly cancelled: true };

export interface Reader {
  /** One at a time. `signal` ends the reading at once. */
  read(
    order: Omit<ReadOrder, 'id'>,
    signal: AbortSignal,
    progress: (readBytes: number, rowCount: number) => void,
  ): Promise<ReadOutcome>;
  close(): void;
}

/** As built, it lies beside this module; as written, it must be started with a loader for TypeScript. */
const readerModule = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'startReader.mjs' : 'fileReader.js',
);
/** Milliseconds. */
const betweenLooks = 100;

export function createReader(limits: ReaderLimits = defaultReaderLimits): Reader {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = () => {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = null;
  };

  const running = (): ChildProcess => {
    clearTimeout(idle);
    if (child?.connected && child.exitCode === null) return child;
    // Half for what is no object of the program: the bytes of the file and of what is unpacked.
    const heapMb = Math.round(limits.memoryMb / 2);
    return (child = fork(readerModule, [], { execArgv: [`--max-old-space-size=${heapMb}`], serialization: 'json' }));
  };

  return {
    read: (given, signal, progress) => {
      const process = running();
      const id = (lastId += 1);
      return new Promise<ReadOutcome>((resolve) => {
        const settle = (outcome: ReadOutcome, isOver: boolean) => {
          clearTimeout(deadline);
          clearInterval(watch);
          signal.removeEventListener('abort', cancel);
          process.off('message', hear).off('exit', lost).off('error', lost);
          if (isOver) end();
          else idle = setTimeout(end, limits.idleMs).unref();
          resolve(outcome);
        };
        const cancel = () => settle({ cancelled: true }, true);
        const tooMuch = () => settle({ refused: fault('took-too-much-memory', {}, { limit: limits.memoryMb }) }, true);
        const hear = (message: FromReader) => {
          if (!('id' in message) || message.id !== id) return;
          if ('readBytes' in message) progress(message.readBytes, message.rowCount);
          else if ('read' in message) settle({ read: message.read }, false);
          else if ('refused' in message) settle({ refused: message.refused }, false);
          else settle({ failed: message.failed }, true);
        };
        // Out of its own memory it ends by itself.
        const lost = () => (process.signalCode === 'SIGABRT' || process.exitCode === 134 ? tooMuch() : gone());
        const gone = () => settle({ failed: `the reader ended (${process.signalCode ?? process.exitCode})` }, true);
        const deadline = setTimeout(
          () => settle({ refused: fault('took-too-long', {}, { limit: limits.deadlineMs / 1000 }) }, true),
          limits.deadlineMs,
        );
        const watch = setInterval(() => {
          void residentMb(process.pid).then((megabytes) => {
            if (megabytes > limits.memoryMb && child === process) tooMuch();
          });
        }, betweenLooks);
        process.on('message', hear).on('exit', lost).on('error', lost);
        signal.addEventListener('abort', cancel);
        if (signal.aborted) cancel();
        else process.send({ ...given, id } satisfies ReadOrder);
      });
    },
    close: end,
  };
}

/** What the system says a process holds; 0 where it does not say (then only the limit on its own objects holds). */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? 0 : Number(kilobytes) / 1024;
}
