/**
 * Houses of a file taken in as one intention: those added, those changed, and those no longer in it. A file that would
 * lose most of the village is refused, but for the commune, who confirms it by an edit of its own.
 */
import * as Type from 'typebox';
import { withDefaultEntrances } from '../addressing/defaultEntrance.ts';
import { centroid, roundPolygon, roundPosition } from '../geometry/polygon.ts';
import { Position } from '../geometry/shapes.ts';
import type { DeepReadonly } from '../plain.ts';
import { created, nextVersion, type Change } from '../records/change.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { House } from '../records/house.ts';
import { applyChange, findRecord, type World } from '../records/world.ts';
import { defineEdit, isRefusal, noHistory } from './edit.ts';
import { some } from './fields.ts';
import { houseDelete } from './houseDelete.ts';
import { losesMost } from './householdsImport.ts';
import { insideRefusal } from './houseInside.ts';
import { withDrafts } from './houseMove.ts';
import { mergeChanges } from './inMany.ts';
import { sameFields } from './pointRecord.ts';
import { refuse, type Refusal } from './refusal.ts';

/** More than any village has; of usual outlines as many fit into one request (server/routes/edits.ts). */
export const mostHouses = 10_000;

const { name, use, state, parcel, entrance, footprint } = House.properties;
const input = record({
  /** The name of the file, for the history. */
  source: text(200),
  /** `entrance`: the point of the file; null: the door is taken to be in the wall that faces the road. */
  added: Type.Array(record({ id: Id, entrance: orNull(Position), footprint, name, use, state, parcel }), {
    maxItems: mostHouses,
  }),
  changed: Type.Array(record({ id: Id, changes: some({ name, use, state, parcel, entrance, footprint }) }), {
    maxItems: mostHouses,
  }),
  goneIds: Type.Array(Id, { maxItems: mostHouses, uniqueItems: true }),
});
export type HousesInput = DeepReadonly<Type.Static<typeof input>>;

/** What could be done of it, and what could not, each with its record first; an edit is done whole or not at all. */
export interface Taken {
  readonly change: Change;
  readonly refused: readonly Refusal[];
}

export function housesTaken(world: World, { added, changed, goneIds }: HousesInput): Taken {
  const refused: Refusal[] = [];
  const seen = new Set<Id>();
  const isRepeated = (id: Id): boolean => seen.size === seen.add(id).size;
  const doorless: House[] = [];
  const doored: House[] = [];
  for (const { entrance: door, ...fields } of added) {
    const place = door ?? (fields.footprint && centroid(fields.footprint));
    if (isRepeated(fields.id) || findRecord(world, fields.id)) refused.push(refuse('record-exists', [fields.id]));
    else if (!place) refused.push(refuse('entrance-missing', [fields.id]));
    else {
      const house = { ...fields, kind: 'house', version: 1, entrance: place, chosenRoadId: null } as const;
      // A point of a file may be the middle of the house as well as the door.
      (door ? doored : doorless).push({ ...house, entranceOrigin: 'assumed' });
    }
  }
  const next: (readonly [House, House])[] = [];
  for (const { id, changes } of changed) {
    const before = world.house.get(id);
    if (isRepeated(id) || !before) refused.push(refuse('record-missing', [id]));
    else if (!sameFields(before, changes)) next.push([before, nextVersion(before, tidied(changes))]);
  }
  const deletions = goneIds.map((id) => {
    if (isRepeated(id)) return refuse('record-missing', [id]);
    return houseDelete.run(world, { ...noEdit, kind: 'house.delete', input: { id } }, noHistory);
  });
  const updates = withDoors(world, next).map(moving(world));
  const parts: Change[] = [created(...withDefaultEntrances(world, doorless), ...doored)];
  for (const part of [...updates, ...deletions]) {
    if (isRefusal(part)) refused.push(part);
    else parts.push(part);
  }
  const change = mergeChanges(parts);
  const after = applyChange(world, change);
  const drawn = [
    ...doorless,
    ...doored,
    ...next.flatMap(([one, two]) => (one.footprint === two.footprint ? [] : [two])),
  ];
  const drawnIds = new Set(drawn.map(({ id }) => id));
  for (const { id } of drawn) {
    const house = after.house.get(id);
    const inside = house && insideRefusal(after, id, house.footprint);
    // Of two of the file the inner one is told.
    const isToldOfInner = inside?.code === 'house-around-another' && drawnIds.has(inside.recordIds[1] ?? '');
    if (inside && !isToldOfInner) refused.push(inside);
  }
  return { change, refused };
}

/** For the parts that ask for nothing of their edit but its input. */
const noEdit = { id: '', villageId: '', basis: {}, author: '', at: '' };

function tidied(changes: HousesInput['changed'][number]['changes']): Partial<House> {
  const { entrance: door, footprint: outline, ...rest } = changes;
  return {
    ...rest,
    ...(door ? { entrance: roundPosition(door) } : {}),
    ...(outline === undefined ? {} : { footprint: outline && roundPolygon(outline) }),
  };
}

/** Doors that move together are told apart by their codes. */
function moving(world: World): (pair: readonly [House, House]) => Change | Refusal {
  let coded = world;
  return ([before, after]) => {
    const moved = withDrafts(coded, before, after);
    const addresses = isRefusal(moved) ? [] : moved.updated.flatMap(([, one]) => (one.kind === 'address' ? [one] : []));
    if (addresses.length > 0) {
      coded = { ...coded, address: new Map([...coded.address, ...addresses.map((one) => [one.id, one] as const)]) };
    }
    return moved;
  };
}

/** An outline drawn anew takes its door along, as long as nobody has shown it and nothing is issued there. */
function withDoors(world: World, pairs: readonly (readonly [House, House])[]): readonly (readonly [House, House])[] {
  const issued = new Set([...world.address.values()].flatMap((one) => (one.state === 'issued' ? [one.houseId] : [])));
  const turns = ([before, after]: readonly [House, House]): boolean =>
    before.footprint !== after.footprint && before.entrance === after.entrance && !issued.has(before.id);
  const turned = new Map(
    withDefaultEntrances(
      world,
      pairs.filter(turns).map(([, after]) => after),
    ).map((house) => [house.id, house]),
  );
  return pairs.map(([before, after]) => [before, turned.get(after.id) ?? after]);
}

function listTaken(world: World, given: HousesInput): Change | Refusal {
  const { change, refused } = housesTaken(world, given);
  return refused[0] ?? change;
}

const targets = ({ changed, goneIds }: HousesInput) => [...changed.map(({ id }) => id), ...goneIds];

export const housesImport = defineEdit({
  kind: 'house.import',
  input,
  targets,
  run: (world, edit) => {
    const [gone, total] = [edit.input.goneIds.length, world.house.size];
    return losesMost(gone, total) ? refuse('import-loses-most', [], { gone, total }) : listTaken(world, edit.input);
  },
});

/** As above, whatever it loses. */
export const housesReplace = defineEdit({
  kind: 'house.replace',
  input,
  targets,
  run: (world, edit) => listTaken(world, edit.input),
});
