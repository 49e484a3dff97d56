/** The people behind the exceptions of a village: the records name accounts only. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { readerOf } from '../auth/session.ts';
import { exceptionAuthors } from '../db/exceptions.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

export const exceptionRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database }) => {
  api.get('/villages/:villageId/exceptions/authors', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    return { authors: await exceptionAuthors(database.db, villageId) };
  });
};
