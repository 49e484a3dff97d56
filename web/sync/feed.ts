/** What others change, as it happens: server-sent events, resumed after the last entry taken in. */
import type { Id } from '../../domain/records/fields.ts';
import type { Entry } from './village.ts';

export interface FeedListener {
  /** The sequence after which the feed is to go on. */
  readonly sequence: () => number;
  readonly onEntry: (entry: Entry) => void;
  readonly onLink: (isLive: boolean) => void;
}

const firstDelayMilliseconds = 500;
const longestDelayMilliseconds = 5_000;
/** The server says every 15 seconds that it is there: after two that did not come, the line is dead. */
export const silenceMilliseconds = 35_000;

/** Opens the feed and keeps it open; the function returned closes it for good. */
export function openFeed(villageId: Id, listener: FeedListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelayMilliseconds;

  const openLater = () => {
    source?.close();
    listener.onLink(false);
    clearTimeout(silence);
    clearTimeout(timer);
    timer = setTimeout(open, delay);
    delay = Math.min(delay * 2, longestDelayMilliseconds);
  };
  /** A connection can die, or never be made, without an error: a phone that changes masts. */
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(openLater, silenceMilliseconds);
  };

  const open = () => {
    source?.close();
    source = new EventSource(`/api/villages/${villageId}/events?after=${listener.sequence()}`);
    heard();
    source.addEventListener('open', () => {
      delay = firstDelayMilliseconds;
      heard();
      listener.onLink(true);
    });
    source.addEventListener('alive', heard);
    source.addEventListener('change', (event: MessageEvent<string>) => {
      heard();
      listener.onEntry(JSON.parse(event.data) as Entry);
    });
    // The browser's own reconnecting gives up after an error status; ours goes on.
    source.addEventListener('error', openLater);
  };
  const reopenNow = () => {
    if (source?.readyState === EventSource.OPEN) return;
    clearTimeout(timer);
    delay = firstDelayMilliseconds;
    open();
  };

  open();
  window.addEventListener('online', reopenNow);
  return () => {
    window.removeEventListener('online', reopenNow);
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
  };
}
