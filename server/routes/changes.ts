/** What was done to a village, newest first, a page at a time. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readerOf } from '../auth/session.ts';
import { changesBefore } from '../db/changes.ts';
import { visibleEntry } from '../feed.ts';
import type { Services } from '../services.ts';
import { visibilityOf } from '../visible.ts';
import { SequenceText, VillageParams } from './villageParams.ts';

const Page = Type.Object(
  {
    before: Type.Optional(SequenceText),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$' })),
  },
  { additionalProperties: false },
);

export const changeRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database }) => {
  const schema = { params: VillageParams, querystring: Page };
  api.get('/villages/:villageId/changes', { schema }, async (request) => {
    const { villageId } = request.params;
    const { role } = readerOf(request, villageId);
    const before = request.query.before === undefined ? null : Number(request.query.before);
    const entries = await changesBefore(database.db, villageId, before, Number(request.query.limit ?? 50));
    return { entries: entries.map((entry) => visibleEntry(entry, visibilityOf(role))) };
  });
};
