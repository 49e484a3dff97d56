/** Work that can wait until nothing else is to be done. */

/** Even on a busy page it is done after this time. */
const longestMilliseconds = 300;

/** So much of a moment of rest is left to the page. */
const restMilliseconds = 5;

/** So long is worked at a time: a finger that begins to drag the map meanwhile is not kept waiting, nor is a frame lost. */
const sliceMilliseconds = 4;

/** Changes that follow each other within this time are followed together; by then the map has mostly been drawn. */
const untilRestMilliseconds = 150;

/** `work` in the first moment of rest after a while. Returns what calls it off. */
export function whenAtRest(work: (hasTime: () => boolean) => void): () => void {
  let stop: () => void = () => undefined;
  const timer = setTimeout(() => (stop = whenIdle(work)), untilRestMilliseconds);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/**
 * `work` is told how to ask whether there is time for more; it does one piece of its work before it asks. Returns what
 * calls it off. Browsers without idle callbacks (Safari) do it after a short while.
 */
export function whenIdle(work: (hasTime: () => boolean) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(
      (deadline) => {
        const isInSlice = slice();
        // On a page so busy that it never rests a slice is taken all the same.
        work(() => isInSlice() && (deadline.didTimeout || deadline.timeRemaining() > restMilliseconds));
      },
      { timeout: longestMilliseconds },
    );
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(() => work(slice()), 30);
  return () => clearTimeout(timer);
}

function slice(): () => boolean {
  const end = performance.now() + sliceMilliseconds;
  return () => performance.now() < end;
}
