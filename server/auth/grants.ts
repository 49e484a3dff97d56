/** Which role an account has in a village: the village's own grant, else the one that holds for all villages. */
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';

export interface Grant {
  /** Null: every village. */
  readonly villageId: Id | null;
  readonly role: Role;
}

export interface Account {
  readonly id: Id;
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly Grant[];
}

export function roleIn(account: Pick<Account, 'grants'>, villageId: Id): Role | null {
  const own = account.grants.find((grant) => grant.villageId === villageId);
  return (own ?? account.grants.find((grant) => grant.villageId === null))?.role ?? null;
}
