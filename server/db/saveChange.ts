/** Writes a Change into the record tables: one statement a kind and act, whatever the number of records. */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Change } from '../../domain/records/change.ts';
import type { Id } from '../../domain/records/fields.ts';
import { recordKinds, type AnyRecord, type RecordKind } from '../../domain/records/record.ts';
import { jsonColumns, recordTables, type RecordTable } from './recordTables.ts';
import { keepShown } from './photos.ts';
import type { Tables } from './tables.ts';

/** A record had not the version the change was made from, or was not there: nothing may be saved. */
export class RecordsChangedMeanwhile extends Error {
  readonly kind: RecordKind;

  constructor(kind: RecordKind) {
    super(`records of kind ${kind} have changed since the change was made from them`);
    this.kind = kind;
  }
}

/** The order in which no reference and no unique key is broken midway; the village must be locked by the caller. */
export async function saveChange(trx: Transaction<Tables>, villageId: Id, change: Change): Promise<void> {
  const of = byKind(change);
  const signs = [...of('sign').created, ...of('sign').updated.map(([, after]) => after)];
  await keepShown(
    trx,
    villageId,
    signs.flatMap((sign) => (sign.kind === 'sign' && sign.photoId) || []),
  );
  for (const kind of recordKinds.toReversed()) {
    const { isLeaf } = recordTables[kind];
    if (!isLeaf) continue;
    const replaced = of(kind).updated.map(([before]) => before);
    await remove(trx, villageId, kind, [...of(kind).deleted, ...replaced]);
  }
  for (const kind of recordKinds) {
    const { isLeaf } = recordTables[kind];
    const { created, updated } = of(kind);
    await insert(trx, villageId, kind, isLeaf ? [...created, ...updated.map(([, after]) => after)] : created);
    if (!isLeaf) await update(trx, villageId, kind, updated);
  }
  for (const kind of recordKinds.toReversed()) {
    if (!recordTables[kind].isLeaf) await remove(trx, villageId, kind, of(kind).deleted);
  }
}

function byKind(change: Change) {
  const group = <T>(items: readonly T[], kindOf: (item: T) => RecordKind) => {
    const groups = new Map<RecordKind, T[]>();
    for (const item of items) {
      const list = groups.get(kindOf(item));
      if (list) list.push(item);
      else groups.set(kindOf(item), [item]);
    }
    return groups;
  };
  const created = group(change.created, (item) => item.kind);
  const updated = group(change.updated, ([, after]) => after.kind);
  const deleted = group(change.deleted, (item) => item.kind);
  return (kind: RecordKind) => ({
    created: created.get(kind) ?? [],
    updated: updated.get(kind) ?? [],
    deleted: deleted.get(kind) ?? [],
  });
}

async function insert(trx: Transaction<Tables>, villageId: Id, kind: RecordKind, records: readonly AnyRecord[]) {
  if (records.length === 0) return;
  const layout = recordTables[kind];
  const written = layout.fields.flatMap(({ write }) => write);
  await sql`
    INSERT INTO ${sql.table(layout.table)} (village_id, ${raw(written.map(([column]) => column))})
    SELECT ${villageId}::uuid, ${raw(written.map(([, expression]) => expression))}
    FROM ${rows(layout, records)}`.execute(trx);
}

async function update(trx: Transaction<Tables>, villageId: Id, kind: RecordKind, updated: Change['updated']) {
  if (updated.length === 0) return;
  const layout = recordTables[kind];
  const written = layout.fields.flatMap(({ write }) => write).filter(([column]) => column !== 'id');
  const given = updated.map(([before, after]) => ({ ...after, basis: before.version }));
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(layout.table)} AS t SET ${raw(written.map(([column, expression]) => `${column} = ${expression}`))}
    FROM ${rows(layout, given, ', "basis" integer')}
    WHERE t.village_id = ${villageId}::uuid AND t.id = r.id AND t.version = r.basis`.execute(trx);
  if (Number(numAffectedRows) !== updated.length) throw new RecordsChangedMeanwhile(kind);
}

async function remove(trx: Transaction<Tables>, villageId: Id, kind: RecordKind, records: readonly AnyRecord[]) {
  if (records.length === 0) return;
  const given = JSON.stringify(records.map(({ id, version }) => ({ id, version })));
  const { numAffectedRows } = await sql`
    DELETE FROM ${sql.table(recordTables[kind].table)} AS t
    USING json_to_recordset(${given}::json) AS r(id uuid, version integer)
    WHERE t.village_id = ${villageId}::uuid AND t.id = r.id AND t.version = r.version`.execute(trx);
  if (Number(numAffectedRows) !== records.length) throw new RecordsChangedMeanwhile(kind);
}

const raw = (parts: readonly string[]): RawBuilder<unknown> => sql.raw(parts.join(', '));

const rows = (layout: RecordTable, records: readonly object[], further = ''): RawBuilder<unknown> =>
  sql`json_to_recordset(${JSON.stringify(records)}::json) AS r(${sql.raw(jsonColumns(layout) + further)})`;
