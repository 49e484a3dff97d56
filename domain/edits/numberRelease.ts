/** Numbers set by hand given back to the rule: they stay until the road is numbered, which may then give others. */
import * as Type from 'typebox';
import { nextVersion, type Change } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { defineEdit } from './edit.ts';

export const numberRelease = defineEdit({
  kind: 'number.release',
  input: record({ houseIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }) }),
  targets: ({ houseIds }) => houseIds,
  run: (world, edit) => {
    const houses = new Set(edit.input.houseIds);
    const released = [...world.address.values()].filter(
      ({ houseId, state, numberedBy }) => houses.has(houseId) && state === 'draft' && numberedBy === 'hand',
    );
    const updated = released.map((draft) => [draft, nextVersion(draft, { numberedBy: null })] as const);
    return { created: [], updated, deleted: [] } satisfies Change;
  },
});
