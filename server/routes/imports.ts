/**
 * Files that are to be taken in: sent in pieces, read beside the server, looked at page by page. Nothing of them is
 * stored; what a person takes of them comes back as an edit.
 */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { expectedPlaceOf } from '../../domain/formats/imports/expectedPlace.ts';
import { mayImport } from '../../domain/permissions.ts';
import { Id, record } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { loadVillageRecord } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { createImportJobs, type ImportJob } from '../imports/importJobs.ts';
import { defaultImportLimits } from '../imports/importLimits.ts';
import type { Services } from '../services.ts';
import { limitPerAccount } from './perAccount.ts';
import { VillageParams } from './villageParams.ts';

const ImportParams = record({ villageId: Id, importId: Id });
const PageParams = record({
  villageId: Id,
  importId: Id,
  table: Type.String({ pattern: '^\\d{1,3}$' }),
  page: Type.String({ pattern: '^\\d{1,6}$' }),
});
const NewFile = record({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  size: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
});
const PieceQuery = record({ from: Type.String({ pattern: '^\\d{1,15}$' }) });

/** Bytes of a piece: what a slow line in the village sends in half the time a request may take. */
const pieceBytes = 2 * 1024 * 1024;

export const importRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { clock, database, limits, report, imports: importLimits = defaultImportLimits } = services;
  const limit = limitPerAccount(api, 'import', limits.importsPerAccount);
  const jobs = createImportJobs({ clock, limits: importLimits, failure: report.failure });
  api.addHook('onClose', () => jobs.close());

  // As it comes in, so that it can be slowed down.
  api.addContentTypeParser('application/octet-stream', (_, body, done) => done(null, body));

  const takerOf = (request: FastifyRequest, villageId: Id) => {
    const reader = readerOf(request, villageId);
    if (!mayImport(reader.role)) {
      report.event('forbidden', { account: reader.account.id, village: villageId, kind: 'import' });
      throw new ApiError('forbidden');
    }
    return reader.account;
  };
  /** Before the body is read. */
  const onRequest = async (request: FastifyRequest) =>
    void takerOf(request, (request.params as { villageId: Id }).villageId);
  const jobOf = (request: FastifyRequest, { villageId, importId }: { villageId: Id; importId: Id }) =>
    jobs.find(villageId, takerOf(request, villageId).id, importId);

  const beginSchema = { params: VillageParams, body: NewFile };
  api.post('/villages/:villageId/imports', { schema: beginSchema, preHandler: limit }, async (request, reply) => {
    const { villageId } = request.params;
    const account = takerOf(request, villageId);
    const { size } = request.body;
    if (size > importLimits.read.bytes) {
      const megabytes = Math.floor(importLimits.read.bytes / 1024 / 1024);
      throw new ApiError('file-too-large', { message: `Tệp quá lớn: mỗi tệp tối đa ${megabytes} MB. Chưa lưu gì.` });
    }
    if (size === 0) throw new ApiError('file-empty');
    const village = await loadVillageRecord(database.db, villageId);
    const file = { ...request.body, villageId, accountId: account.id };
    return reply.code(201).send(told(await jobs.begin(file, village ? expectedPlaceOf(village) : undefined)));
  });

  api.get('/villages/:villageId/imports', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    return { imports: jobs.list(villageId, takerOf(request, villageId).id).map(told) };
  });

  const pieceSchema = { params: ImportParams, querystring: PieceQuery };
  api.put('/villages/:villageId/imports/:importId/bytes', { schema: pieceSchema, onRequest }, async (request) => {
    const job = jobOf(request, request.params);
    const size = Number(request.headers['content-length']);
    if (!(request.body instanceof Readable) || !(size >= 0)) throw new ApiError('invalid-input');
    if (size > pieceBytes) throw new ApiError('body-too-large');
    return told(await jobs.receive(job, { from: Number(request.query.from), size, bytes: untilLost(request.body) }));
  });

  const one = { schema: { params: ImportParams } };
  api.get('/villages/:villageId/imports/:importId', one, async (request) => told(jobOf(request, request.params)));

  api.delete('/villages/:villageId/imports/:importId', one, async (request, reply) => {
    await jobs.remove(jobOf(request, request.params));
    return reply.code(204).send();
  });

  api.get(
    '/villages/:villageId/imports/:importId/tables/:table/pages/:page',
    { schema: { params: PageParams } },
    async (request, reply) => {
      const { table, page } = request.params;
      const rows = await jobs.page(jobOf(request, request.params), Number(table), Number(page));
      return reply.type('application/json; charset=utf-8').send(rows);
    },
  );
};

/** A line that breaks off is no failure of ours. Throws ApiError invalid-input. */
async function* untilLost(body: Readable): AsyncGenerator<Buffer, void> {
  try {
    // Whoever stops reading it still wants to answer.
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw new ApiError('invalid-input');
  }
}

/** Where the rows lie is nobody's business. */
const told = ({ id, name, size, at, state, receivedBytes, readBytes, rowCount, read, fault }: ImportJob) => ({
  ...{ id, name, size, at: at.toISOString(), state, receivedBytes, readBytes, rowCount, fault },
  read: read && {
    ...read,
    tables: read.tables.map(({ pages, ...table }) => ({ ...table, pageCount: pages.length })),
  },
});
