/** Criterion 3: cameras by owner and state and lamps by state, against the figures of the village's plan. */
import type { DeviceState } from '../records/camera.ts';
import type { Id } from '../records/fields.ts';
import { villageOf, type World } from '../records/world.ts';

export const criterion3Rows = ['commune-cameras', 'village-cameras', 'household-cameras', 'lamps'] as const;
export type Criterion3RowId = (typeof criterion3Rows)[number];

export interface Criterion3Row {
  readonly id: Criterion3RowId;
  /** The devices themselves, so that each can be shown on the map. */
  readonly devices: { readonly [S in DeviceState]: readonly Id[] };
  /** What the plan says stands already, and what it says is to be added; null where it names no figure. */
  readonly target: { readonly standing: number; readonly toAdd: number } | null;
  /** Working devices still lacking for standing + to add; null without a target. */
  readonly lacking: number | null;
  /** Places still to be chosen: neither existing nor planned nor broken; null without a target. */
  readonly unplaced: number | null;
}

export interface Criterion3 {
  readonly rows: readonly Criterion3Row[];
  /** When the commune's cameras are due (yyyy-mm-dd). */
  readonly camerasBy: string | null;
}

export function criterion3(world: World): Criterion3 {
  const targets = villageOf(world)?.targets.criterion3 ?? null;
  const cameras = [...world.camera.values()];
  const owned = (owner: string) => cameras.filter((camera) => camera.owner === owner);
  return {
    rows: [
      row(
        'commune-cameras',
        owned('commune'),
        targets && [targets.communeCamerasStanding, targets.communeCamerasToAdd],
      ),
      row('village-cameras', owned('village'), targets && [0, targets.villageCamerasToAdd]),
      row('household-cameras', owned('household'), null),
      row('lamps', [...world.lamp.values()], targets && [targets.lamps, 0]),
    ],
    camerasBy: targets?.camerasBy ?? null,
  };
}

function row(
  id: Criterion3RowId,
  devices: readonly { readonly id: Id; readonly state: DeviceState }[],
  figures: readonly [standing: number, toAdd: number] | null,
): Criterion3Row {
  const inState = (state: DeviceState) => devices.filter((device) => device.state === state).map((device) => device.id);
  const byState = { existing: inState('existing'), planned: inState('planned'), broken: inState('broken') };
  const total = figures && figures[0] + figures[1];
  return {
    id,
    devices: byState,
    target: figures && { standing: figures[0], toAdd: figures[1] },
    lacking: total === null ? null : Math.max(0, total - byState.existing.length),
    unplaced: total === null ? null : Math.max(0, total - devices.length),
  };
}
