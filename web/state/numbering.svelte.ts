/** The numbering being looked at: its scope, and whether issued addresses are numbered anew. */
import type { Id } from '../../domain/records/fields.ts';
import { village } from './village.svelte.ts';

let roadId = $state<Id | null>(null);
/** Issued addresses are numbered anew too, under a decision. */
let isRenumbering = $state(false);

const scope = $derived(roadId !== null && village.world.road.has(roadId) ? roadId : null);

export const numbering = {
  /** Null is the whole village, also once the road is gone. */
  get roadId(): Id | null {
    return scope;
  },
  set roadId(next: Id | null) {
    roadId = next;
  },
  get isRenumbering(): boolean {
    return isRenumbering;
  },
  set isRenumbering(next: boolean) {
    isRenumbering = next;
  },
};

/** What was asked of one village is forgotten when another is opened. */
export function resetNumbering(): void {
  roadId = null;
  isRenumbering = false;
}
