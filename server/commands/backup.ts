/** One file that holds everything, and back again; compared after restoring. */
import { resolve } from 'node:path';
import { databaseTarget } from '../config.ts';
import { restoreBackup, writeBackup } from '../db/backup.ts';
import { LaunchError } from '../errors.ts';
import { flagsOf, type Command } from './command.ts';

export const backup: Command = async (args, { say, clock, environment }) => {
  const { flags, file } = fileOf(args, {});
  const path = resolve(file ?? `so-nha-${clock().toISOString().slice(0, 19).replaceAll(':', '')}.backup.gz`);
  const sums = await writeBackup(databaseTarget(flags.data, environment), path, say);
  say(`Đã sao lưu ${rowsOf(sums)} dòng vào ${path}. Tệp chứa tên người và mật khẩu đã băm: giữ nơi an toàn.`);
};

export const restore: Command = async (args, { say, environment }) => {
  const { flags, file } = fileOf(args, { force: { type: 'boolean' } });
  if (file === undefined) throw new LaunchError('flag-missing', 'Thiếu tên tệp: npm run restore -- TỆP');
  const options = { replace: flags.force ?? false };
  const sums = await restoreBackup(databaseTarget(flags.data, environment), resolve(file), say, options);
  say(`Đã khôi phục ${rowsOf(sums)} dòng từ ${resolve(file)} và so khớp với tệp.`);
};

function fileOf<const Options extends { force?: { type: 'boolean' } }>(args: readonly string[], options: Options) {
  const [first, ...rest] = args;
  const named = first !== undefined && !first.startsWith('-');
  return {
    file: named ? first : undefined,
    flags: flagsOf(named ? rest : args, options) as { data?: string; force?: boolean },
  };
}

const rowsOf = (sums: readonly { readonly rows: number }[]) => sums.reduce((total, { rows }) => total + rows, 0);
