/**
 * What criterion 3 asks for: at least one model of information technology in use in one of its fields. Of those fields
 * the village's own devices speak for two: public security, and energy and lighting (the plan of 2022, part 3).
 */
import type { Id } from '../records/fields.ts';
import type { World } from '../records/world.ts';

export interface ModelInUse {
  readonly field: 'security' | 'lighting';
  /** Working devices that are a model of the field: cameras of the commune and the village; lamps. */
  readonly deviceIds: readonly Id[];
}

export interface Criterion3Models {
  readonly isMet: boolean;
  /** Every field, also one without a device. */
  readonly models: readonly ModelInUse[];
}

export function criterion3Models(world: World): Criterion3Models {
  const cameras = [...world.camera.values()].filter(
    ({ owner, state }) => owner !== 'household' && state === 'existing',
  );
  const lamps = [...world.lamp.values()].filter(({ state }) => state === 'existing');
  const models: readonly ModelInUse[] = [
    { field: 'security', deviceIds: cameras.map(({ id }) => id) },
    { field: 'lighting', deviceIds: lamps.map(({ id }) => id) },
  ];
  return { isMet: models.some(({ deviceIds }) => deviceIds.length > 0), models };
}
