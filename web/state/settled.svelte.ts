/** When a page has settled, and what few need at first may be fetched without keeping anything waiting. */

/** After the map is drawn: on a slow line the rest must not come between it and its tiles. */
const afterMapMilliseconds = 4_000;
/** A map that is never done (a tab in the background, no WebGL) does not keep the rest away for ever. */
const longestMilliseconds = 20_000;

let isMapDrawn = $state(false);

/** All of the map has been drawn. */
export const mapIsDrawn = (): void => {
  isMapDrawn = true;
};

/** For an effect: `work` once the page has settled; it may be done twice. Returns what calls it off. */
export function whenSettled(work: () => void): () => void {
  const timer = setTimeout(work, isMapDrawn ? afterMapMilliseconds : longestMilliseconds);
  return () => clearTimeout(timer);
}
