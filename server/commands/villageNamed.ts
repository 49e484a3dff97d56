/** The village a person means by its id or its name. */
import type { Database } from '../db/open.ts';
import { listVillages } from '../db/villages.ts';
import { LaunchError } from '../errors.ts';

/** Its id. @throws LaunchError where there is none, or several. */
export async function villageNamed(database: Database, given: string): Promise<string> {
  const found = (await listVillages(database.db)).filter(
    ({ id, name }) => id === given || name === given.normalize('NFC'),
  );
  if (found.length === 1) return found[0]!.id;
  throw new LaunchError(
    'village-unknown',
    `${found.length === 0 ? 'Không có thôn' : 'Có nhiều thôn'} tên "${given}"; xem mã thôn: npm run sonha -- village list`,
  );
}
