/** Who was shown households and their cameras, for those who answer for it; and the lifting of a mask, which is told here. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { mayReadPrivateReads, maySeePersons } from '../../domain/permissions.ts';
import { Id, record } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { listPrivateReads, recordHouseholdRead } from '../db/privateReads.ts';
import { loadRecordsJson } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../identifier.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

const Shown = record({ householdIds: Type.Array(Id, { minItems: 1, maxItems: 20_000, uniqueItems: true }) });

export const privateReadRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock, report }) => {
  api.get('/villages/:villageId/private-reads', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    const { account, role } = readerOf(request, villageId);
    if (!mayReadPrivateReads(role)) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'private-reads' });
      throw new ApiError('forbidden');
    }
    const reads = await listPrivateReads(database.db, villageId);
    return { reads: reads.map(({ by, ...read }) => ({ ...read, by: by.displayName })) };
  });

  // The names are on the device already; that a person looked at them whole is told before the screen shows them.
  const schema = { params: VillageParams, body: Shown };
  api.post('/villages/:villageId/private-reads', { schema }, async (request, reply) => {
    const { villageId } = request.params;
    const { account, role } = readerOf(request, villageId);
    if (!maySeePersons(role)) {
      report.event('forbidden', { account: account.id, village: villageId, kind: 'households-shown' });
      throw new ApiError('forbidden');
    }
    const loaded = await loadRecordsJson(database.db, villageId, undefined, ['household']);
    const here = new Set(
      (JSON.parse(loaded?.records ?? '{"household":[]}') as { household: { id: Id }[] }).household.map(({ id }) => id),
    );
    const shown = request.body.householdIds.filter((id) => here.has(id));
    if (shown.length === 0) throw new ApiError('not-found');
    const at = clock();
    const reading = { at, readerId: account.id, role, newId: () => newId(at) };
    await recordHouseholdRead(database.db, villageId, reading, 'households-shown', shown);
    return reply.code(204).send();
  });
};
