/** One-click fixes: each an existing edit as plain data, with a word for what it will do. */
import type { LineString, Polygon, Position } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { RoadClass } from '../records/road.ts';

/**
 * What a fix does, for its button. Checks stand beside edits and do not know them: that each of these is the input of
 * its kind is held where they are performed (the compiler) and by a test.
 */
export type Fix = { readonly params?: Readonly<Record<string, string | number>> } & (
  | {
      readonly does: 'choose-road';
      readonly kind: 'house.update';
      readonly input: { readonly id: Id; readonly changes: { readonly chosenRoadId: Id } };
    }
  | {
      readonly does: 'move-entrance';
      readonly kind: 'house.move';
      readonly input: { readonly id: Id; readonly entrance: Position; readonly footprint: Polygon | null };
    }
  | { readonly does: 'delete-house'; readonly kind: 'house.delete'; readonly input: { readonly id: Id } }
  | {
      readonly does: 'add-junction' | 'join-end' | 'drop-spike';
      readonly kind: 'road.reshape';
      readonly input: { readonly id: Id; readonly line: LineString };
    }
  | {
      readonly does: 'change-class';
      readonly kind: 'road.update';
      readonly input: {
        readonly id: Id;
        readonly changes: { readonly class: RoadClass; readonly parentRoadId: Id };
      };
    }
  | {
      readonly does: 'rewrite-sign';
      readonly kind: 'sign.update';
      readonly input: { readonly id: Id; readonly changes: { readonly faces: readonly string[] } };
    }
  | {
      readonly does: 'link-sign';
      readonly kind: 'sign.update';
      readonly input: { readonly id: Id; readonly changes: { readonly roadId: Id } };
    }
  | {
      readonly does: 'number-road';
      readonly kind: 'numbering.apply';
      readonly input: { readonly roadIds: readonly Id[]; readonly digest: string };
    }
);

export type FixWord = Fix['does'];
