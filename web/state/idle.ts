/** Work that can wait until nothing else is to be done. */

/** Even on a busy page it is done after this time. */
const longestMilliseconds = 600;

/** Returns what calls it off. Browsers without idle callbacks (Safari) do it after a short while. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: longestMilliseconds });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 30);
  return () => clearTimeout(timer);
}
