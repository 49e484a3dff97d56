/**
 * The public page behind the QR code of a house plate: the address and its Plus Code, without signing in. Nothing of
 * people, no coordinates (RULES §1.8, §6). An unknown code, a draft and a withdrawn number read the same.
 */
import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { addressLine } from '../../domain/addressing/fullNumber.ts';
import { noticeOf } from '../../domain/formats/listWords.ts';
import { escapedMarkup } from '../../domain/markup.ts';
import { record } from '../../domain/records/fields.ts';
import Type from 'typebox';
import { issuedAddress, type IssuedAddress } from '../db/issuedAddress.ts';
import type { Services } from '../services.ts';

/** The plus sign is left out: some readers of QR codes take it for a space. */
export const housePagePath = (plusCode: string): string => `/so-nha/${plusCode.replace('+', '')}`;

const Params = record({ code: Type.String({ maxLength: 40 }) });

/** "7PG7XQCQ222", with its plus sign or without, in any letter case; null if it is no code of a house. */
function codeIn(text: string): string | null {
  const [, area, place] =
    /^([23456789CFGHJMPQRVWX]{8})\+?([23456789CFGHJMPQRVWX]{3,4})$/.exec(text.toUpperCase()) ?? [];
  return area && place ? `${area}+${place}` : null;
}

export const housePageRoutes: FastifyPluginAsyncTypebox<Services> = async (app, { database, limits }) => {
  const perAddress = app.createRateLimit({
    max: limits.housePagesPerAddress.max,
    timeWindow: limits.housePagesPerAddress.milliseconds,
    keyGenerator: (request) => `house page ${request.ip}`,
  });
  app.get('/so-nha/:code', { schema: { params: Params } }, async (request, reply) => {
    reply
      .header('content-security-policy', contentPolicy)
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8');
    const limit = await perAddress(request);
    if (!limit.isAllowed && limit.isExceeded) {
      return reply.code(429).header('retry-after', limit.ttlInSeconds).send(pageOf('Đã mở quá nhiều trang', busy));
    }
    const code = codeIn(request.params.code);
    const found = code === null ? null : await issuedAddress(database.db, code);
    if (!found) return reply.code(404).send(pageOf('Không có địa chỉ này', unknown));
    return reply.send(addressPage(found));
  });
};

const busy = '<h1>Đã mở quá nhiều trang</h1><p>Hãy đợi một phút rồi mở lại.</p>';
const unknown =
  '<h1>Không có địa chỉ này</h1><p>Không có địa chỉ nào đã cấp mang mã này. Hãy quét lại mã trên biển số nhà.</p>';

function addressPage({ world, address }: IssuedAddress): string {
  const line = addressLine(world, address, { form: 'long', language: 'vi', withUnits: true });
  const [house = line, ...rest] = line.split(', ');
  const notice = noticeOf(world);
  const lines = [
    `<h1>${escapedMarkup(house)}</h1>`,
    `<p class="line">${escapedMarkup(rest.join(', '))}</p>`,
    `<p>Plus Code <strong>${escapedMarkup(address.plusCode)}</strong></p>`,
    notice === null ? '' : `<p class="notice">${escapedMarkup(notice)}</p>`,
  ];
  return pageOf(line, lines.join('\n'));
}

const style = `
body{margin:0;padding:32px 20px;background:#f6f2e8;color:#1d1b16;font:18px/1.5 system-ui,sans-serif}
main{max-width:520px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:12px}
h1{margin:0 0 8px;font-size:34px;line-height:1.2;color:#12407a}
p{margin:0 0 12px}
.line{font-size:21px}
strong{letter-spacing:.04em}
.notice{display:inline-block;margin:0;padding:2px 10px;border-radius:6px;background:#fbe9c6;color:#6b4500}
`;

/** The page's own style by its hash, and nothing else at all. */
const contentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const pageOf = (title: string, main: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
