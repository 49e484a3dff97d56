/** The same state, use or road for many records of one kind at once, undone at once. */
import type { TProperties } from 'typebox';
import * as Type from 'typebox';
import { Camera } from '../records/camera.ts';
import { Id, record } from '../records/fields.ts';
import { dayOf } from '../records/day.ts';
import { House } from '../records/house.ts';
import { Lamp } from '../records/lamp.ts';
import { Road } from '../records/road.ts';
import { Sign } from '../records/sign.ts';
import { inState } from '../signs/stateFields.ts';
import { cameraUpdate } from './camera.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { some } from './fields.ts';
import { houseUpdate } from './houseUpdate.ts';
import { allOrNothing } from './inMany.ts';
import { lampUpdate } from './lamp.ts';
import { refuse } from './refusal.ts';
import { roadUpdate } from './roadUpdate.ts';
import { signSetState } from './signSetState.ts';

const many = <const Kind extends string, P extends TProperties>(recordKind: Kind, fields: P) =>
  record({
    recordKind: Type.Literal(recordKind),
    ids: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
    changes: some(fields),
  });

const { use, state, chosenRoadId } = House.properties;

/** Each is decided as its own edit of one record would be. */
export const recordsUpdate = defineEdit({
  kind: 'records.update',
  input: Type.Union([
    many('house', { use, state, chosenRoadId }),
    many('road', { state: Road.properties.state }),
    many('sign', { state: Sign.properties.state, dueDay: Sign.properties.dueDay }),
    many('camera', { state: Camera.properties.state }),
    many('lamp', { state: Lamp.properties.state }),
  ]),
  targets: ({ ids }) => ids,
  run: (world, edit, history) => {
    const { input } = edit;
    // Two doors that turn together must be told apart by their codes.
    let coded = world;
    return allOrNothing(input.ids, (id) => {
      switch (input.recordKind) {
        case 'house': {
          const ofOne = { ...edit, kind: 'house.update', input: { id, changes: input.changes } } as const;
          const result = houseUpdate.run(coded, ofOne, history);
          for (const [, after] of isRefusal(result) ? [] : result.updated) {
            if (after.kind === 'address') coded = { ...coded, address: new Map(coded.address).set(after.id, after) };
          }
          return result;
        }
        case 'road':
          return roadUpdate.run(
            world,
            { ...edit, kind: 'road.update', input: { id, changes: input.changes } },
            history,
          );
        case 'sign': {
          const sign = world.sign.get(id);
          if (!sign) return refuse('record-missing', [id]);
          const fields = inState(sign, input.changes.state ?? sign.state, dayOf(edit.at));
          const told = { ids: [id], ...fields, ...input.changes };
          return signSetState.run(world, { ...edit, kind: 'sign.setState', input: told }, history);
        }
        case 'camera':
          return cameraUpdate.run(
            world,
            { ...edit, kind: 'camera.update', input: { id, changes: input.changes } },
            history,
          );
        case 'lamp':
          return lampUpdate.run(
            world,
            { ...edit, kind: 'lamp.update', input: { id, changes: input.changes } },
            history,
          );
      }
    });
  },
});
