/** The issued address a Plus Code belongs to, with the roads and the village its line is made of; nothing about people. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { worldOf, type World } from '../../domain/records/world.ts';
import type { Address } from '../../domain/records/address.ts';
import { loadRecordsJson } from './villages.ts';
import type { Tables } from './tables.ts';

export interface IssuedAddress {
  readonly world: World;
  readonly address: Pick<Address, 'roadId' | 'number' | 'plusCode'>;
}

/** Null for a code of no address, of a draft and of one withdrawn alike. */
export async function issuedAddress(db: Kysely<Tables>, plusCode: string): Promise<IssuedAddress | null> {
  const { rows } = await sql<{ village: Id; road: Id; number: string }>`
    SELECT village_id AS village, road_id AS road, number FROM addresses
    WHERE plus_code = ${plusCode} COLLATE "C" AND state = 'issued' LIMIT 1`.execute(db);
  const [found] = rows;
  if (!found) return null;
  const loaded = await loadRecordsJson(db, found.village, { persons: false, householdCameras: false }, [
    'village',
    'road',
  ]);
  if (!loaded) return null;
  const records = JSON.parse(loaded.records) as Record<'village' | 'road', AnyRecord[]>;
  return {
    world: worldOf([...records.village, ...records.road]),
    address: { roadId: found.road, number: found.number, plusCode },
  };
}
