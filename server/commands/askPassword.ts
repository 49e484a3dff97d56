/** A password for a new account: typed unseen, read from a pipe, or made up and shown once. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { generatedPassword, passwordLength } from '../auth/password.ts';
import { LaunchError } from '../errors.ts';

export interface ChosenPassword {
  readonly password: string;
  /** To be shown, since nobody typed it. */
  readonly isGenerated: boolean;
}

export async function askPassword(fromStdin: boolean, generate: boolean): Promise<ChosenPassword> {
  if (fromStdin) return { password: checked((await text(process.stdin)).replace(/\r?\n$/, '')), isGenerated: false };
  if (generate || !process.stdin.isTTY) return { password: generatedPassword(), isGenerated: true };
  const first = await typed('Mật khẩu (để trống thì sinh ngẫu nhiên): ');
  if (first === '') return { password: generatedPassword(), isGenerated: true };
  checked(first);
  if ((await typed('Gõ lại mật khẩu: ')) !== first)
    throw new LaunchError('password-differs', 'Hai lần gõ mật khẩu không giống nhau.');
  return { password: first, isGenerated: false };
}

function checked(password: string): string {
  const length = [...password].length;
  if (length >= passwordLength.minimum && length <= passwordLength.maximum) return password;
  throw new LaunchError(
    'password-length',
    `Mật khẩu phải có từ ${passwordLength.minimum} đến ${passwordLength.maximum} ký tự.`,
  );
}

async function typed(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.on('SIGINT', () => process.exit(130));
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}
