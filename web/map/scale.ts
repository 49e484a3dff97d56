/** How many metres a screen pixel is, and the round figure a scale bar shows. */

const earthCircumferenceMeters = 40_075_016.686;
/** MapLibre's zoom 0 shows the world in 512 pixels. */
const worldPixels = 512;

export const metersPerPixel = (latitude: number, zoom: number): number =>
  (earthCircumferenceMeters * Math.cos((latitude * Math.PI) / 180)) / (worldPixels * 2 ** zoom);

export interface ScaleBar {
  readonly meters: number;
  readonly widthPixels: number;
}

/** The longest bar of 1, 2 or 5 × 10ⁿ metres that fits. */
export function scaleBar(metersPerPixelNow: number, maxWidthPixels: number): ScaleBar {
  const longest = metersPerPixelNow * maxWidthPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power;
  return { meters, widthPixels: meters / metersPerPixelNow };
}
