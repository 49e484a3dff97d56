/**
 * A road goes on at one of its ends.
 *
 * At its end nothing else changes (RULES R6). At its start every measure grows by what is added, and issued addresses
 * stay: number, side and entrance are as before, only the metres count from farther away. So this is allowed without a
 * decision where numbers follow one another; new houses on the new stretch come before the first number, where the rule
 * has no number left to give: they are warned of, and a decision (`numbering.reshape`) numbers the whole road anew. Where
 * numbers are metres from the start (metric profile) the old ones would say the wrong distance, so there it needs the
 * decision at once.
 */
import type { Static } from 'typebox';
import * as Type from 'typebox';
import { profileOf } from '../addressing/profile.ts';
import { storedMeasure } from '../addressing/housePlace.ts';
import { lineLengthMeters } from '../geometry/line.ts';
import { roundLine } from '../geometry/polygon.ts';
import { Position, type LineString } from '../geometry/shapes.ts';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion } from '../records/change.ts';
import { Id, oneOf, record } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { draftsOnNewLine } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';
import { issuedUnder, standingOnRoad, withoutDecision, type Reshaping } from './reshaping.ts';
import { withJunctions } from './withJunctions.ts';

export const extendInput = record({
  id: Id,
  end: oneOf('start', 'end'),
  /** From that end outward, in the order in which they were drawn. */
  positions: Type.Array(Position, { minItems: 1, maxItems: 4998 }),
});

export const roadExtend = defineEdit({
  kind: 'road.extend',
  input: extendInput,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const reshaping = extendRoad(world, edit.input);
    if (isRefusal(reshaping)) return reshaping;
    const issued = standingOnRoad(world, edit.input.id).filter(({ state }) => state === 'issued');
    if (edit.input.end === 'start' && issued.length > 0 && profileOf(world).id === 'metric') {
      const houseIds = issued.map(({ houseId }) => houseId);
      const meters = addedMeters(world, reshaping, edit.input.id);
      return refuse('road-grows-at-start', houseIds, { count: issued.length, meters: Math.round(meters) });
    }
    return withoutDecision(world, reshaping);
  },
});

const addedMeters = (world: World, { after }: Reshaping, id: Id): number =>
  lineLengthMeters(after.road.get(id)!.line) - lineLengthMeters(world.road.get(id)!.line);

export function extendRoad(world: World, input: DeepReadonly<Static<typeof extendInput>>): Reshaping | Refusal {
  const { id, end, positions } = input;
  const road = world.road.get(id);
  if (!road) return refuse('record-missing', [id]);
  const { coordinates } = road.line;
  const line: LineString = roundLine({
    type: 'LineString',
    coordinates: end === 'end' ? [...coordinates, ...positions] : [...positions.toReversed(), ...coordinates],
  });
  const lengthMeters = lineLengthMeters(line);
  const grown = lengthMeters - lineLengthMeters(road.line);
  if (grown <= 0) return refuse('nothing-changes', [id]);
  const updated: (readonly [AnyRecord, AnyRecord])[] = [[road, nextVersion(road, { line })]];
  if (end === 'start') {
    for (const address of standingOnRoad(world, id)) {
      if (address.state !== 'issued') continue;
      const measureMeters = storedMeasure(address.measureMeters + grown, lengthMeters);
      updated.push([address, nextVersion(address, { measureMeters })]);
    }
  }
  updated.push(...draftsOnNewLine(world, id, line));
  const anew = end === 'start' ? issuedUnder(world, id) : new Set<Id>();
  const joined = withJunctions(world, { created: [], updated, deleted: [] }, id);
  return isRefusal(joined) ? joined : { after: applyChange(world, joined), roadIds: [id], anew };
}
