/** Where written bytes go when only their number counts. */
import { Writable } from 'node:stream';

/** So many rows written, and the bytes they came to. */
export type Write = (rows: number, sink?: Writable) => Promise<number>;

/** A file read, and the rows that came. */
export type Read = (path: string) => Promise<number>;

export class Sink extends Writable {
  bytes = 0;

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.bytes += piece.length;
    done();
  }
}

export const ended = (sink: Writable): Promise<void> =>
  new Promise((resolve, reject) => void sink.once('finish', resolve).once('error', reject));
