/** Who wants to hear that a village has changed. */
export function listenersOfVillages() {
  const listeners = new Set<(villageId: string) => void>();
  return {
    tell: (villageId: string) => {
      for (const listener of [...listeners]) listener(villageId);
    },
    add: (listener: (villageId: string) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
