/** A new village: its record takes the id the edit names as its village. */
import { created } from '../records/change.ts';
import { record } from '../records/fields.ts';
import { Village } from '../records/village.ts';
import { defineEdit } from './edit.ts';
import { without } from './fields.ts';

export const villageCreate = defineEdit({
  kind: 'village.create',
  input: record({ village: record(without(Village.properties, 'kind', 'version', 'id')) }),
  targets: () => [],
  run: (_world, edit) => created({ ...edit.input.village, kind: 'village', id: edit.villageId, version: 1 }),
});
