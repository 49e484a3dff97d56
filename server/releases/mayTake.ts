/** A file of a release holds all its villages: whoever may not take one of them may not take it. */
import { mayTakeReleases } from '../../domain/permissions.ts';
import { roleIn, type Account } from '../auth/grants.ts';
import type { Release } from '../db/releases.ts';

export const mayTake = ({ villages }: Release, account: Account): boolean =>
  villages.every(({ id }) => mayTakeReleases(roleIn(account, id)));
