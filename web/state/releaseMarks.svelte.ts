/** Houses marked on the map while what has changed since the last release is looked at. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { DifferenceKind } from '../../domain/formats/releases/releaseDifference.ts';
import type { Id } from '../../domain/records/fields.ts';

export interface ReleaseMark {
  readonly addressId: Id;
  readonly kind: DifferenceKind;
  readonly place: Position;
}

let shown = $state.raw<readonly ReleaseMark[]>([]);

export const releaseMarks = {
  get shown(): readonly ReleaseMark[] {
    return shown;
  },
  set shown(marks: readonly ReleaseMark[]) {
    shown = marks;
  },
};
