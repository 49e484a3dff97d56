/** A commune's own columns of releases: read by whoever reads the village, kept and removed by the commune. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { profileProblem, ProfileColumns } from '../../domain/formats/releases/releaseProfile.ts';
import { mayMakeReleases } from '../../domain/permissions.ts';
import { Id, record, text } from '../../domain/records/fields.ts';
import { readerOf } from '../auth/session.ts';
import { keepProfile, profilesOf, removeProfile } from '../db/releaseProfiles.ts';
import type { ReleaseScope } from '../db/releases.ts';
import { loadVillageRecord } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import { scopeOf } from '../releases/scope.ts';
import type { Services } from '../services.ts';
import { VillageParams } from './villageParams.ts';

const Profile = record({ id: Id, name: text(60), columns: ProfileColumns });
const ProfileParams = record({ villageId: Id, profileId: Id });

export const releaseProfileRoutes: FastifyPluginAsyncTypebox<Services> = async (api, { database, clock, report }) => {
  const scopeFor = async (villageId: Id): Promise<ReleaseScope> => {
    const village = await loadVillageRecord(database.db, villageId);
    if (!village) throw new ApiError('village-missing');
    return scopeOf(village);
  };

  const makerOf = (request: FastifyRequest, villageId: Id) => {
    const { account, role } = readerOf(request, villageId);
    if (mayMakeReleases(role)) return account;
    report.event('forbidden', { account: account.id, village: villageId, kind: 'release-profile' });
    throw new ApiError('forbidden');
  };

  const listOf = async (scope: ReleaseScope) => ({ profiles: await profilesOf(database.db, scope) });

  api.get('/villages/:villageId/release-profiles', { schema: { params: VillageParams } }, async (request) => {
    const { villageId } = request.params;
    readerOf(request, villageId);
    return listOf(await scopeFor(villageId));
  });

  const keepSchema = { params: VillageParams, body: Profile };
  api.post('/villages/:villageId/release-profiles', { schema: keepSchema }, async (request) => {
    const { villageId } = request.params;
    const account = makerOf(request, villageId);
    const { id, columns } = request.body;
    const name = request.body.name.trim();
    if (name === '') throw new ApiError('invalid-input', { path: '/name' });
    if (profileProblem(columns) !== null) throw new ApiError('invalid-input', { path: '/columns' });
    const scope = await scopeFor(villageId);
    const kept = { id, name, columns };
    if (!(await keepProfile(database.db, scope, kept, { authorId: account.id, at: clock() }))) {
      throw new ApiError('edit-id-reused');
    }
    return listOf(scope);
  });

  api.delete(
    '/villages/:villageId/release-profiles/:profileId',
    { schema: { params: ProfileParams } },
    async (request) => {
      const { villageId, profileId } = request.params;
      makerOf(request, villageId);
      const scope = await scopeFor(villageId);
      if (!(await removeProfile(database.db, scope, profileId))) throw new ApiError('not-found');
      return listOf(scope);
    },
  );
};
