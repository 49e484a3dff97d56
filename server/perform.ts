/** The one write path: an edit becomes a change in one transaction, or is refused and leaves no trace. */
import { isRefusal, noHistory, type Edit, type EditHistory } from '../domain/edits/edit.ts';
import { refuse, type Refusal } from '../domain/edits/refusal.ts';
import type { EditKind, InputOf } from '../domain/edits/registry.ts';
import { run } from '../domain/edits/run.ts';
import { mayEdit, type Role } from '../domain/permissions.ts';
import type { Change } from '../domain/records/change.ts';
import type { Id } from '../domain/records/fields.ts';
import type { World } from '../domain/records/world.ts';
import { roleIn, type Account } from './auth/grants.ts';
import { appendChange, changeByEditId, saveChange, verifyChange, type EntryWithEdit } from './db/changes.ts';
import { constraintRefusal } from './db/constraintRefusal.ts';
import { erasePersonsFromLog, withoutPersons } from './db/erasedPersons.ts';
import type { Database } from './db/open.ts';
import { withoutPersonData } from './db/personData.ts';
import { roadsElsewhere } from './db/roadsElsewhere.ts';
import { createVillageSlot, loadWorld, lockVillage } from './db/villages.ts';
import { ApiError } from './errors.ts';
import type { FeedEntry } from './feed.ts';
import { sameJson } from './sameJson.ts';

/** An edit as it is asked for: who and when are not the asker's to say. Its input fits its kind's schema. */
export interface EditRequest<K extends EditKind = EditKind> {
  readonly id: Id;
  readonly villageId: Id;
  readonly kind: K;
  readonly input: InputOf<K>;
  readonly basis: Readonly<Record<Id, number>>;
}

interface Surroundings {
  readonly database: Database;
  readonly clock: () => Date;
}

type Transaction = Parameters<typeof lockVillage>[0];

/** @throws ApiError edit-id-reused when the id belongs to another edit. The same edit again gets the same answer. */
export async function perform(
  { database, clock }: Surroundings,
  account: Account,
  request: EditRequest,
): Promise<FeedEntry | Refusal> {
  const role = roleIn(account, request.villageId);
  if (!mayEdit(role, request.kind)) return refuse('forbidden', [], { kind: request.kind });
  const edit: Edit<EditKind> = {
    id: request.id,
    villageId: request.villageId,
    kind: request.kind,
    input: request.input,
    basis: request.basis,
    author: account.id,
    at: clock().toISOString(),
  };
  let isNew = false;
  const outcome = await database.db
    .transaction()
    .execute(async (trx) => {
      const village = await takeVillage(trx, edit);
      if (!village) throw new Refused(refuse('village-missing', [edit.villageId]));
      const done = await changeByEditId(trx, edit.villageId, edit.id);
      if (done) return answerAgain(done, edit);

      const history = await historyFor(trx, role, edit);
      const change = orThrow(run(await worldFor(trx, edit), edit, history));
      const objection = await verifyChange(trx, edit.villageId, change);
      if (objection) throw new Refused(objection);
      await saveChange(trx, edit.villageId, change);
      const sequence = await appendChange(trx, { edit, change });
      const shown = await withErased(trx, edit, change);
      isNew = true;
      const author = { id: account.id, displayName: account.displayName };
      return {
        sequence,
        editId: edit.id,
        kind: edit.kind,
        author,
        at: edit.at,
        reverts: revertedBy(edit),
        change: shown,
      };
    })
    .catch((error: unknown) => {
      const refusal = error instanceof Refused ? error.refusal : constraintRefusal(error);
      if (!refusal) throw error;
      return refusal;
    });
  if (isNew) await database.notify(edit.villageId);
  return outcome;
}

/** Thrown inside the transaction so that it is rolled back; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function orThrow(result: Change | Refusal): Change {
  if (isRefusal(result)) throw new Refused(result);
  return result;
}

async function takeVillage(trx: Transaction, edit: Edit<EditKind>) {
  if (edit.kind === 'village.create') await createVillageSlot(trx, edit.villageId);
  return lockVillage(trx, edit.villageId);
}

const namesRoads: ReadonlySet<EditKind> = new Set(['road.name', 'road.draw', 'road.split', 'numbering.reshape']);

/** What an edit is judged in. Whoever names a road must know the names around. */
async function worldFor(trx: Transaction, { kind, villageId }: Edit<EditKind>): Promise<World> {
  const world = await loadWorld(trx, villageId);
  return namesRoads.has(kind) ? { ...world, roadsElsewhere: await roadsElsewhere(trx, villageId) } : world;
}

/** What was erased is in no answer either, and in no entry of the log before. */
async function withErased(trx: Transaction, edit: Edit<EditKind>, change: Change): Promise<Change> {
  if (edit.kind !== 'household.erase') return change;
  const { householdIds, fields } = edit.input as InputOf<'household.erase'>;
  await erasePersonsFromLog(trx, edit.villageId, householdIds, fields);
  return withoutPersons(change, new Set(householdIds), fields);
}

/** The id was used before: a repeated sending gets the answer of the first, another edit under the id gets none. */
function answerAgain({ edit: before, ...entry }: EntryWithEdit, edit: Edit<EditKind>): FeedEntry {
  const isSame =
    before.kind === edit.kind &&
    before.author === edit.author &&
    hasSameInput(before, edit) &&
    sameJson(before.basis, edit.basis);
  if (!isSame) throw new ApiError('edit-id-reused');
  return entry;
}

/** The person data of the first may have been erased since: then the rest decides. */
const hasSameInput = (before: Edit, edit: Edit): boolean =>
  sameJson(before.input, edit.input) || sameJson(before.input, withoutPersonData(edit.input));

const revertedBy = (edit: Edit): Id | null =>
  edit.kind === 'change.revert' ? (edit.input as InputOf<'change.revert'>).editId : null;

/** A revert also needs the right to what it undoes, however often that was undone and redone in between. */
async function historyFor(trx: Transaction, role: Role | null, edit: Edit<EditKind>): Promise<EditHistory> {
  const editId = revertedBy(edit);
  if (editId === null) return noHistory;
  const target = await changeByEditId(trx, edit.villageId, editId);
  let undone = target;
  while (undone?.reverts) undone = await changeByEditId(trx, edit.villageId, undone.reverts);
  if (undone && !mayEdit(role, undone.kind as EditKind))
    throw new Refused(refuse('forbidden', [], { kind: undone.kind }));
  return { changeOf: (id) => (id === editId ? target : undefined) };
}
