/** Refuses writes that another site's page sends with this person's cookie. */
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers name the sender in Sec-Fetch-Site and Origin; a program that sends neither carries no one's cookie. */
export async function checkOrigin(request: FastifyRequest): Promise<void> {
  if (reading.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ApiError('foreign-origin');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `${request.protocol}://${request.host}`) throw new ApiError('foreign-origin');
}
