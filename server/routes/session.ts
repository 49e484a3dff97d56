/** Signing in and out, and who is signed in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { record } from '../../domain/records/fields.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../auth/cookie.ts';
import { roleIn, type Account } from '../auth/grants.ts';
import { passwordLength, passwordMatches } from '../auth/password.ts';
import { createSession, endSession } from '../db/sessions.ts';
import { accountByUsername } from '../db/users.ts';
import { listVillages } from '../db/villages.ts';
import { ApiError } from '../errors.ts';
import type { Services, Window } from '../services.ts';

const SignIn = record({
  username: Type.String({ minLength: 1, maxLength: 40 }),
  password: Type.String({ minLength: 1, maxLength: passwordLength.maximum }),
});

export const sessionRoutes: FastifyPluginAsyncTypebox<Services> = async (api, services) => {
  const { database, clock, limits, report } = services;
  const limiter = (window: Window, keyGenerator: (request: FastifyRequest) => string) =>
    api.createRateLimit({ max: window.max, timeWindow: window.milliseconds, keyGenerator });
  const perAddress = limiter(limits.signInsPerAddress, (request) => `address ${request.ip}`);
  const perAccount = limiter(limits.signInsPerAccount, (request) => `account ${usernameIn(request)}`);

  api.get('/session', async (request) => sessionBody(services, request.account));

  // Counted before the password is hashed: hashing is the costly part.
  const limitAttempts = async (request: FastifyRequest) => {
    for (const check of [perAddress, perAccount]) {
      const limit = await check(request);
      if (limit.isAllowed || !limit.isExceeded) continue;
      report.event('too-many-attempts', { address: request.ip });
      throw new ApiError('too-many-attempts', { retryAfterSeconds: limit.ttlInSeconds });
    }
  };
  api.post('/session', { schema: { body: SignIn }, preHandler: limitAttempts }, async (request, reply) => {
    const found = await accountByUsername(database.db, usernameIn(request));
    if (!(await passwordMatches(found?.passwordHash ?? null, request.body.password)) || !found) {
      report.event('sign-in-failed', { address: request.ip, account: found?.id ?? null });
      throw new ApiError('sign-in-failed');
    }
    const previous = readSessionCookie(request);
    if (previous !== undefined) await endSession(database.db, previous);
    const session = await createSession(database.db, found.id, clock());
    setSessionCookie(request, reply, session.token, session.expiresAt);
    report.event('sign-in', { address: request.ip, account: found.id });
    return sessionBody(services, found);
  });

  api.delete('/session', async (request, reply) => {
    const token = readSessionCookie(request);
    if (token !== undefined) await endSession(database.db, token);
    clearSessionCookie(request, reply);
    return reply.code(204).send();
  });
};

/** Upper case and spaces around it are a phone keyboard's doing. */
const usernameIn = (request: FastifyRequest): string =>
  (request.body as { username: string }).username.trim().toLowerCase();

async function sessionBody({ database, background }: Services, account: Account | null) {
  const villages = await listVillages(database.db);
  const own = account
    ? villages.flatMap(({ id, name, isSample }) => {
        const role = roleIn(account, id);
        return role === null ? [] : [{ id, name, role, isSample }];
      })
    : [];
  return {
    user: account && { id: account.id, username: account.username, displayName: account.displayName },
    villages: own,
    settings: { background, sample: villages.some(({ isSample }) => isSample) },
  };
}
