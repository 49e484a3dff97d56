/** Changes as they happen (server-sent events), from where the reader left off: none missing, none twice. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readSessionCookie } from '../auth/cookie.ts';
import { roleIn } from '../auth/grants.ts';
import { readerOf } from '../auth/session.ts';
import { streamChanges, type ChangeStream } from '../changeStream.ts';
import { changesAfter } from '../db/changes.ts';
import { accountOfSession } from '../db/sessions.ts';
import { sequenceOf } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { visibleEntry } from '../feed.ts';
import type { Services } from '../services.ts';
import { visibilityOf } from '../visible.ts';
import { SequenceText, VillageParams } from './villageParams.ts';

const After = Type.Object({ after: Type.Optional(SequenceText) }, { additionalProperties: false });
const pageSize = 100;

export const eventRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock, report }) => {
  const open = new Set<ChangeStream>();
  // A stream never ends by itself: stopping the server must not wait for its readers.
  api.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  const schema = { params: VillageParams, querystring: After };
  api.get('/villages/:villageId/events', { schema }, async (request, reply) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    const current = await sequenceOf(database.db, villageId);
    if (current === null) throw new ApiError('village-missing');
    const token = readSessionCookie(request) ?? '';
    const after = resumeFrom(request.headers['last-event-id'], request.query.after) ?? current;

    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    const stream = streamChanges(reply.raw, after, {
      // The session is asked for again each time: it may have ended, and the role may be another.
      entriesAfter: async (sequence) => {
        const account = await accountOfSession(database.db, token, clock());
        const role = account && roleIn(account, villageId);
        if (!role) return null;
        const entries = await changesAfter(database.db, villageId, sequence, pageSize);
        return entries.map((entry) => visibleEntry(entry, visibilityOf(role)));
      },
      onWake: (wake) => database.onNotify((changed) => changed === villageId && wake()),
      onFailure: (error) => report.failure(error, 'GET events'),
    });
    open.add(stream);
    void stream.ended.then(() => open.delete(stream));
    return reply;
  });
};

/** A browser that reconnects says what it got last; that counts more than the address it first asked with. */
function resumeFrom(lastEventId: string | string[] | undefined, after: string | undefined): number | undefined {
  if (typeof lastEventId === 'string' && /^\d{1,15}$/.test(lastEventId)) return Number(lastEventId);
  return after === undefined ? undefined : Number(after);
}
