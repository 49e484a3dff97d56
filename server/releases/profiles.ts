/** The columns of a release by their id: those that are always there, else the commune's own. */
import { builtInIds, builtInProfiles, type ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import { profilesOf } from '../db/releaseProfiles.ts';
import type { ReleaseScope } from '../db/releases.ts';

export async function profileFor(
  db: Parameters<typeof profilesOf>[0],
  scope: ReleaseScope,
  id: string,
): Promise<ReleaseProfile | null> {
  const builtIn = builtInIds.find((one) => one === id);
  if (builtIn) return builtInProfiles[builtIn];
  const own = (await profilesOf(db, scope)).find((one) => one.id === id);
  return own ? { name: own.name, columns: own.columns } : null;
}
