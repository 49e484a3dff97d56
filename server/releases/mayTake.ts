/** What a release holds, and who may take it: whoever may not take one of its villages may not take a file of it. */
import { mayTakeReleases } from '../../domain/permissions.ts';
import { roleIn, type Account } from '../auth/grants.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Release } from '../db/releases.ts';

export const holds = ({ villages }: Release, villageId: Id): boolean => villages.some(({ id }) => id === villageId);

export const mayTake = ({ villages }: Release, account: Account): boolean =>
  villages.every(({ id }) => mayTakeReleases(roleIn(account, id)));
