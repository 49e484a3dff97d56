/** What became of signs: ordered, put up, found damaged or gone, taken down; on which day, with a note and a picture. */
import * as Type from 'typebox';
import { updated } from '../records/change.ts';
import { Id, record } from '../records/fields.ts';
import { Sign, type SignState } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { isInState, type StateFields } from '../signs/stateFields.ts';
import { defineEdit } from './edit.ts';
import { allOrNothing } from './inMany.ts';
import { refuse } from './refusal.ts';

/** What may follow what. A sign in its own state may get another day, note or picture. */
export const nextStates: Readonly<Record<SignState, readonly SignState[]>> = {
  planned: ['ordered', 'installed', 'removed'],
  ordered: ['planned', 'installed', 'removed'],
  installed: ['damaged', 'missing', 'removed'],
  damaged: ['ordered', 'installed', 'missing', 'removed'],
  missing: ['ordered', 'installed', 'removed'],
  removed: ['planned', 'ordered', 'installed'],
};

const { state, stateDay, stateNote, dueDay, photoId } = Sign.properties;

export const signSetState = defineEdit({
  kind: 'sign.setState',
  input: record({
    ids: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }),
    ...{ state, stateDay, stateNote, dueDay, photoId },
  }),
  targets: ({ ids }) => ids,
  run: (world, edit) => {
    const { ids, ...fields } = edit.input;
    const [only] = ids;
    const decide = (id: Id) => toState(world, id, fields);
    // Of one sign the reason itself is told.
    return ids.length === 1 && only ? decide(only) : allOrNothing(ids, decide);
  },
});

function toState(world: World, id: Id, fields: StateFields) {
  const sign = world.sign.get(id);
  if (!sign) return refuse('record-missing', [id]);
  if (isInState(sign, fields)) return refuse('nothing-changes', [id]);
  if (sign.state !== fields.state && !nextStates[sign.state].includes(fields.state)) {
    return refuse('sign-state-not-next', [id], { from: sign.state, to: fields.state });
  }
  return updated(sign, fields);
}
