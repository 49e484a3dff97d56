/** How near to a place what points at it means that place: it depends on the zoom of the map and on what points. */

/** Pixels, of a mouse or pen, of a finger, and of the cross in the middle. */
const reachPixels = { fine: 12, coarse: 22, aimed: 16 } as const;

let metersPerPixel = $state(0.3);
let isCoarse = $state(false);
let isAiming = $state(false);

export const reachMeters = (): number =>
  metersPerPixel * (isAiming ? reachPixels.aimed : isCoarse ? reachPixels.coarse : reachPixels.fine);

export const setMetersPerPixel = (next: number): void => {
  metersPerPixel = next;
};
/** The cross in the middle is what points: a finger does not hide the place. */
export const setAiming = (next: boolean): void => {
  isAiming = next;
};
export const setCoarsePointer = (next: boolean): void => {
  isCoarse = next;
};
