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

/** Opens the feed and keeps it open; the function returned closes it for good. */
export function openFeed(villageId: Id, listener: FeedListener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = firstDelayMilliseconds;

  const open = () => {
    source?.close();
    source = new EventSource(`/api/villages/${villageId}/events?after=${listener.sequence()}`);
    source.addEventListener('open', () => {
      delay = firstDelayMilliseconds;
      listener.onLink(true);
    });
    source.addEventListener('change', (event: MessageEvent<string>) => {
      listener.onEntry(JSON.parse(event.data) as Entry);
    });
    // The browser's own reconnecting gives up after an error status; ours goes on.
    source.addEventListener('error', () => {
      source?.close();
      listener.onLink(false);
      clearTimeout(timer);
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, longestDelayMilliseconds);
    });
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
    source?.close();
  };
}
