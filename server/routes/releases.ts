/** Releases to the telecom: made by the commune, listed for whoever reads the village, taken as files by the telecom. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { builtInIds, builtInProfiles } from '../../domain/formats/releases/releaseProfile.ts';
import { mayMakeReleases, mayTakeReleases } from '../../domain/permissions.ts';
import { Id, oneOf, record, text } from '../../domain/records/fields.ts';
import { villageOf } from '../../domain/records/world.ts';
import { roleIn, type Account } from '../auth/grants.ts';
import { readerOf } from '../auth/session.ts';
import { releaseRowsTogether } from '../db/releaseRows.ts';
import { releaseBefore, releaseById, releasesOf, type Release } from '../db/releases.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { serverFormats } from '../exports/writingMeans.ts';
import { makeRelease } from '../releases/makeRelease.ts';
import { holds, mayTake } from '../releases/mayTake.ts';
import { villageRows } from '../releases/villageRows.ts';
import type { Services } from '../services.ts';
import { limitPerAccount } from './perAccount.ts';
import { toWhomOf } from './toWhom.ts';
import { VillageParams } from './villageParams.ts';

const Ask = record({
  id: Id,
  /** The villages of a commune at most. */
  villageIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  purpose: text(300),
  recipient: text(300),
  profileId: Type.Union([oneOf(...builtInIds), Id]),
});
export const releaseRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, report } = services;
  const preHandler = limitPerAccount(api, 'release', limits.exportsPerAccount);

  api.get('/villages/:villageId/releases', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    const { account } = readerOf(request, villageId);
    const releases = await releasesOf(database.db, villageId);
    return {
      releases: releases.map((release) => shown(release, villageId, account)),
      formats: serverFormats.map(({ id }) => id),
    };
  });

  /** What the telecom holds of the village: what has changed since is seen against it. */
  api.get('/villages/:villageId/releases/last', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    const last = await releaseBefore(database.db, villageId, null);
    if (!last) return { releaseId: null, rows: [] };
    return { releaseId: last.releaseId, rows: await releaseRowsTogether(database.db, villageId, last.releaseId) };
  });

  /** What making one now would meet, for villages that are not open on the page of whoever asks. */
  api.get('/villages/:villageId/releases/next', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    const { account, role } = readerOf(request, villageId);
    if (!mayMakeReleases(role)) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'release' });
      throw new ApiError('forbidden');
    }
    const world = await loadWorld(database.db, villageId);
    if (!villageOf(world)) throw new ApiError('village-missing');
    const { rows, counts, errors } = await villageRows(database.db, world, builtInProfiles.default);
    return { rowCount: rows.length, errorCount: errors.length, ...counts };
  });

  /** What an earlier release told: what comes back may be an answer to it. */
  const rowsSchema = { params: record({ villageId: Id, releaseId: Id }) };
  api.get('/villages/:villageId/releases/:releaseId/rows', { schema: rowsSchema }, async (request) => {
    const { villageId, releaseId } = request.params;
    readerOf(request, villageId);
    const release = await releaseById(database.db, releaseId);
    if (!release || !holds(release, villageId)) throw new ApiError('not-found');
    return { rows: await releaseRowsTogether(database.db, villageId, releaseId) };
  });

  const askSchema = { params: VillageParams, body: Ask };
  api.post('/villages/:villageId/releases', { schema: askSchema, preHandler }, async (request, reply) => {
    const { villageId } = request.params;
    const { account } = readerOf(request, villageId);
    const { villageIds } = request.body;
    const toWhom = toWhomOf(request.body);
    if (!villageIds.includes(villageId)) throw new ApiError('invalid-input', { path: '/villageIds' });
    const foreign = villageIds.find((id) => !mayMakeReleases(roleIn(account, id)));
    if (foreign !== undefined) {
      report.event('forbidden', { account: account.id, village: foreign, kind: 'release' });
      throw new ApiError('forbidden');
    }
    const made = await makeRelease({ database, clock }, account, { ...request.body, ...toWhom });
    if ('code' in made) {
      const message = `Chưa lập đợt bàn giao (${made.code}).`;
      return reply.code(422).send({ error: { code: made.code, message }, refusal: made });
    }
    return { release: shown(made, villageId, account) };
  });
};

/** To whom and what for may name people: for those who hand over, and who takes. Of other villages only their names. */
function shown(release: Release, villageId: Id, account: Account) {
  const { by, purpose, recipient, villages, ...rest } = release;
  const tells = mayTakeReleases(roleIn(account, villageId));
  return {
    ...rest,
    by: by.displayName,
    purpose: tells ? purpose : null,
    recipient: tells ? recipient : null,
    villages: villages.map(({ sequence: _, ...village }) => village),
    mayTake: mayTake(release, account),
  };
}
