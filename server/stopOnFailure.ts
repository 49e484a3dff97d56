/** Runs a program from the terminal: a foreseen failure is one clear line, a bug says where; both exit with 1, a command not understood with 2. */
import { BackupError } from './db/backupError.ts';
import { StartupError } from './db/startupError.ts';
import { LaunchError } from './errors.ts';
import type { Reporter } from './report.ts';

/** The command was not understood: nothing has been tried. As usual these exit with 2. */
const usageCodes: ReadonlySet<string> = new Set(['command-unknown', 'flag-unknown', 'flag-missing', 'profile-unknown']);

export async function stopOnFailure(report: Reporter, program: () => Promise<void>): Promise<void> {
  process.on('uncaughtException', (error) => stop(report, error));
  process.on('unhandledRejection', (error) => stop(report, error));
  try {
    await program();
  } catch (error) {
    stop(report, error);
  }
}

function stop(report: Reporter, error: unknown): never {
  const foreseen = [StartupError, LaunchError, BackupError].some((kind) => error instanceof kind);
  if (foreseen) process.stderr.write(`${(error as Error).message}\n`);
  else {
    process.stderr.write('Số Nhà gặp lỗi và phải dừng. Những gì đã xác nhận vẫn còn trong cơ sở dữ liệu.\n');
    report.failure(error, 'process');
  }
  process.exit(error instanceof LaunchError && usageCodes.has(error.code) ? 2 : 1);
}
