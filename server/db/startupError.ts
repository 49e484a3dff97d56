/** Why the database cannot be opened: a code for tests and one line in Vietnamese for the person at the terminal. */
export type StartupErrorCode =
  | 'folder-in-use'
  | 'folder-unusable'
  | 'folder-other-version'
  | 'no-fsync'
  | 'database-broken'
  | 'url-malformed'
  | 'server-unreachable'
  | 'sign-in-refused'
  | 'database-missing'
  | 'server-too-old'
  | 'postgis-missing'
  | 'postgis-too-old'
  | 'role-not-permitted'
  | 'database-newer'
  | 'migration-altered'
  | 'migration-failed';

export class StartupError extends Error {
  readonly code: StartupErrorCode;

  constructor(code: StartupErrorCode, line: string, cause?: unknown) {
    super(line.replaceAll(/\s+/g, ' ').trim(), cause === undefined ? undefined : { cause });
    this.name = 'StartupError';
    this.code = code;
  }
}

/** The first line of what an error says: fit to stand in a StartupError's line. */
export function firstLineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}
