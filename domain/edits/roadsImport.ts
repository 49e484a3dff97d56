/**
 * Roads of a file taken in as one intention: those added, those changed, and those no longer in it. A file that would
 * lose most of the village is refused, but for the commune, who confirms it by an edit of its own.
 */
import * as Type from 'typebox';
import type { DeepReadonly } from '../plain.ts';
import { created, type Change } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import { Road } from '../records/road.ts';
import { applyChange, findRecord, type World } from '../records/world.ts';
import { changeBetween } from '../records/worldChange.ts';
import { defineEdit, isRefusal, noHistory } from './edit.ts';
import { some } from './fields.ts';
import type { Taken } from './housesImport.ts';
import { losesMost } from './householdsImport.ts';
import { refuse, type Refusal } from './refusal.ts';
import { roadDelete } from './roadDelete.ts';
import { nameRefusal, roadNameEdit } from './roadName.ts';
import { roadReshape } from './roadReshape.ts';
import { roadUpdate } from './roadUpdate.ts';
import { withJunctions } from './withJunctions.ts';

/** More than any village has. */
export const mostRoads = 3000;

const { line, class: roadClass, name, parentRoadId, widthMeters, madeFor } = Road.properties;
const input = record({
  /** The name of the file, for the history. */
  source: text(200),
  /** Each line runs the way numbers rise. */
  added: Type.Array(record({ id: Id, line, class: roadClass, name, parentRoadId, widthMeters, madeFor }), {
    maxItems: mostRoads,
  }),
  changed: Type.Array(record({ id: Id, changes: some({ line, class: roadClass, name, widthMeters }) }), {
    maxItems: mostRoads,
  }),
  goneIds: Type.Array(Id, { maxItems: mostRoads, uniqueItems: true }),
});
export type RoadsInput = DeepReadonly<Type.Static<typeof input>>;

/** For the parts that ask for nothing of their edit but its input. */
const noEdit = { id: '', villageId: '', basis: {}, author: '', at: '' };

/** Each is decided as its own edit of one road would be, those that go first: their names are free then. */
export function roadsTaken(world: World, { added, changed, goneIds }: RoadsInput): Taken {
  const refused: Refusal[] = [];
  let now = world;
  const take = (part: Change | Refusal): void => {
    if (!isRefusal(part)) now = applyChange(now, part);
    else if (part.code !== 'nothing-changes') refused.push(part);
  };
  for (const id of goneIds) take(roadDelete.run(now, { ...noEdit, kind: 'road.delete', input: { id } }, noHistory));
  for (const { id, changes } of changed) {
    const { line: drawn, name: called, ...rest } = changes;
    if (drawn) {
      take(roadReshape.run(now, { ...noEdit, kind: 'road.reshape', input: { id, line: drawn } }, noHistory));
    }
    if (Object.keys(rest).length > 0) {
      take(roadUpdate.run(now, { ...noEdit, kind: 'road.update', input: { id, changes: rest } }, noHistory));
    }
    if (called !== undefined) {
      take(roadNameEdit.run(now, { ...noEdit, kind: 'road.name', input: { id, name: called } }, noHistory));
    }
  }
  for (const fields of added) {
    const { id } = fields;
    const against = fields.name === null ? undefined : nameRefusal(now, { roadId: null, ...fields }, fields.name);
    if (findRecord(now, id)) take(refuse('record-exists', [id]));
    else if (against) take({ ...against, recordIds: [id, ...against.recordIds] });
    else take(withJunctions(now, created(newRoad(fields)), id));
  }
  return { change: changeBetween(world, now), refused };
}

const newRoad = (fields: RoadsInput['added'][number]): Road => ({
  ...fields,
  ...{ kind: 'road', version: 1, numberName: null, directionReason: null, state: 'existing', decisionId: null },
});

function listTaken(world: World, given: RoadsInput): Change | Refusal {
  const { change, refused } = roadsTaken(world, given);
  return refused[0] ?? change;
}

const targets = ({ changed, goneIds }: RoadsInput) => [...changed.map(({ id }) => id), ...goneIds];

export const roadsImport = defineEdit({
  kind: 'road.import',
  input,
  targets,
  run: (world, edit) => {
    const [gone, total] = [edit.input.goneIds.length, world.road.size];
    return losesMost(gone, total) ? refuse('import-loses-most', [], { gone, total }) : listTaken(world, edit.input);
  },
});

/** As above, whatever it loses. */
export const roadsReplace = defineEdit({
  kind: 'road.replace',
  input,
  targets,
  run: (world, edit) => listTaken(world, edit.input),
});
