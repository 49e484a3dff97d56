/** The dialogs that are open, the topmost last: messages are shown inside it, for nothing outside can be pressed. */

let open = $state.raw<readonly string[]>([]);

export const modals = {
  get top(): string | null {
    return open.at(-1) ?? null;
  },
  /** Returns what says that it has closed. */
  opened(id: string): () => void {
    open = [...open, id];
    return () => {
      open = open.filter((other) => other !== id);
    };
  },
};
