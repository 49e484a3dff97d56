/** A file of outlines chosen by a person: read in a worker, with limits on its size and on the time it may take. */
import type { FileProblem } from '../../domain/formats/fileProblem.ts';
import { limits } from '../../domain/formats/features.ts';
import type { OutlinesOfFile } from '../../domain/formats/outlineFiles.ts';

/** Seconds a file may take: one of 60 MB takes about five. */
const mostSeconds = 60;

export type OutlineFileProblem = FileProblem['code'] | 'file-not-text' | 'file-too-slow';
export type OutlineFileAnswer = OutlinesOfFile | { readonly problem: OutlineFileProblem };

export async function readOutlineFile(file: File): Promise<OutlineFileAnswer> {
  // A character takes at most four bytes; what is larger is not even loaded.
  if (file.size > limits.characters * 4) return { problem: 'file-too-large' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { problem: 'file-not-text' };
  }
  return inWorker(text);
}

function inWorker(text: string): Promise<OutlineFileAnswer> {
  const worker = new Worker(new URL('./outlineReader.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (answer: OutlineFileAnswer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ problem: 'file-too-slow' }), mostSeconds * 1000);
    worker.addEventListener('message', ({ data }: MessageEvent<OutlinesOfFile | FileProblem>) =>
      end('code' in data ? { problem: data.code } : data),
    );
    // Out of memory, or a fault of ours.
    worker.addEventListener('error', () => end({ problem: 'file-too-slow' }));
    worker.postMessage(text);
  });
}
