/** How often one account may ask for something costly; more is answered with when to come again. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOf } from '../auth/session.ts';
import { ApiError } from '../errors.ts';
import type { Window } from '../services.ts';

/** A hook for after the request's account is known. `what`: each has a count of its own. */
export function limitPerAccount(
  api: Pick<FastifyInstance, 'createRateLimit'>,
  what: string,
  { max, milliseconds }: Window,
): (request: FastifyRequest) => Promise<void> {
  const countOf = api.createRateLimit({
    max,
    timeWindow: milliseconds,
    keyGenerator: (request) => `${what} ${accountOf(request).id}`,
  });
  return async (request) => {
    const limit = await countOf(request);
    if (!limit.isAllowed && limit.isExceeded) {
      throw new ApiError('too-many-requests', { retryAfterSeconds: limit.ttlInSeconds });
    }
  };
}
