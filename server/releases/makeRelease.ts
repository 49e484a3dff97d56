/** Makes a release: one transaction in which its villages are locked, so that nothing half-edited is in it. */
import { createHash } from 'node:crypto';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import { isNothing } from '../../domain/formats/releases/releaseDifference.ts';
import type { ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import { compareVietnamese, foldText } from '../../domain/addressing/vietnameseText.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Village } from '../../domain/records/village.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import type { Account } from '../auth/grants.ts';
import type { Database } from '../db/open.ts';
import { insertReleaseRows } from '../db/releaseRows.ts';
import {
  insertRelease,
  insertReleaseVillage,
  nextNumber,
  releaseBefore,
  releaseById,
  type Release,
  type ReleaseScope,
  type ReleaseVillage,
} from '../db/releases.ts';
import { loadVillageRecord, loadWorld, lockVillage } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { sameJson } from '../sameJson.ts';
import { formatById, releaseFile, type Releasing } from './releaseFile.ts';
import { profileFor } from './profiles.ts';
import { communeOf, scopeOf } from './scope.ts';
import { villageRows } from './villageRows.ts';

export interface ReleaseRequest {
  /** UUIDv7, made by whoever asks: asked again, the same release is the answer. */
  readonly id: Id;
  readonly villageIds: readonly Id[];
  readonly purpose: string;
  readonly recipient: string;
  readonly profileId: string;
}

type Transaction = Parameters<typeof lockVillage>[0];

/** @throws ApiError edit-id-reused when the id belongs to another release; village-missing. */
export async function makeRelease(
  { database, clock }: { readonly database: Database; readonly clock: () => Date },
  account: Account,
  request: ReleaseRequest,
): Promise<Release | Refusal> {
  return database.db
    .transaction()
    .execute(async (trx) => {
      // Always in the same order: two releases that share villages wait for each other instead of both for ever.
      for (const id of [...request.villageIds].sort()) {
        if (!(await lockVillage(trx, id))) throw new ApiError('village-missing');
      }
      const made = await releaseById(trx, request.id);
      if (made) return answerAgain(made, account, request);
      return makeNew(trx, clock(), account, request);
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      throw error;
    });
}

/** Thrown inside the transaction so that it is rolled back; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function answerAgain(made: Release, account: Account, { villageIds, purpose, recipient }: ReleaseRequest): Release {
  const isSame =
    made.by.id === account.id &&
    made.purpose === purpose &&
    made.recipient === recipient &&
    sameJson(made.villages.map(({ id }) => id).sort(), [...villageIds].sort());
  if (!isSame) throw new ApiError('edit-id-reused');
  return made;
}

async function makeNew(trx: Transaction, at: Date, account: Account, request: ReleaseRequest): Promise<Release> {
  const villages = await villagesOf(trx, request.villageIds);
  const { scope, placeName } = scopeFor(villages);
  const profile = await profileFor(trx, scopeOf(villages[0]!), request.profileId);
  if (!profile) throw new Refused(refuse('release-profile-missing'));
  const parts: ReleaseVillage[] = [];
  // One village in memory at a time.
  for (const [index, { id }] of villages.entries()) {
    const part = await writeVillage(trx, request.id, index + 1, await loadWorld(trx, id), profile);
    parts.push(part);
  }
  const rowCount = parts.reduce((sum, part) => sum + part.rowCount, 0);
  if (rowCount === 0) throw new Refused(refuse('release-nothing-issued', [], { village: placeName }));
  await refuseNothingNew(trx, parts, request.recipient);
  const release: Releasing = {
    id: request.id,
    ...{ scope, placeName, profile, number: await nextNumber(trx, scope), at: at.toISOString() },
    by: { id: account.id, displayName: account.displayName },
    ...{ purpose: request.purpose, recipient: request.recipient },
    ...{ rowCount, villages: parts },
  };
  const whole = { ...release, sha256: await sumOf(trx, release) };
  await insertRelease(trx, whole);
  return whole;
}

/** By name. */
async function villagesOf(trx: Transaction, ids: readonly Id[]): Promise<readonly Village[]> {
  const villages: Village[] = [];
  for (const id of ids) {
    const village = await loadVillageRecord(trx, id);
    if (!village) throw new ApiError('village-missing');
    villages.push(village);
  }
  return villages.sort((a, b) => compareVietnamese(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function scopeFor(villages: readonly Village[]): { readonly scope: ReleaseScope; readonly placeName: string } {
  const [first] = villages;
  if (first && villages.length === 1) return { scope: { villageId: first.id }, placeName: first.name };
  const communes = villages.map(communeOf);
  const [commune] = communes;
  if (!commune || communes.some((other) => other?.code !== commune.code)) {
    throw new Refused(refuse('release-communes-differ'));
  }
  return { scope: { communeCode: commune.code }, placeName: commune.name };
}

async function writeVillage(
  trx: Transaction,
  releaseId: Id,
  place: number,
  world: World,
  profile: ReleaseProfile,
): Promise<ReleaseVillage> {
  const village = villageOf(world)!;
  const { rows, lastSequence, counts, errors } = await villageRows(trx, world, profile);
  if (errors.length > 0) {
    const recordIds = new Set(errors.flatMap((finding) => finding.recordIds));
    throw new Refused(refuse('release-errors-stand', [...recordIds], { count: errors.length, village: village.name }));
  }
  const part: ReleaseVillage = {
    ...{ id: village.id, name: village.name, sequence: lastSequence + 1, rowCount: rows.length },
    ...counts,
  };
  await insertReleaseVillage(trx, releaseId, place, part);
  await insertReleaseRows(trx, village.id, releaseId, rows);
  return part;
}

/** The same list again is only for whoever has not had it. */
async function refuseNothingNew(trx: Transaction, parts: readonly ReleaseVillage[], recipient: string): Promise<void> {
  if (parts.some((part) => !isNothing(part))) return;
  const last: Release[] = [];
  for (const { id, sequence } of parts) {
    const before = await releaseBefore(trx, id, sequence);
    const release = before && (await releaseById(trx, before.releaseId));
    if (!release || foldText(release.recipient) !== foldText(recipient)) return;
    last.push(release);
  }
  const params = { number: last[0]!.number, recipient: last[0]!.recipient };
  throw new Refused(refuse('release-nothing-new', [], params));
}

async function sumOf(trx: Transaction, release: Releasing): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of releaseFile(trx, release, 'whole', formatById('csv')!)) hash.update(piece);
  return hash.digest('hex');
}
