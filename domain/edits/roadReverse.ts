/**
 * The other end becomes the start, for a reason the commune gives (RULES R2: special roads). Left becomes right, so
 * issued addresses on the road need a decision (`numbering.reshape`); drafts keep their numbers until it is numbered.
 */
import type { Static } from 'typebox';
import { storedMeasure } from '../addressing/housePlace.ts';
import { lineLengthMeters, reverseLine } from '../geometry/line.ts';
import type { DeepReadonly } from '../plain.ts';
import { nextVersion } from '../records/change.ts';
import { Id, record, text } from '../records/fields.ts';
import type { AnyRecord } from '../records/record.ts';
import { applyChange, type World } from '../records/world.ts';
import { defineEdit, isRefusal } from './edit.ts';
import { draftsOnNewLine } from './issued.ts';
import { refuse, type Refusal } from './refusal.ts';
import { disturbedIn, issuedUnder, standingOnRoad, withoutDecision, type Reshaping } from './reshaping.ts';

export const reverseInput = record({ id: Id, reason: text(200) });

export const roadReverse = defineEdit({
  kind: 'road.reverse',
  input: reverseInput,
  targets: ({ id }) => [id],
  run: (world, edit) => {
    const reshaping = reverseRoad(world, edit.input);
    if (isRefusal(reshaping)) return reshaping;
    const issued = disturbedIn(world, reshaping.after);
    if (issued.length === 0) return withoutDecision(world, reshaping);
    return refuse(
      'address-issued',
      issued.map((address) => address.houseId),
      { count: issued.length },
    );
  },
});

export function reverseRoad(world: World, input: DeepReadonly<Static<typeof reverseInput>>): Reshaping | Refusal {
  const { id, reason } = input;
  const road = world.road.get(id);
  if (!road) return refuse('record-missing', [id]);
  const line = reverseLine(road.line);
  const lengthMeters = lineLengthMeters(line);
  const updated: (readonly [AnyRecord, AnyRecord])[] = [[road, nextVersion(road, { line, directionReason: reason })]];
  updated.push(...draftsOnNewLine(world, id, line));
  for (const address of standingOnRoad(world, id)) {
    if (address.state !== 'issued') continue;
    const measureMeters = storedMeasure(lengthMeters - address.measureMeters, lengthMeters);
    updated.push([address, nextVersion(address, { measureMeters, side: address.side === 'left' ? 'right' : 'left' })]);
  }
  const anew = issuedUnder(world, id);
  return { after: applyChange(world, { created: [], updated, deleted: [] }), roadIds: [id], anew };
}
