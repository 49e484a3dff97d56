/** A change looked at on the map: what was before it and what is after it, drawn over what is now. */
import type { Change } from '../../domain/records/change.ts';

let shown = $state.raw<Change | null>(null);
let wantsFlight = $state(false);

export const comparison = {
  get shown(): Change | null {
    return shown;
  },
  /** True until the map has gone where the change is. */
  get wantsFlight(): boolean {
    return wantsFlight;
  },
  flown(): void {
    wantsFlight = false;
  },
};

/** Draws a change over the map, and flies there when asked; null draws none. */
export function compare(change: Change | null, fly = false): void {
  shown = change;
  wantsFlight = fly && change !== null;
}
