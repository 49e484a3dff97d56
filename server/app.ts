/** The HTTP application: security first, then the API, then the client's files. Built by a function, tested with inject. */
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { constants } from 'node:zlib';
import { checkOrigin } from './auth/origin.ts';
import { readSession } from './auth/session.ts';
import type { Background } from './config.ts';
import type { Database } from './db/open.ts';
import { answerErrors } from './errorHandler.ts';
import { ApiError } from './errors.ts';
import type { HeldLimits } from './heldFiles.ts';
import type { ImportLimits } from './imports/importLimits.ts';
import { reportTo, type Reporter } from './report.ts';
import { changeRoutes } from './routes/changes.ts';
import { coverageFileRoutes } from './routes/coverageFiles.ts';
import { editRoutes } from './routes/edits.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/exports.ts';
import { importRoutes } from './routes/imports.ts';
import { funnelRoutes } from './routes/funnel.ts';
import { housePageRoutes } from './routes/housePage.ts';
import { personCollectionRoutes } from './routes/personCollections.ts';
import { personRequestRoutes } from './routes/personRequests.ts';
import { photoRoutes } from './routes/photos.ts';
import { privateReadRoutes } from './routes/privateReads.ts';
import { releaseFileRoutes } from './routes/releaseFiles.ts';
import { releaseRoutes } from './routes/releases.ts';
import { releaseProfileRoutes } from './routes/releaseProfiles.ts';
import { sessionRoutes } from './routes/session.ts';
import { signFileRoutes } from './routes/signFiles.ts';
import { villageRoutes } from './routes/villages.ts';
import { checkOf, unstorableText } from './schema.ts';
import { securityHeaders } from './securityHeaders.ts';
import { defaultLimits, type Limits, type Services } from './services.ts';
import { serveClient } from './serveClient.ts';

export interface AppOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly background: Background;
  readonly backgroundFile?: string | null;
  /** The built client; null serves only the API. */
  readonly distFolder: string | null;
  readonly trustProxy?: boolean;
  readonly publicUrl?: string | null;
  readonly limits?: Limits;
  readonly imports?: ImportLimits;
  readonly outgoing?: HeldLimits;
  readonly report?: Reporter;
}

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const services: Services = {
    database: options.database,
    clock: options.clock,
    background: options.background,
    limits: options.limits ?? defaultLimits,
    imports: options.imports,
    outgoing: options.outgoing,
    report: options.report ?? reportTo((line) => process.stderr.write(`${line}\n`)),
    publicUrl: options.publicUrl ?? null,
  };
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 75_000,
    keepAliveTimeout: 70_000,
    handlerTimeout: 60_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler<TSchema>(({ schema }) => {
    const check = checkOf(schema);
    return (value: unknown) => {
      const problem = check(value) ?? unstorableText(value);
      return problem ? { error: new ApiError('invalid-input', problem) } : { value };
    };
  });
  // Only JSON is read: a form or text/plain could be sent by another site's page without asking.
  app.removeContentTypeParser('text/plain');
  answerErrors(app, services.report);

  await securityHeaders(app, options.background);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(compress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip', 'identity'],
    // Level 4 compresses a village in milliseconds; 11, the default, takes a second.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });

  app.addHook('onRequest', checkOrigin);
  app.get('/healthz', async () => ({ ok: true }));
  await app.register(
    async (api) => {
      api.addHook('onRequest', async (_request, reply) => {
        reply.header('cache-control', 'no-store');
      });
      readSession(api, services);
      await api.register(sessionRoutes, services);
      await api.register(villageRoutes, services);
      await api.register(editRoutes, services);
      await api.register(changeRoutes, services);
      await api.register(eventRoutes, services);
      await api.register(exportRoutes, services);
      await api.register(releaseRoutes, services);
      await api.register(releaseFileRoutes, services);
      await api.register(funnelRoutes, services);
      await api.register(releaseProfileRoutes, services);
      await api.register(privateReadRoutes, services);
      await api.register(personRequestRoutes, services);
      await api.register(personCollectionRoutes, services);
      await api.register(photoRoutes, services);
      await api.register(signFileRoutes, services);
      await api.register(coverageFileRoutes, services);
      await api.register(importRoutes, services);
      api.all('/*', async () => {
        throw new ApiError('not-found');
      });
    },
    { prefix: '/api' },
  );
  await app.register(housePageRoutes, services);
  await serveClient(app, options.distFolder, options.backgroundFile ?? null);
  return app;
}
