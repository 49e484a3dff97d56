/** Everything that can be set from outside: flags, environment variables and their defaults. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DatabaseTarget } from './db/open.ts';
import { LaunchError } from './errors.ts';
import { defaultImportLimits, type ImportLimits } from './imports/importLimits.ts';
import { projectFolder } from './projectFolder.ts';

export interface Background {
  readonly kind: 'none' | 'raster' | 'pmtiles';
  readonly url: string;
  readonly attribution: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly target: DatabaseTarget;
  /** No sample village, no sample accounts. */
  readonly empty: boolean;
  /** Behind a reverse proxy that sets X-Forwarded-*. */
  readonly trustProxy: boolean;
  /** Where people find this server, without a path (https://sonha.vn): printed in the QR codes of house plates. */
  readonly publicUrl: string | null;
  readonly background: Background;
  /** A .pmtiles file of this machine, served beside the page. */
  readonly backgroundFile: string | null;
  /** What files may be that are taken in. */
  readonly imports: ImportLimits;
  /** For tests: the password of every sample account instead of random ones. */
  readonly samplePassword: string | null;
}

export const startHelp = `Số Nhà: đặt địa chỉ cho thôn.

  npm start [-- tuỳ chọn]

  --empty          không nạp thôn mẫu; tài khoản quản trị đầu tiên tạo bằng: npm run sonha -- user add
  --port SỐ        cổng (mặc định 8080, hoặc biến PORT)
  --host ĐỊA_CHỈ   địa chỉ lắng nghe (mặc định 127.0.0.1; 0.0.0.0 để máy khác trong mạng vào được)
  --data THƯ_MỤC   nơi đặt cơ sở dữ liệu nhúng (mặc định var/)
  --help           in hướng dẫn này

Biến môi trường:
  DATABASE_URL           postgres://… dùng PostgreSQL 15+ có PostGIS thay cho cơ sở dữ liệu nhúng
  SONHA_BACKGROUND       nền bản đồ: osm (mặc định), none, URL ô ảnh có {z}/{x}/{y}, URL hoặc tệp .pmtiles
  SONHA_ATTRIBUTION      ghi nguồn của nền bản đồ
  SONHA_TRUST_PROXY=1    chạy sau máy chủ trung gian (HTTPS) có đặt X-Forwarded-*
  SONHA_PUBLIC_URL       địa chỉ người dân mở được máy chủ này (https://…), in trong mã QR của biển số nhà
  SONHA_IMPORT_MB        tệp nhập vào lớn nhất, MB (mặc định 100); SONHA_IMPORT_ROWS: số dòng (1000000);
                         SONHA_IMPORT_RATIO: tệp nén bung ra gấp mấy lần (100); SONHA_IMPORT_SECONDS: đọc lâu nhất,
                         giây (300); SONHA_IMPORT_MEMORY_MB: bộ nhớ của tiến trình đọc, MB (768);
                         SONHA_IMPORT_MB_PER_SECOND: nhận của mọi người mỗi giây, MB (8)
  SONHA_SAMPLE_PASSWORD  mật khẩu chung của các tài khoản mẫu, chỉ để kiểm thử; không đặt thì sinh ngẫu nhiên
`;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws LaunchError when a flag or variable is wrong. Returns 'help' when that is all that was asked. */
export function readConfig(args: readonly string[], env: Environment): Config | 'help' {
  const flags = startFlags(args);
  if (flags.help) return 'help';
  const { background, backgroundFile } = backgroundOf(env);
  return {
    host: flags.host ?? env.SONHA_HOST ?? '127.0.0.1',
    port: portOf(flags.port ?? env.PORT ?? '8080'),
    target: databaseTarget(flags.data, env),
    empty: flags.empty ?? false,
    trustProxy: env.SONHA_TRUST_PROXY === '1',
    publicUrl: publicUrlOf(env.SONHA_PUBLIC_URL),
    background,
    backgroundFile,
    imports: importLimits(env),
    samplePassword: env.SONHA_SAMPLE_PASSWORD || null,
  };
}

function importLimits(env: Environment): ImportLimits {
  const { read, reader } = defaultImportLimits;
  const given = (name: string, usual: number): number => {
    const text = env[name];
    if (text === undefined || text === '') return usual;
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw new LaunchError('limit-malformed', `${name} phải là số nguyên dương, không phải "${text}".`);
  };
  const megabyte = 1024 * 1024;
  return {
    ...defaultImportLimits,
    bytesPerSecond: given('SONHA_IMPORT_MB_PER_SECOND', defaultImportLimits.bytesPerSecond / megabyte) * megabyte,
    read: {
      ...read,
      bytes: given('SONHA_IMPORT_MB', read.bytes / megabyte) * megabyte,
      rows: given('SONHA_IMPORT_ROWS', read.rows),
      expansion: given('SONHA_IMPORT_RATIO', read.expansion),
    },
    reader: {
      ...reader,
      deadlineMs: given('SONHA_IMPORT_SECONDS', reader.deadlineMs / 1000) * 1000,
      memoryMb: given('SONHA_IMPORT_MEMORY_MB', reader.memoryMb),
    },
  };
}

export function databaseTarget(dataFolder: string | undefined, env: Environment): DatabaseTarget {
  const url = env.DATABASE_URL;
  if (!url)
    return { kind: 'pglite', folder: resolve(projectFolder, dataFolder ?? env.SONHA_DATA ?? 'var', 'database') };
  return { kind: 'postgres', url };
}

function startFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        empty: { type: 'boolean' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch {
    throw new LaunchError('flag-unknown', `Không hiểu tuỳ chọn: ${args.join(' ')}. Xem: npm start -- --help`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new LaunchError('port-malformed', `Cổng phải là số từ 0 đến 65535, không phải "${text}".`);
}

function publicUrlOf(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '')
    return url.origin;
  throw new LaunchError(
    'public-url-malformed',
    `SONHA_PUBLIC_URL phải là dạng https://tên-miền, không phải "${value}".`,
  );
}

const openStreetMap: Background = {
  kind: 'raster',
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap',
};

/** Where the browser finds the local background file. */
export const backgroundPath = '/background.pmtiles';

function backgroundOf(env: Environment): Pick<Config, 'background' | 'backgroundFile'> {
  const value = env.SONHA_BACKGROUND ?? 'osm';
  const attribution = env.SONHA_ATTRIBUTION ?? '';
  if (value === 'none' || value === '')
    return { background: { kind: 'none', url: '', attribution: '' }, backgroundFile: null };
  if (value === 'osm') return { background: openStreetMap, backgroundFile: null };
  if (/^https?:\/\//.test(value) && URL.canParse(value)) {
    const kind = new URL(value).pathname.endsWith('.pmtiles') ? 'pmtiles' : 'raster';
    return { background: { kind, url: value, attribution }, backgroundFile: null };
  }
  const file = resolve(projectFolder, value);
  if (!file.endsWith('.pmtiles') || !existsSync(file) || !statSync(file).isFile()) {
    throw new LaunchError('background-missing', `SONHA_BACKGROUND: không có tệp .pmtiles hoặc URL nào tên "${value}".`);
  }
  return { background: { kind: 'pmtiles', url: backgroundPath, attribution }, backgroundFile: file };
}
