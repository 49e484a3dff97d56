/** What must be true of a PostgreSQL server before anything is written to it: version, PostGIS, the app's role. */
import { applicationRole, ensureApplicationRole } from '../applicationRole.ts';
import type { OwnerConnection } from '../connection.ts';
import { firstLineOf, StartupError } from '../startupError.ts';

const oldestServer = 150000;
const oldestPostgis = [3, 3] as const;

export async function checkServer(connection: OwnerConnection): Promise<void> {
  const [server] = await connection.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  if (Number(server?.number) < oldestServer) {
    throw new StartupError('server-too-old', `Máy chủ PostgreSQL ${server?.version ?? ''} quá cũ: cần từ 15 trở lên.`);
  }
  const version = await postgisVersion(connection);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestPostgis[0] || (major === oldestPostgis[0] && minor < oldestPostgis[1])) {
    throw new StartupError('postgis-too-old', `PostGIS ${version} quá cũ: cần từ ${oldestPostgis.join('.')} trở lên.`);
  }
  try {
    await ensureApplicationRole(connection);
  } catch (error) {
    throw new StartupError(
      'role-not-permitted',
      `Tài khoản trong DATABASE_URL không tạo được vai trò ${applicationRole}: nhờ người quản trị chạy CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO tài-khoản-đó.`,
      error,
    );
  }
}

/** Of the extension in this database, created if the server has it and the account may. */
async function postgisVersion(connection: OwnerConnection): Promise<string> {
  const [known] = await connection.query<{ available: string; installed: string | null }>(
    `SELECT default_version AS available, installed_version AS installed FROM pg_available_extensions WHERE name = 'postgis'`,
  );
  if (!known) {
    throw new StartupError(
      'postgis-missing',
      'Máy chủ PostgreSQL chưa cài PostGIS: hãy cài gói postgis cho đúng phiên bản của nó.',
    );
  }
  if (known.installed !== null) return known.installed;
  try {
    await connection.query('CREATE EXTENSION IF NOT EXISTS postgis');
  } catch (error) {
    throw new StartupError(
      'postgis-missing',
      `Cơ sở dữ liệu chưa bật PostGIS và tài khoản này không bật được (${firstLineOf(error)}): nhờ người quản trị chạy CREATE EXTENSION postgis.`,
      error,
    );
  }
  return known.available;
}
