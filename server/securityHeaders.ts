/** Security headers: what the page may load and who may embed it (OWASP ASVS 5.0, 3.4). */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Background } from './config.ts';

export async function securityHeaders(app: FastifyInstance, background: Background): Promise<void> {
  const backgroundOrigins = originsOf(background);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        // MapLibre runs its worker from a blob and draws images from blobs and data URLs.
        workerSrc: ["'self'", 'blob:'],
        imgSrc: ["'self'", 'data:', 'blob:', ...backgroundOrigins],
        connectSrc: ["'self'", ...backgroundOrigins],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Tile servers of OpenStreetMap refuse readers that do not say where they come from.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Browsers ignore it over plain http, where it means nothing.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
  });
}

function originsOf({ url }: Background): string[] {
  if (!/^https?:\/\//.test(url)) return [];
  // {s} or {z} in a host name stands for any of its sub-domains.
  const { protocol, host } = new URL(url.replace(/\{[^}]*\}/g, 'x'));
  const { hostname } = new URL(url.replace(/\{[^}]*\}/g, 'placeholder'));
  return [
    hostname.startsWith('placeholder.')
      ? `${protocol}//*.${host.split('.').slice(1).join('.')}`
      : `${protocol}//${host}`,
  ];
}
