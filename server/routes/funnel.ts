/** How far a village is with criterion 6, for whoever looks over several villages. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { funnelOf, funnelStages, releasedOf } from '../../domain/coverage/funnel.ts';
import { villageOf } from '../../domain/records/world.ts';
import { readerOf } from '../auth/session.ts';
import { releaseRowsTogether } from '../db/releaseRows.ts';
import { releaseBefore } from '../db/releases.ts';
import { loadWorld } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

export const funnelRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database }) => {
  api.get('/villages/:villageId/funnel', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    const world = await loadWorld(database.db, villageId);
    if (!villageOf(world)) throw new ApiError('village-missing');
    const last = await releaseBefore(database.db, villageId, null);
    const rows = last ? await releaseRowsTogether(database.db, villageId, last.releaseId) : [];
    const funnel = funnelOf(world, releasedOf(rows));
    const stages = Object.fromEntries(funnelStages.map((stage) => [stage, funnel[stage]]));
    return { houses: funnel.houses, ...stages, rejected: funnel.rejected };
  });
};
