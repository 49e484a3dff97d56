/** The session cookie: an opaque token, out of reach of scripts and of other sites. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this host over HTTPS; browsers refuse it on plain http, as on one's own machine. */
const nameFor = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-sonha' : 'sonha');

export const readSessionCookie = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: Date): void {
  reply.setCookie(nameFor(request), token, { ...attributes(request), expires: expiresAt });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameFor(request), attributes(request));
}

const attributes = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;
