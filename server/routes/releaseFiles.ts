/** Files of releases: written ahead beside the database, looked at while they grow, given up or taken. */
import { createReadStream } from 'node:fs';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { builtInIds, type ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import { releaseParts } from '../../domain/formats/releases/releaseTables.ts';
import { Id, oneOf, record } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { recordReleaseExport } from '../db/exports.ts';
import { releaseById, type Release } from '../db/releases.ts';
import { loadVillageRecord } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { fileName } from '../exports/exportFile.ts';
import { createOutgoingFiles, type OutgoingFile } from '../exports/outgoingFiles.ts';
import { serverFormats } from '../exports/writingMeans.ts';
import { newId } from '../identifier.ts';
import { holds, mayTake } from '../releases/mayTake.ts';
import { profileFor } from '../releases/profiles.ts';
import { contentTypeOf, formatById, releaseFile, rowCountOf } from '../releases/releaseFile.ts';
import { scopeOf } from '../releases/scope.ts';
import type { Services } from '../services.ts';
import { limitPerAccount } from './perAccount.ts';
import { VillageParams } from './villageParams.ts';

const Ask = record({
  id: Id,
  releaseId: Id,
  part: oneOf(...releaseParts),
  format: oneOf(...serverFormats.map(({ id }) => id)),
  /** Other columns than those it was made with. */
  profileId: Type.Optional(Type.Union([oneOf(...builtInIds), Id])),
});
const FileParams = record({ villageId: Id, fileId: Id });

/** Milliseconds in which a small file is written: then one answer is enough. */
const soon = 400;

export const releaseFileRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, report } = services;
  const files = createOutgoingFiles({ clock, limits: services.outgoing, failure: report.failure });
  api.addHook('onClose', () => files.close());
  const preHandler = limitPerAccount(api, 'release-file', limits.exportsPerAccount);

  const profileOf = async (release: Release, villageId: Id, id: string | undefined): Promise<ReleaseProfile> => {
    if (id === undefined) return release.profile;
    const village = await loadVillageRecord(database.db, villageId);
    const profile = village && (await profileFor(database.db, scopeOf(village), id));
    if (!profile) throw new ApiError('not-found');
    return profile;
  };

  const askSchema = { params: VillageParams, body: Ask };
  api.post('/villages/:villageId/release-files', { schema: askSchema, preHandler }, async (request, reply) => {
    const { villageId } = request.params;
    const { id, releaseId, part, profileId } = request.body;
    const { account } = readerOf(request, villageId);
    const release = await releaseById(database.db, releaseId);
    if (!release || !holds(release, villageId)) throw new ApiError('not-found');
    if (!mayTake(release, account)) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'release-file' });
      throw new ApiError('forbidden');
    }
    const format = formatById(request.body.format)!;
    const profile = await profileOf(release, villageId, profileId);
    const what = [`dot-${release.number}`, part === 'changes' ? 'thay-doi' : ''] as const;
    const asked = {
      ...{ id, villageId, accountId: account.id, rowCount: rowCountOf(release, part) },
      fileName: fileName(what, release.placeName, new Date(release.at), format.extensions[0]!.slice(1)),
      contentType: contentTypeOf(format),
    };
    const file = await files.begin(asked, {
      write: (progress) =>
        releaseFile(database.db, { ...release, profile }, part, format, { progress, copyOut: database.copyOut }),
      written: async ({ sha256 }) => {
        const fields = profile.columns.map(({ key }) => key);
        const at = clock();
        const entry = { id: newId(at), at, authorId: account.id, format: format.id, part, fields, sha256 };
        await recordReleaseExport(database.db, release, entry);
      },
    });
    await files.settled(file, soon);
    return reply.code(201).send(told(file));
  });

  api.get('/villages/:villageId/release-files', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    return { files: files.list(villageId, readerOf(request, villageId).account.id).map(told) };
  });

  const fileOf = (request: FastifyRequest<{ Params: { villageId: Id; fileId: Id } }>): OutgoingFile => {
    const { villageId, fileId } = request.params;
    return files.find(villageId, readerOf(request, villageId).account.id, fileId);
  };
  const one = { schema: { params: FileParams } };
  api.get('/villages/:villageId/release-files/:fileId', one, async (request) => told(fileOf(request)));

  api.get('/villages/:villageId/release-files/:fileId/content', one, async (request, reply) => {
    const file = fileOf(request);
    if (file.state !== 'ready') throw new ApiError('not-found');
    return reply
      .header('content-disposition', `attachment; filename="${file.fileName}"`)
      .header('content-length', file.bytes)
      .header('x-row-count', file.writtenRows)
      .type(file.contentType)
      .send(createReadStream(await files.placeOf(file)));
  });

  api.delete('/villages/:villageId/release-files/:fileId', one, async (request, reply) => {
    await files.remove(fileOf(request));
    return reply.code(204).send();
  });
};

/** Where it lies is nobody's business. */
const told = ({ id, fileName, rowCount, at, state, writtenRows, bytes, sha256 }: OutgoingFile) => ({
  ...{ id, fileName, rowCount, at: at.toISOString(), state, writtenRows, bytes, sha256 },
});
