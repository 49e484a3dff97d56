/** A village loaded whole: every record its reader may see, the sequence they are as of, and names of roads around. */
import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readerOf } from '../auth/session.ts';
import { ApiError } from '../errors.ts';
import { recordVillageRead } from '../db/privateReads.ts';
import { recordFieldsDigest } from '../db/recordTables.ts';
import { roadsElsewhere } from '../db/roadsElsewhere.ts';
import { loadRecordsJson } from '../db/villages.ts';
import { newId } from '../identifier.ts';
import type { Services } from '../services.ts';
import { visibilityOf } from '../visible.ts';
import { VillageParams } from './villageParams.ts';

export const villageRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock }) => {
  api.get('/villages/:villageId', { schema: { params: VillageParams } }, async (request, reply) => {
    const { villageId } = request.params;
    const { account, role } = readerOf(request, villageId);
    const sees = visibilityOf(role);
    const loaded = await loadRecordsJson(database.db, villageId, sees);
    if (!loaded || loaded.records.startsWith('{"village":[]')) throw new ApiError('village-missing');
    // Recorded before they go out, also where the browser still has them: it is opening the village that shows them.
    const at = clock();
    await recordVillageRead(database.db, villageId, { at, readerId: account.id, role, newId: () => newId(at) }, sees);
    // Names of roads, which hang on signs, and their villages; nothing else of a village the reader may not enter.
    const around = JSON.stringify(await roadsElsewhere(database.db, villageId));
    const digest = createHash('sha256').update(recordFieldsDigest).update(around).digest('hex').slice(0, 12);
    const etag = `"${loaded.sequence}-${role}-${digest}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'cookie');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    // The records come from the database as one text and leave as they came.
    return reply
      .type('application/json')
      .send(`{"sequence":${loaded.sequence},"records":${loaded.records},"roadsElsewhere":${around}}`);
  });
};
