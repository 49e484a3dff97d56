/** What is open over the whole page by a key or a button of the map. */
export type Overlay = 'search' | 'shortcuts';

let open = $state<Overlay | null>(null);

export const overlays = {
  get open(): Overlay | null {
    return open;
  },
  set open(next: Overlay | null) {
    open = next;
  },
};
