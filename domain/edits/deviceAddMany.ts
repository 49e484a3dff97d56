/** Cameras or lamps planned at once, as when places proposed for them are accepted; undone at once. */
import * as Type from 'typebox';
import { Camera } from '../records/camera.ts';
import { record } from '../records/fields.ts';
import { Lamp } from '../records/lamp.ts';
import { defineEdit } from './edit.ts';
import { newRecord } from './fields.ts';
import { allCreated } from './pointRecord.ts';

/** What a person can look through before accepting it. */
const mostAtOnce = 50;

export const cameraAddMany = defineEdit({
  kind: 'camera.addMany',
  input: record({ cameras: Type.Array(newRecord(Camera), { minItems: 1, maxItems: mostAtOnce }) }),
  targets: () => [],
  run: (world, edit) => allCreated(world, 'camera', edit.input.cameras),
});

export const lampAddMany = defineEdit({
  kind: 'lamp.addMany',
  input: record({ lamps: Type.Array(newRecord(Lamp), { minItems: 1, maxItems: mostAtOnce }) }),
  targets: () => [],
  run: (world, edit) => allCreated(world, 'lamp', edit.input.lamps),
});
