/** Every failure leaves as {error: {code, message}}: never a stack, a query or what was sent. */
import type { FastifyError, FastifyInstance } from 'fastify';
import { ApiError, type ApiErrorCode } from './errors.ts';
import type { Reporter } from './report.ts';

/** Fastify's own refusals of a request, by its codes. */
const fastifyCodes: Readonly<Record<string, ApiErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_HANDLER_TIMEOUT: 'database-unavailable',
  FST_ERR_NOT_FOUND: 'not-found',
};

export function answerErrors(app: FastifyInstance, report: Reporter): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = apiErrorOf(error);
    if (known.statusCode >= 500 && known.code !== 'not-built') {
      report.failure(error, `${request.method} ${request.routeOptions.url ?? ''}`);
    }
    if (known.code === 'foreign-origin')
      report.event('foreign-origin', { address: request.ip, method: request.method });
    if (known.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds);
    const path = known.path === undefined ? {} : { path: known.path };
    return reply.code(known.statusCode).send({ error: { code: known.code, message: known.message, ...path } });
  });
}

function apiErrorOf(error: FastifyError): ApiError {
  if (error instanceof ApiError) return error;
  const code = fastifyCodes[error.code ?? ''];
  if (code) return new ApiError(code);
  if (error.statusCode === 429) return new ApiError('too-many-requests');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new ApiError('invalid-input');
  return new ApiError(isDataException(error) ? 'invalid-input' : 'internal');
}

/** SQLSTATE class 22: a value the database cannot hold (30 February); the schemas should have caught it. */
const isDataException = (error: FastifyError) => /^22\w{3}$/.test(error.code ?? '');
