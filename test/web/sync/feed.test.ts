/** The feed is opened again when the line fails, and when it falls silent without failing. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heartbeatMilliseconds } from '../../../server/changeStream.ts';
import { openFeed, silenceMilliseconds } from '../../../web/sync/feed.ts';

/** What the browser gives, played by hand: connections that say what they are told to. */
class Line extends EventTarget {
  static readonly all: Line[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Line.all.push(this);
  }
  says(event: string): void {
    if (event === 'open') this.readyState = 1;
    this.dispatchEvent(new Event(event));
  }
  close(): void {
    this.readyState = 2;
  }
}

const links: boolean[] = [];
let close: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Line);
  vi.stubGlobal('window', new EventTarget());
  Line.all.length = 0;
  links.length = 0;
  close = openFeed('thon', { sequence: () => 7, onEntry: () => undefined, onLink: (isLive) => links.push(isLive) });
});

afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const isClosed = (index: number) => Line.all[index]?.readyState === 2;

it('a line that fails is opened again from where the screen is', () => {
  Line.all[0]?.says('open');
  Line.all[0]?.says('error');
  vi.advanceTimersByTime(500);
  expect(Line.all.map(({ url }) => url)).toEqual(Array(2).fill('/api/villages/thon/events?after=7'));
  expect(links).toEqual([true, false]);
});

it('a line on which the server says that it is there stays', () => {
  Line.all[0]?.says('open');
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(heartbeatMilliseconds);
    Line.all[0]?.says('alive');
  }
  expect(Line.all).toHaveLength(1);
  expect(links).toEqual([true]);
});

it('a line that falls silent is given up for another', () => {
  Line.all[0]?.says('open');
  vi.advanceTimersByTime(silenceMilliseconds + 500);
  expect(isClosed(0)).toBe(true);
  expect(Line.all).toHaveLength(2);
  expect(links).toEqual([true, false]);
});

it('a connection that is never made is tried again', () => {
  vi.advanceTimersByTime(silenceMilliseconds + 500);
  expect(isClosed(0)).toBe(true);
  expect(Line.all).toHaveLength(2);
});

it('once closed it stays closed', () => {
  close();
  vi.advanceTimersByTime(10 * silenceMilliseconds);
  expect(Line.all).toHaveLength(1);
  expect(isClosed(0)).toBe(true);
});
