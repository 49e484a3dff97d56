/** Edits done and refused in a test's world. */
import { isRefusal } from '../../../domain/edits/edit.ts';
import type { Refusal } from '../../../domain/edits/refusal.ts';
import { editDefinitions, type EditKind, type InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import { planNumbering } from '../../../domain/addressing/numberingPlan.ts';
import { fullNumber } from '../../../domain/addressing/fullNumber.ts';
import type { Address } from '../../../domain/records/address.ts';
import { isEmptyChange, type Change } from '../../../domain/records/change.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { House } from '../../../domain/records/house.ts';
import { applyChange, recordsOf, type World } from '../../../domain/records/world.ts';
import { anEdit, at } from '../builders.ts';

/** What an edit came to. */
export interface Done {
  readonly edit: { readonly id: Id; readonly kind: EditKind };
  readonly change: Change;
  readonly world: World;
}

/** What the edit itself says it needs to have seen. */
const targetsOf = <K extends EditKind>(kind: K, input: InputOf<K>): readonly Id[] =>
  editDefinitions[kind].targets(input as never);

/** Runs one edit; fails the test when it is refused. */
export function done<K extends EditKind>(world: World, kind: K, input: InputOf<K>, targets?: readonly Id[]): Done {
  const edit = anEdit(world, kind, input, targets ?? targetsOf(kind, input));
  const change = run(world, edit);
  if (isRefusal(change)) throw new Error(`${kind} refused: ${JSON.stringify(change)}`);
  return { edit, change, world: applyChange(world, change) };
}

/** Runs one edit; fails the test when it is done. */
export function refused<K extends EditKind>(
  world: World,
  kind: K,
  input: InputOf<K>,
  targets?: readonly Id[],
): Refusal {
  const change = run(world, anEdit(world, kind, input, targets ?? targetsOf(kind, input)));
  if (!isRefusal(change)) throw new Error(`${kind} was done`);
  return change;
}

/** The world after taking an edit back. */
export function undone({ edit, change, world }: Done): World {
  const back = run(world, anEdit(world, 'change.revert', { editId: edit.id }), {
    changeOf: (id) => (id === edit.id ? { kind: edit.kind, change } : undefined),
  });
  if (isRefusal(back)) throw new Error(`not taken back: ${JSON.stringify(back)}`);
  return applyChange(world, back);
}

/** Everything in a world but the versions, which undo raises; as text, in the order of ids. */
export const contentOf = (world: World): string[] =>
  recordsOf(world)
    .map((item) => JSON.stringify({ ...item, version: 0 }))
    .sort();

const on = '2026-11-23';

export function numbered(world: World, roadIds: readonly Id[] | null = null): World {
  const { digest, change } = planNumbering(
    world,
    roadIds,
    anEdit(world, 'numbering.apply', { roadIds, digest: '' }).id,
    {
      on,
    },
  );
  return isEmptyChange(change) ? world : done(world, 'numbering.apply', { roadIds, digest }).world;
}

const firstDecision = {
  ...{ id: '019a0000-0000-7000-8000-0000000000d1', number: '1/QĐ-UBND', date: '2024-01-05' },
  ...{ signatory: 'Chủ tịch', scope: 'Cấp số nhà' },
};

/** The drafts of these houses, or all, become official. */
export function issued(world: World, houses?: readonly House[]): World {
  const addressIds = [...world.address.values()]
    .filter(({ state, houseId }) => state === 'draft' && (!houses || houses.some(({ id }) => id === houseId)))
    .map(({ id }) => id);
  return done(world, 'address.issue', { addressIds, decision: firstDecision }, addressIds).world;
}

/** The standing address of a house: the issued one, else the draft. */
export function addressOf(world: World, house: { readonly id: Id }): Address | undefined {
  const own = [...world.address.values()].filter(({ houseId, state }) => houseId === house.id && state !== 'retired');
  return own.find(({ state }) => state === 'issued') ?? own[0];
}

/** The full numbers of houses, null for those without one. */
export const numbersOf = (world: World, houses: readonly { readonly id: Id }[]): (string | null)[] =>
  houses.map((house) => {
    const address = addressOf(world, house);
    return address ? fullNumber(world, address) : null;
  });

/** A rectangle with its south-west corner there, in metres from the middle of the village. */
export const rectangle = (east: number, north: number, width: number, depth = width) =>
  ({
    type: 'Polygon',
    coordinates: [
      [
        at(east, north),
        at(east + width, north),
        at(east + width, north + depth),
        at(east, north + depth),
        at(east, north),
      ],
    ],
  }) as const;
