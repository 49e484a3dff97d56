/** A reader's stream of changes: on every wake-up it reads the log on from the last sequence it sent. */
import type { ServerResponse } from 'node:http';

export interface StreamSource<Entry extends { readonly sequence: number }> {
  /** The next entries after a sequence in order, at most a page; null ends the stream (signed out, role withdrawn). */
  readonly entriesAfter: (sequence: number) => Promise<readonly Entry[] | null>;
  /** Calls back when there may be more; returns how to stop. */
  readonly onWake: (wake: () => void) => () => void;
  readonly onFailure: (error: unknown) => void;
}

export interface ChangeStream {
  readonly end: () => void;
  readonly ended: Promise<void>;
}

export const heartbeatMilliseconds = 15_000;

/** Writes to a response whose headers are not sent yet; it ends when the reader leaves or `end` is called. */
export function streamChanges<Entry extends { readonly sequence: number }>(
  response: ServerResponse,
  after: number,
  source: StreamSource<Entry>,
): ChangeStream {
  let sent = after;
  let closed = false;
  let reading = false;
  let wokenMeanwhile = false;

  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    // Tells nginx not to collect the stream before passing it on.
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\n\n');

  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  const end = () => {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    stopListening();
    response.end();
  };

  /** One reading at a time; a wake-up during one makes another, so that nothing is missed or sent twice. */
  const wake = async () => {
    wokenMeanwhile = true;
    if (reading) return;
    reading = true;
    try {
      while (wokenMeanwhile && !closed) {
        wokenMeanwhile = false;
        await sendNew();
      }
    } catch (error) {
      source.onFailure(error);
      end();
    } finally {
      reading = false;
    }
  };

  const sendNew = async () => {
    for (;;) {
      const entries = await source.entriesAfter(sent);
      if (entries === null) return end();
      if (entries.length === 0 || closed) return;
      for (const entry of entries) {
        const flowing = response.write(`id: ${entry.sequence}\nevent: change\ndata: ${JSON.stringify(entry)}\n\n`);
        sent = entry.sequence;
        if (!flowing && !closed) await Promise.race([drained(response), ended]);
      }
    }
  };

  const stopListening = source.onWake(() => void wake());
  // Also reads the log: a notice that got lost costs at most these seconds.
  const heartbeat = setInterval(() => {
    // An event rather than a comment: the page must see that the line is alive (a mobile network drops it in silence).
    response.write('event: alive\ndata: 1\n\n');
    void wake();
  }, heartbeatMilliseconds);
  void ended.then(end);
  void wake();
  return { end, ended };
}

const drained = (response: ServerResponse) => new Promise<void>((resolve) => response.once('drain', resolve));
