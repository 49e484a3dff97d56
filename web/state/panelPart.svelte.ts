/** What a panel shows in its own place: where the next devices go, of `criterion3`. */
type PanelPart = 'next';

let current = $state<PanelPart | null>(null);

export const panelPart = {
  /** Null: the panel itself. It stays while a record is looked at; whoever opens a panel opens it at its head. */
  get current(): PanelPart | null {
    return current;
  },
  set current(next: PanelPart | null) {
    current = next;
  },
};
