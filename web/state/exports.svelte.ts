/** Handing the list over: files made by the server, and what was handed over before. */
import type { Id } from '../../domain/records/fields.ts';
import {
  downloadFull,
  downloadHouseholds,
  downloadPublic,
  downloadRenumbering,
  readPastExports,
  type ExportFormat,
  type ExportStates,
  type PastExport,
} from '../sync/exports.ts';
import type { Answer, Failure } from '../sync/api.ts';
import { sessionExpired } from './session.svelte.ts';

let past = $state.raw<readonly PastExport[]>([]);
let ofVillage: Id | null = null;

export const exports = {
  /** Newest first. */
  get past(): readonly PastExport[] {
    return past;
  },
  /** When a list was last handed over (ISO 8601), or null. */
  get lastAt(): string | null {
    return past.find(({ contents }) => contents === 'addresses')?.at ?? null;
  },
};

export async function loadPastExports(villageId: Id): Promise<void> {
  if (ofVillage !== villageId) past = [];
  ofVillage = villageId;
  const answer = await readPastExports(villageId);
  if (answer.ok && ofVillage === villageId) past = [...answer.value.exports].sort((a, b) => (a.at < b.at ? 1 : -1));
}

export interface Handover {
  readonly format: ExportFormat;
  readonly states: ExportStates;
  /** Names and phones go with it; null for the public list. */
  readonly persons: { readonly purpose: string; readonly recipient: string } | null;
}

/** Fetches the file and gives it to the browser to keep; null when done, else why not. */
export async function handOver(villageId: Id, fileName: string, handover: Handover): Promise<Failure | null> {
  const { format, states, persons } = handover;
  const answer = persons
    ? await downloadFull(villageId, { format, states, ...persons })
    : await downloadPublic(villageId, format, states);
  return keepLogged(villageId, fileName, answer);
}

/** The list of households, one row each; null when done, else why not. */
export async function handOverHouseholds(
  villageId: Id,
  fileName: string,
  request: { readonly format: 'xlsx' | 'csv'; readonly purpose: string; readonly recipient: string },
): Promise<Failure | null> {
  return keepLogged(villageId, fileName, await downloadHouseholds(villageId, request));
}

/** The table old → new of a renumbering, made and logged by the server; null when done, else why not. */
export async function keepRenumberingTable(villageId: Id, decisionId: Id, fileName: string): Promise<Failure | null> {
  return keepLogged(villageId, fileName, await downloadRenumbering(villageId, decisionId));
}

/** A file that has its line in the log of files, which is then read again; null when it is kept, else why not. */
export async function keepLogged(villageId: Id, fileName: string, answer: Answer<Blob>): Promise<Failure | null> {
  const failure = keepAnswer(fileName, answer);
  if (!failure) await loadPastExports(villageId);
  return failure;
}

/** Null when the file is kept, else why not. */
export function keepAnswer(fileName: string, answer: Answer<Blob>): Failure | null {
  if (!answer.ok) {
    if (answer.status === 401) sessionExpired();
    return answer;
  }
  keepFile(answer.value, fileName);
  return null;
}

/** Gives a file to the browser to keep. */
function keepFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  saveFrom(url, name);
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Has the browser save what lies at an address. */
export function saveFrom(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
