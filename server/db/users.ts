/** Accounts and what each may be, village by village. Passwords come here already hashed. */
import { sql, type Kysely } from 'kysely';
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';

export interface AccountRow {
  readonly id: Id;
  readonly username: string;
  readonly displayName: string;
  /** A null village: the role holds for every village without a grant of its own. */
  readonly grants: readonly { readonly villageId: Id | null; readonly role: Role }[];
}

export interface NewAccount {
  readonly id: Id;
  /** Lower case letters, digits, dot, dash, underscore; 2 to 40. */
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly at: Date;
}

/** False when the name is taken. */
export async function createAccount(db: Kysely<Tables>, account: NewAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('users')
    .values({
      id: account.id,
      username: account.username,
      display_name: account.displayName,
      password_hash: account.passwordHash,
      created_at: account.at,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** With its password's hash, for signing in; null when there is none or it is disabled. */
export async function accountByUsername(
  db: Kysely<Tables>,
  username: string,
): Promise<(AccountRow & { readonly passwordHash: string }) | null> {
  const found = await accounts(db)
    .select('account.password_hash as passwordHash')
    .where('account.username', '=', username)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

/** All accounts that are not disabled, by name. */
export async function listAccounts(db: Kysely<Tables>): Promise<AccountRow[]> {
  return accounts(db).where('account.disabled_at', 'is', null).orderBy('account.username').execute();
}

/** Sets the password and ends every session of the account; false when there is no such account. */
export async function setPassword(db: Kysely<Tables>, username: string, passwordHash: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .updateTable('users')
      .set({ password_hash: passwordHash })
      .where('username', '=', username)
      .returning('id')
      .executeTakeFirst();
    if (!account) return false;
    await trx.deleteFrom('sessions').where('user_id', '=', account.id).execute();
    return true;
  });
}

/** Disabled accounts keep their place in the log; their sessions end. */
export async function disableAccount(db: Kysely<Tables>, userId: Id, at: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('users').set({ disabled_at: at }).where('id', '=', userId).execute();
    await trx.deleteFrom('sessions').where('user_id', '=', userId).execute();
  });
}

/** Gives the account a role in a village (null: in all of them), in place of the one it had there. */
export async function grantRole(
  db: Kysely<Tables>,
  userId: Id,
  villageId: Id | null,
  role: Role,
  at: Date,
): Promise<void> {
  await db
    .insertInto('role_grants')
    .values({ user_id: userId, village_id: villageId, role, granted_at: at })
    .onConflict((conflict) => conflict.columns(['user_id', 'village_id']).doUpdateSet({ role, granted_at: at }))
    .execute();
}

export async function revokeRole(db: Kysely<Tables>, userId: Id, villageId: Id | null): Promise<void> {
  await db
    .deleteFrom('role_grants')
    .where('user_id', '=', userId)
    .where('village_id', 'is not distinct from', villageId)
    .execute();
}

/** Accounts with their grants, for the caller to narrow. */
export function accounts(db: Kysely<Tables>) {
  return db.selectFrom('users as account').select([
    'account.id',
    'account.username',
    'account.display_name as displayName',
    sql<AccountRow['grants']>`coalesce((
      SELECT json_agg(json_build_object('villageId', role_grants.village_id, 'role', role_grants.role)
                      ORDER BY role_grants.village_id)
      FROM role_grants WHERE role_grants.user_id = account.id), '[]'::json)`.as('grants'),
  ]);
}
