/** Files of releases that the server writes for this person: asked for, looked at while they grow, taken, given up. */
import type { Id } from '../../domain/records/fields.ts';
import type { Answer } from '../sync/api.ts';
import {
  askReleaseFile,
  dropReleaseFile,
  readReleaseFiles,
  releaseFileAddress,
  type ReleaseFile,
  type ReleaseFileAsked,
} from '../sync/releases.ts';
import { loadPastExports, saveFrom } from './exports.svelte.ts';
import { newId } from './newId.ts';
import { sessionExpired } from './session.svelte.ts';

/** Milliseconds between two looks at how far they are. */
const betweenLooks = 500;

let files = $state.raw<readonly ReleaseFile[]>([]);
let ofVillage: Id | null = null;
/** Asked for on this page: they are taken as soon as they are ready. */
const wanted = new Set<Id>();
let isLooking = false;

export const releaseFiles = {
  /** The latest first. */
  get all(): readonly ReleaseFile[] {
    return files;
  },
};

const isUnderWay = ({ state }: ReleaseFile): boolean => state === 'waiting' || state === 'writing';

/** The file, which is taken as soon as it is ready; else why not. */
export async function askFile(villageId: Id, asked: Omit<ReleaseFileAsked, 'id'>): Promise<Answer<ReleaseFile>> {
  const answer = await askReleaseFile(villageId, { id: newId(), ...asked });
  if (!answer.ok) {
    if (answer.status === 401) sessionExpired();
    return answer;
  }
  wanted.add(answer.value.id);
  void loadFiles(villageId);
  return answer;
}

/** Those of an earlier visit too; what is under way is followed to its end. */
export async function loadFiles(villageId: Id): Promise<void> {
  if (ofVillage !== villageId) files = [];
  ofVillage = villageId;
  await look();
  if (isLooking) return;
  isLooking = true;
  while (files.some(isUnderWay)) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    await look();
  }
  isLooking = false;
}

async function look(): Promise<void> {
  const villageId = ofVillage;
  if (villageId === null) return;
  const answer = await readReleaseFiles(villageId);
  if (!answer.ok || ofVillage !== villageId) return;
  ({ files } = answer.value);
  const ready = files.filter(({ id, state }) => state === 'ready' && wanted.delete(id));
  for (const file of ready) takeFile(villageId, file);
  if (ready.length > 0) await loadPastExports(villageId);
}

/** The browser fetches it by itself, and shows how far it is. */
export const takeFile = (villageId: Id, { id, fileName }: ReleaseFile): void =>
  saveFrom(releaseFileAddress(villageId, id), fileName);

/** Writing it ends, and it is gone. */
export async function dropFile(villageId: Id, { id }: ReleaseFile): Promise<void> {
  wanted.delete(id);
  files = files.filter((file) => file.id !== id);
  await dropReleaseFile(villageId, id);
}
