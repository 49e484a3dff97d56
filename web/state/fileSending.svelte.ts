/**
 * The file a person is taking in: sent in pieces and read by the server. Reloading the page, or a network that fails for
 * a while, loses nothing that was sent.
 */
import type { Id } from '../../domain/records/fields.ts';
import type { Failure } from '../sync/api.ts';
import { beginFile, dropFile, readFiles, readFileState, sendPiece, type SentFile } from '../sync/imports.ts';
import { newId } from './newId.ts';

/** Bytes; the server takes twice that. */
const pieceBytes = 1024 * 1024;
/** Milliseconds between two looks at how far the reading is. */
const betweenLooks = 500;

let file = $state.raw<SentFile | null>(null);
let failure = $state.raw<Failure | null>(null);
let isPaused = $state(false);
/** Each turn to another file, or to none, ends what is under way for the one before. */
let turn = 0;

export const sending = {
  get file(): SentFile | null {
    return file;
  },
  /** Why the file cannot be sent or asked about; null while all is well. */
  get failure(): Failure | null {
    return failure;
  },
  /** The network is gone; it goes on by itself. */
  get isPaused(): boolean {
    return isPaused;
  },
};

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function sendFile(villageId: Id, given: File): Promise<void> {
  const mine = beginTurn();
  const begun = await beginFile(villageId, { id: newId(), name: nameOf(given), size: given.size });
  if (mine !== turn) return;
  if (!begun.ok) return void (failure = begun);
  file = begun.value;
  while (file.state === 'receiving') {
    const from: number = file.receivedBytes;
    const answer = await sendPiece(villageId, file.id, from, given.slice(from, from + pieceBytes));
    if (mine !== turn) return;
    if (!(await accepted(answer, mine))) return;
  }
  await follow(villageId, mine);
}

/** What was sent before the page was loaded again. A file that was still on its way must be chosen again. */
export async function findFile(villageId: Id): Promise<void> {
  const mine = beginTurn();
  const answer = await readFiles(villageId);
  if (mine !== turn || !answer.ok) return;
  file = answer.value.imports.find(({ state }) => state !== 'receiving') ?? null;
  await follow(villageId, mine);
}

/** Away with it, here and on the server. */
export async function forgetFile(villageId: Id): Promise<void> {
  const gone = file;
  beginTurn();
  if (gone) await dropFile(villageId, gone.id);
}

function beginTurn(): number {
  file = null;
  failure = null;
  isPaused = false;
  return (turn += 1);
}

/** Until it is read or refused. */
async function follow(villageId: Id, mine: number): Promise<void> {
  while (file && (file.state === 'waiting' || file.state === 'reading')) {
    await wait(betweenLooks);
    if (mine !== turn) return;
    const answer = await readFileState(villageId, file.id);
    if (mine !== turn || !(await accepted(answer, mine))) return;
  }
}

/** False when there is no going on. */
async function accepted(answer: { ok: true; value: SentFile } | Failure, mine: number): Promise<boolean> {
  if (answer.ok) {
    file = answer.value;
    isPaused = false;
    return true;
  }
  // No network, or a server that is starting again: the next attempt may find it.
  if (answer.status !== 0 && answer.status < 500 && answer.status !== 429) {
    failure = answer;
    return false;
  }
  isPaused = true;
  await wait((answer.retryAfterSeconds ?? 2) * 1000);
  return mine === turn;
}

const nameOf = ({ name }: File): string => name.normalize('NFC').slice(-200) || 'tệp';
