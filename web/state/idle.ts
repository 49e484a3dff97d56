/** Work that can wait until nothing else is to be done. */

/** Even on a busy page it is done after this time. */
const longestMilliseconds = 300;

/** So much of a moment of rest is left to the page. */
const restMilliseconds = 5;

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
 * `work` is told how to ask whether there is time for more. Returns what calls it off. Browsers without idle callbacks
 * (Safari) do it after a short while, one piece at a time.
 */
export function whenIdle(work: (hasTime: () => boolean) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > restMilliseconds), {
      timeout: longestMilliseconds,
    });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(() => work(() => false), 30);
  return () => clearTimeout(timer);
}
