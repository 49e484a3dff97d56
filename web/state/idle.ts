/** Work that can wait until nothing else is to be done. */

/** Even on a busy page it is done after this time. */
const longestMilliseconds = 300;

/** So much of a moment of rest is left to the page. */
const restMilliseconds = 5;

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
