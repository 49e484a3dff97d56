/** An edit of many that some records stand in the way of: shown with the reasons, to be done without them. */
import type { Id } from '../../domain/records/fields.ts';

export interface RefusedMany {
  readonly total: number;
  readonly refused: readonly { readonly id: Id; readonly why: string }[];
  /** Does the rest. */
  readonly skip: () => void;
}

let asked = $state.raw<RefusedMany | null>(null);

export const manyRefused = {
  get asked(): RefusedMany | null {
    return asked;
  },
  set asked(next: RefusedMany | null) {
    asked = next;
  },
};
