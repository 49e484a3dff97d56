/** A way that opens to a road at its other end is a lane, not an alley (TT 08/2024/TT-BXD, Art. 3): the change proposed. */
import type { Id } from '../records/fields.ts';
import type { RoadClass } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { suggestClass } from './network.ts';
import type { Warning } from './warning.ts';

export interface Reclassification {
  readonly id: Id;
  readonly changes: { readonly class: RoadClass; readonly parentRoadId: Id };
}

/** What an `alley-opens-to-road` warning asks for, as the input of road.update; null for any other warning. */
export function reclassification(world: World, warning: Warning): Reclassification | null {
  const [alleyId, roadId] = warning.recordIds;
  const alley = alleyId === undefined ? undefined : world.road.get(alleyId);
  if (warning.code !== 'alley-opens-to-road' || !alley || roadId === undefined) return null;
  return { id: alley.id, changes: { class: suggestClass(world, alley.line, alley.id), parentRoadId: roadId } };
}
