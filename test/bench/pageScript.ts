/**
 * The script of a page's main thread, read from Chromium's trace. Counted is the time the processor spent on it: what
 * other processes took meanwhile, and waiting for the software that stands in for a graphics card, is not script.
 */
import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `tdur` of the thread's own time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** Calls into the page's own code, with the microtasks each ends with: effects of the interface run there. */
const scriptNames = new Set(['v8.callFunction', 'FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'v8.run']);

interface Span {
  readonly from: number;
  readonly to: number;
  readonly milliseconds: number;
}

/** The script of one task of the main thread. */
export interface ScriptTask extends Span {
  readonly isIdle: boolean;
}

export interface PageTrace {
  /** By start. */
  readonly tasks: readonly ScriptTask[];
  /** When the page set a mark of this name, in microseconds. */
  marksOf(name: string): readonly number[];
}

/** Traces the page while the work is done; `keptAs`: a file for the whole trace, with a profile that slows the page. */
export async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
  keptAs: string | null,
): Promise<PageTrace> {
  await browser.startTracing(page, {
    categories: [
      '-*',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'v8',
      'blink.user_timing',
      ...(keptAs === null ? [] : ['disabled-by-default-v8.cpu_profiler']),
    ],
  });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  if (keptAs !== null) await writeFile(keptAs, trace);
  return read((JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents);
}

function read(events: readonly TraceEvent[]): PageTrace {
  const marked = events.find(({ name }) => name === gestureEnd);
  if (!marked) throw new Error('no gesture ended while the page was traced');
  const own = events.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid).sort((a, b) => a.ts - b.ts);
  const spans = (isOf: (name: string) => boolean) => outermost(own.filter(({ name, ph }) => ph === 'X' && isOf(name)));
  const script = spans((name) => scriptNames.has(name));
  const idle = spans((name) => name === 'FireIdleCallback');
  const tasks = spans((name) => name === 'RunTask').flatMap((task) => {
    const inside = script.filter(({ from }) => from >= task.from && from < task.to);
    if (inside.length === 0) return [];
    const milliseconds = inside.reduce((sum, span) => sum + span.milliseconds, 0);
    return { ...task, milliseconds, isIdle: idle.some(({ from }) => from >= task.from && from < task.to) };
  });
  return { tasks, marksOf: (wanted) => own.filter(({ name }) => name === wanted).map(({ ts }) => ts) };
}

function outermost(events: readonly TraceEvent[]): Span[] {
  const found: Span[] = [];
  for (const { ts, dur = 0, tdur = 0 } of events) {
    const last = found.at(-1);
    if (!last || ts >= last.to) found.push({ from: ts, to: ts + dur, milliseconds: tdur / 1000 });
  }
  return found;
}

export const gestureEnd = 'bench-gesture-end';
export const mapShown = 'bench-map-shown';

declare global {
  interface Window {
    /** Resolves when the map has drawn what followed from the last gesture. */
    benchShown: () => Promise<void>;
  }
}

/**
 * Marks in every page of the context the end of each gesture, and, once asked for by `benchShown`, the end of the frame
 * in which the map draws with nothing more awaited from the workers that make its tiles.
 */
export const watchMap = (names: { readonly gestureEnd: string; readonly mapShown: string }): void => {
  const awaited = new Set<string>();
  let asked = 0;
  let askedBefore = 0;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ id: string; type: string }>) => {
        if (data.type === '<response>') awaited.delete(data.id);
      });
    }
    override postMessage(
      message: { id: string; type?: string },
      options?: StructuredSerializeOptions | Transferable[],
    ) {
      // Workers that plan beside the page have no types of message: the map does not wait for them.
      if (message.type === '<cancel>') awaited.delete(message.id);
      else if (message.type !== undefined && message.type !== '<response>') {
        asked += 1;
        awaited.add(message.id);
      }
      super.postMessage(message, options as StructuredSerializeOptions);
    }
  };
  addEventListener(
    'pointerup',
    () => {
      askedBefore = asked;
      performance.mark(names.gestureEnd);
    },
    { capture: true },
  );
  // A loop, not a function that calls itself: the loader that runs the benches marks names with a helper no page has.
  window.benchShown = async () => {
    for (let quietFrames = 0; quietFrames < 3;) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      quietFrames = asked === askedBefore || awaited.size > 0 ? 0 : quietFrames + 1;
      // The frame before has drawn what came back before it; a third one shows that it asked for nothing more.
      if (quietFrames === 2) performance.mark(names.mapShown);
    }
  };
};
