/** Why a backup or a restore is not done: a code for tests and one line in Vietnamese for the person at the terminal. */
export type BackupErrorCode =
  | 'file-exists'
  | 'file-missing'
  | 'file-broken'
  | 'file-newer'
  | 'database-empty'
  | 'database-not-empty'
  | 'database-in-use'
  | 'restored-differs';

export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, line: string, cause?: unknown) {
    super(line, cause === undefined ? undefined : { cause });
    this.name = 'BackupError';
    this.code = code;
  }
}
