/** What a command of the command line is given, and how it reads its flags. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { databaseTarget } from '../config.ts';
import { openDatabase, type Database } from '../db/open.ts';
import { LaunchError } from '../errors.ts';

export interface Terminal {
  readonly say: (line: string) => void;
  /** On standard error: what is going on, beside what the command gives. */
  readonly note: (line: string) => void;
  readonly clock: () => Date;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;

export function flagsOf<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], strict: true, options: { ...options, data: { type: 'string' } } }).values;
  } catch {
    throw new LaunchError('flag-unknown', `Không hiểu: ${args.join(' ')}. Xem: npm run sonha -- --help`);
  }
}

export function needed(value: string | undefined, flag: string): string {
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new LaunchError('flag-missing', `Thiếu --${flag}. Xem: npm run sonha -- --help`);
}

export async function withDatabase<T>(
  data: string | undefined,
  { say, environment }: Terminal,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(databaseTarget(data, environment), say);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
