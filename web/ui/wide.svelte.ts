/** Whether there is room for the rail and the panel beside the map, or only for a sheet over it. */

const query = globalThis.matchMedia?.('(min-width: 800px)');
let isWide = $state(query?.matches ?? true);
query?.addEventListener('change', (event) => (isWide = event.matches));

export const screen = {
  get isWide(): boolean {
    return isWide;
  },
};
