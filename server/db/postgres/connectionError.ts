/** Why a PostgreSQL server could not be reached, as one line that names the place but never the password. */
import { firstLineOf, StartupError } from '../startupError.ts';

export function checkedUrl(url: string): string {
  let parsed: URL | undefined;
  try {
    parsed = parsedUrl(url);
  } catch {
    parsed = undefined;
  }
  if (!parsed || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new StartupError(
      'url-malformed',
      'DATABASE_URL không đúng dạng: cần postgres://tên:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.',
    );
  }
  return url;
}

export function connectionError(url: string, error: unknown): StartupError {
  const place = placeOf(url);
  const code = (error as { code?: string }).code ?? '';
  if (code === '3D000') {
    return new StartupError(
      'database-missing',
      `Máy chủ ${place} không có cơ sở dữ liệu này: hãy tạo nó trước (createdb).`,
      error,
    );
  }
  if (code.startsWith('28')) {
    return new StartupError(
      'sign-in-refused',
      `Máy chủ ${place} không nhận tên hoặc mật khẩu trong DATABASE_URL.`,
      error,
    );
  }
  return new StartupError(
    'server-unreachable',
    `Không nối được tới máy chủ PostgreSQL ${place} (${code || firstLineOf(error)}): hãy kiểm tra DATABASE_URL và máy chủ.`,
    error,
  );
}

function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = parsedUrl(url);
  const host = hostname || searchParams.get('host') || 'localhost';
  return `${host}:${port || '5432'}${pathname}`;
}

/** An empty host after a user name (a local socket) is usual in such URLs, but not in those of the web. */
const parsedUrl = (url: string): URL => new URL(url.replace('@/', '@localhost/'));
