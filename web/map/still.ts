/** Whether the person asked their system for no movement: the map jumps and labels appear at once. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
