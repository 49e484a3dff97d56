/** Who is asking: the account behind the session cookie, read once a request. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import { accountOfSession } from '../db/sessions.ts';
import { ApiError } from '../errors.ts';
import type { Services } from '../services.ts';
import { readSessionCookie } from './cookie.ts';
import { roleIn, type Account } from './grants.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account: Account | null;
  }
}

export function readSession(api: FastifyInstance, { database, clock }: Services): void {
  api.decorateRequest('account', null);
  api.addHook('onRequest', async (request) => {
    const token = readSessionCookie(request);
    request.account = token === undefined ? null : await accountOfSession(database.db, token, clock());
  });
}

export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new ApiError('not-signed-in');
  return request.account;
}

/** The account and its role in the village; the same answer whether the village is missing or none of theirs. */
export function readerOf(request: FastifyRequest, villageId: Id): { account: Account; role: Role } {
  const account = accountOf(request);
  const role = roleIn(account, villageId);
  if (role === null) throw new ApiError('forbidden');
  return { account, role };
}
