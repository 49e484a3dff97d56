/** Who was shown the cameras of households, for those who answer for it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { mayReadPrivateReads } from '../../domain/permissions.ts';
import { readerOf } from '../auth/session.ts';
import { listPrivateReads } from '../db/privateReads.ts';
import { ApiError } from '../errors.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

export const privateReadRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, report }) => {
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
};
