/** Whether a code of a Change is already another house's, where no unique index can tell: between states and villages. */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import { refuse, type Refusal } from '../../domain/edits/refusal.ts';
import type { Change } from '../../domain/records/change.ts';
import type { ExternalScheme } from '../../domain/records/externalCode.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../../domain/records/record.ts';
import type { Tables } from './tables.ts';

type Address = RecordOf['address'];
type ExternalCode = RecordOf['externalCode'];

/** To be asked in the transaction that saves, before saving, with the village locked. Null: no code is another's. */
export async function takenCode(trx: Transaction<Tables>, villageId: Id, change: Change): Promise<Refusal | null> {
  const addresses = ofKind(change, 'address');
  const replaced = [...change.deleted, ...change.updated.map(([before]) => before)].map(({ id }) => id);
  return (
    (await codeOfAnotherHouse(trx, villageId, addresses, replaced)) ??
    (await codeOfAnotherVillage(trx, villageId, issuedNow(change))) ??
    (await externalCodeOfAnotherVillage(trx, villageId, ofKind(change, 'externalCode')))
  );
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::json`;

const ofKind = <K extends RecordKind>({ created, updated }: Change, kind: K): RecordOf[K][] =>
  [...created, ...updated.map(([, item]) => item)].filter((item): item is RecordOf[K] => item.kind === kind);

/**
 * A draft may bear the code issued to its own house, which is being renumbered, but to no other; within one state the
 * unique indexes hold that.
 */
async function codeOfAnotherHouse(
  trx: Transaction<Tables>,
  villageId: Id,
  addresses: readonly Address[],
  replaced: readonly Id[],
): Promise<Refusal | null> {
  const standing = addresses.filter(({ state }) => state !== 'retired');
  if (standing.length === 0) return null;
  const given = standing.map(({ houseId, plusCode, state }) => ({ house: houseId, code: plusCode, state }));
  const { rows } = await sql<{ house: Id; other: Id; code: string }>`
    WITH given AS (
      SELECT house, code COLLATE "C" AS code, CASE state WHEN 'draft' THEN 'issued' ELSE 'draft' END AS counterpart
      FROM json_to_recordset(${json(given)}) AS r(house uuid, code text, state text)),
    gone AS (SELECT value::uuid AS id FROM json_array_elements_text(${json(replaced)})),
    -- Each state by itself: its unique index finds the code.
    stored AS (
      SELECT given.house, addresses.house_id AS other, given.code FROM given
      JOIN addresses ON addresses.plus_code = given.code AND addresses.state = 'issued'
      WHERE given.counterpart = 'issued' AND addresses.village_id = ${villageId}::uuid
        AND addresses.id NOT IN (SELECT id FROM gone)
      UNION ALL
      SELECT given.house, addresses.house_id, given.code FROM given
      JOIN addresses ON addresses.plus_code = given.code AND addresses.state = 'draft'
      WHERE given.counterpart = 'draft' AND addresses.village_id = ${villageId}::uuid
        AND addresses.id NOT IN (SELECT id FROM gone)
      UNION ALL
      SELECT a.house, b.house, a.code FROM given AS a JOIN given AS b ON b.code = a.code)
    SELECT house, other, code FROM stored WHERE house <> other LIMIT 1`.execute(trx);
  const [found] = rows;
  return found ? refuse('plus-code-taken', [found.house, found.other], { code: found.code }) : null;
}

/** The addresses that become issued by the change. */
function issuedNow(change: Change): Address[] {
  const wasIssued = (item: AnyRecord) => item.kind === 'address' && item.state === 'issued';
  return [
    ...change.created,
    ...change.updated.filter(([before]) => !wasIssued(before)).map(([, after]) => after),
  ].filter((item): item is Address => item.kind === 'address' && item.state === 'issued');
}

/** Any constants: both are rare, and one at a time in the whole database is what makes the checks hold. */
const oneAtATime = { issuing: 20_240_815, recording: 20_220_302 } as const;

async function codeOfAnotherVillage(
  trx: Transaction<Tables>,
  villageId: Id,
  issued: readonly Address[],
): Promise<Refusal | null> {
  if (issued.length === 0) return null;
  await sql`SELECT pg_advisory_xact_lock(${oneAtATime.issuing}::bigint)`.execute(trx);
  const codes = issued.map(({ houseId, plusCode }) => ({ house: houseId, code: plusCode }));
  const { rows } = await sql<{ house: Id; code: string }>`
    SELECT r.house, r.code FROM json_to_recordset(${json(codes)}) AS r(house uuid, code text)
    JOIN addresses ON addresses.plus_code = r.code COLLATE "C" AND addresses.state = 'issued'
    WHERE addresses.village_id <> ${villageId}::uuid LIMIT 1`.execute(trx);
  const [found] = rows;
  return found ? refuse('plus-code-taken', [found.house], { code: found.code }) : null;
}

/** Given by a body of the whole country, so that no two houses of it have one. */
const nationalSchemes: readonly ExternalScheme[] = ['ndas10', 'location12'];

async function externalCodeOfAnotherVillage(
  trx: Transaction<Tables>,
  villageId: Id,
  given: readonly ExternalCode[],
): Promise<Refusal | null> {
  const national = given.filter(({ scheme }) => nationalSchemes.includes(scheme));
  if (national.length === 0) return null;
  await sql`SELECT pg_advisory_xact_lock(${oneAtATime.recording}::bigint)`.execute(trx);
  const codes = national.map(({ houseId, scheme, value }) => ({ house: houseId, scheme, value }));
  const { rows } = await sql<{ house: Id; scheme: ExternalScheme }>`
    SELECT r.house, r.scheme FROM json_to_recordset(${json(codes)}) AS r(house uuid, scheme text, value text)
    JOIN external_codes ON external_codes.scheme = r.scheme AND external_codes.value = r.value COLLATE "C"
      AND external_codes.scheme IN ('ndas10', 'location12')
    WHERE external_codes.village_id <> ${villageId}::uuid LIMIT 1`.execute(trx);
  const [found] = rows;
  return found ? refuse('external-code-in-another-village', [found.house], { scheme: found.scheme }) : null;
}
