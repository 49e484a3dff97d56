/** A house met on foot and numbered at once: one made at its door, or a candidate accepted. One press, one edit. */
import { Position } from '../geometry/shapes.ts';
import { Id, orNull, record, text } from '../records/fields.ts';
import { HouseUse } from '../records/house.ts';
import { deriveId } from '../records/identifier.ts';
import { applyChange } from '../records/world.ts';
import { changeBetween } from '../records/worldChange.ts';
import { candidatesAccept } from './candidates.ts';
import { defineEdit, isRefusal, noHistory } from './edit.ts';
import { houseDraw } from './houseDraw.ts';
import { setNumbers } from './numberSet.ts';
import { refuse } from './refusal.ts';

export const houseFound = defineEdit({
  kind: 'house.found',
  input: record({
    /** Of the new house. */
    id: Id,
    /** Where its door is; null leaves it to the rules for a candidate. */
    entrance: orNull(Position),
    candidateId: orNull(Id),
    use: HouseUse,
    roadId: Id,
    /** As typed: 12, 12a, 20-1. */
    number: text(20),
  }),
  targets: ({ candidateId }) => (candidateId === null ? [] : [candidateId]),
  run: (world, edit) => {
    const { id, entrance, candidateId, use, roadId, number } = edit.input;
    const made =
      candidateId === null
        ? houseDraw.run(
            world,
            {
              ...edit,
              kind: 'house.draw',
              input: { id, entrance, footprint: null, use, state: 'standing', name: null },
            },
            noHistory,
          )
        : candidatesAccept.run(
            world,
            { ...edit, kind: 'candidates.accept', input: { accepted: [{ candidateId, houseId: id }], use } },
            noHistory,
          );
    if (isRefusal(made)) return made;
    const standing = applyChange(world, made);
    // The outline may have become that of a house known by its door.
    const houseId = standing.house.has(id) ? id : made.updated.find(([, after]) => after.kind === 'house')?.[1].id;
    if (houseId === undefined) return refuse('record-missing', [id]);
    const isNumbered = [...world.address.values()].some(
      (address) => address.houseId === houseId && address.state === 'draft' && address.numberedBy === 'hand',
    );
    if (houseId !== id && isNumbered) return refuse('house-numbered-twice', [houseId]);
    const numbered = setNumbers(standing, roadId, [{ houseId, number }], (n) => deriveId(edit.id, n));
    return isRefusal(numbered) ? numbered : changeBetween(world, applyChange(standing, numbered));
  },
});
