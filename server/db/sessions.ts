/** Sessions: an opaque token in the person's cookie, its hash here; they end by themselves and can be ended. */
import { createHash, randomBytes } from 'node:crypto';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Id } from '../../domain/records/fields.ts';
import type { Tables } from './tables.ts';
import { accounts, type AccountRow } from './users.ts';

const dayMs = 86_400_000;
const lifetimeMs = 14 * dayMs;
/** A session unused for so long ends earlier. */
const idleMs = 3 * dayMs;
/** Use is noted at most this often, so that reading does not write. */
const noteMs = 10 * 60_000;

export async function createSession(
  db: Kysely<Tables>,
  userId: Id,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  await db.deleteFrom('sessions').where(hasEnded(now)).execute();
  await db
    .insertInto('sessions')
    .values({ token_hash: hashOf(token), user_id: userId, created_at: now, seen_at: now, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

/** The account behind a token; null when the session has ended, or the account is disabled. */
export async function accountOfSession(db: Kysely<Tables>, token: string, now: Date): Promise<AccountRow | null> {
  const tokenHash = hashOf(token);
  const found = await accounts(db)
    .innerJoin('sessions as session', 'session.user_id', 'account.id')
    .select('session.seen_at')
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', new Date(now.getTime() - idleMs))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!found) return null;
  const { seen_at: seenAt, ...account } = found;
  if (now.getTime() - seenAt.getTime() > noteMs) {
    await db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
  }
  return account;
}

export async function endSession(db: Kysely<Tables>, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', hashOf(token)).execute();
}

const hasEnded =
  (now: Date) =>
  ({ eb, or }: ExpressionBuilder<Tables, 'sessions'>) =>
    or([eb('expires_at', '<=', now), eb('seen_at', '<=', new Date(now.getTime() - idleMs))]);

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
