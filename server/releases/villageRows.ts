/** What of a village would go out in a release, what of it has changed since the last one, and what stands against it. */
import { errorsOn, type Finding } from '../../domain/checks/findings.ts';
import { countsOf, releaseDifference, type DifferenceCounts } from '../../domain/formats/releases/releaseDifference.ts';
import { toldKeys, type ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import { releaseRows, type ReleaseRow } from '../../domain/formats/releases/releaseRows.ts';
import { villageOf, type World } from '../../domain/records/world.ts';
import { releaseRowsTogether } from '../db/releaseRows.ts';
import { releaseBefore } from '../db/releases.ts';

export interface VillageRows {
  readonly rows: readonly ReleaseRow[];
  /** Of the last release that held the village; 0 where there was none. */
  readonly lastSequence: number;
  readonly counts: DifferenceCounts;
  /** Open errors on what would go out. */
  readonly errors: readonly Finding[];
}

export async function villageRows(
  db: Parameters<typeof releaseBefore>[0],
  world: World,
  profile: ReleaseProfile,
): Promise<VillageRows> {
  const { id } = villageOf(world)!;
  const rows = releaseRows(world);
  const before = await releaseBefore(db, id, null);
  const earlier = before ? await releaseRowsTogether(db, id, before.releaseId) : [];
  const addresses = rows.flatMap(({ addressId }) => world.address.get(addressId) ?? []);
  return {
    rows,
    lastSequence: before?.sequence ?? 0,
    counts: countsOf(releaseDifference(earlier, rows, toldKeys(profile))),
    errors: errorsOn(world, addresses),
  };
}
