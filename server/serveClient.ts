/** The built client from dist/: hashed files for ever, the page itself always asked for again. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { basename, dirname } from 'node:path';
import { backgroundPath } from './config.ts';
import { ApiError } from './errors.ts';

export async function serveClient(
  app: FastifyInstance,
  distFolder: string | null,
  backgroundFile: string | null,
): Promise<void> {
  if (backgroundFile !== null) {
    await app.register(fastifyStatic, { root: dirname(backgroundFile), serve: false });
    app.get(backgroundPath, { compress: false }, (_request, reply) =>
      reply.sendFile(basename(backgroundFile), dirname(backgroundFile), { cacheControl: true, maxAge: '1h' }),
    );
  }
  if (distFolder === null) {
    app.setNotFoundHandler(async (request) => {
      throw new ApiError(isPage(request) ? 'not-built' : 'not-found');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: distFolder,
    decorateReply: backgroundFile === null,
    preCompressed: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: cacheFor,
    index: ['index.html'],
  });
  // Addresses inside the page (/thon/…) are the page's own business.
  app.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) throw new ApiError('not-found');
    return reply.sendFile('index.html', distFolder);
  });
}

const isPage = ({ method, url }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && !/^[^?]*\.[^/?]*(\?|$)/.test(url);

function cacheFor(reply: FastifyReply, path: string): void {
  const hashed = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
