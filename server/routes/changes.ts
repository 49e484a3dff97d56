/** What was done to a village, newest first, a page at a time; one change whole. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Id, record } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { authorsOf, changeByEditId, changesBefore } from '../db/changes.ts';
import { ApiError } from '../errors.ts';
import { briefEntry, visibleEntry } from '../feed.ts';
import type { Services } from '../services.ts';
import { visibilityOf } from '../visible.ts';
import { SequenceText, VillageParams } from './villageParams.ts';

const Page = record({
  before: Type.Optional(SequenceText),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9]\\d|1\\d\\d|200)$' })),
  author: Type.Optional(Id),
  /** The first word of the edit kinds: house, road, numbering… */
  subject: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,30}$' })),
  record: Type.Optional(Id),
});

const OneChange = record({ villageId: Id, editId: Id });

export const changeRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database }) => {
  const schema = { params: VillageParams, querystring: Page };
  api.get('/villages/:villageId/changes', { schema }, async (request) => {
    const { villageId } = request.params;
    const { role } = readerOf(request, villageId);
    const { author, subject, record: recordId, limit = 50 } = request.query;
    const before = request.query.before === undefined ? null : Number(request.query.before);
    const filter = { authorId: author, subject, recordId };
    const sees = visibilityOf(role);
    const entries = await changesBefore(database.db, villageId, before, Number(limit), filter, sees);
    return { entries: entries.map((entry) => briefEntry(entry, sees)) };
  });

  api.get('/villages/:villageId/changes/authors', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    return { authors: await authorsOf(database.db, villageId) };
  });

  api.get('/villages/:villageId/changes/:editId', { schema: { params: OneChange } }, async (request) => {
    const { villageId, editId } = request.params;
    const { role } = readerOf(request, villageId);
    const entry = await changeByEditId(database.db, villageId, editId);
    if (!entry) throw new ApiError('not-found');
    return visibleEntry(entry, visibilityOf(role));
  });
};
