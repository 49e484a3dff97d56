/** Villages from the command line: their list, and a new one from files, made through edits by an administrator. */
import { readFile } from 'node:fs/promises';
import { mayEdit } from '../../domain/permissions.ts';
import { isFileProblem } from '../../domain/formats/features.ts';
import { villageFromFiles, type VillageFromFiles } from '../../domain/formats/villageFiles.ts';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import type { Account } from '../auth/grants.ts';
import type { Database } from '../db/open.ts';
import { listAccounts } from '../db/users.ts';
import { listVillages } from '../db/villages.ts';
import { LaunchError } from '../errors.ts';
import { newId } from '../identifier.ts';
import { perform } from '../perform.ts';
import { inputProblem } from '../schema.ts';
import { flagsOf, needed, withDatabase, type Command } from './command.ts';
import { tellFileProblem, tellReport } from './fileReport.ts';

export const createVillage: Command = async (args, terminal) => {
  const text = { type: 'string' } as const;
  const flags = flagsOf(args, { name: text, boundary: text, roads: text, buildings: text, addresses: text, as: text });
  const { say, clock } = terminal;
  const name = needed(flags.name, 'name').normalize('NFC');
  const importId = newId(clock());
  const made = villageFromFiles({
    name,
    importId,
    roads: await textOf(needed(flags.roads, 'roads')),
    buildings: await textOf(needed(flags.buildings, 'buildings')),
    boundary: flags.boundary === undefined ? undefined : await textOf(flags.boundary),
    addresses: flags.addresses === undefined ? undefined : await textOf(flags.addresses),
  });
  if (isFileProblem(made)) throw new LaunchError(made.code, tellFileProblem(made));

  await withDatabase(flags.data, terminal, async (database) => {
    const admin = await administrator(database, flags.as);
    const villageId = await performBoth(database, clock, admin, importId, made);
    for (const line of tellReport(made.report)) say(line);
    say(`Đã tạo thôn "${name}", mã ${villageId}, dưới tên ${admin.username}.`);
  });
};

export const showVillages: Command = async (args, terminal) => {
  const flags = flagsOf(args, {});
  await withDatabase(flags.data, terminal, async (database) => {
    const villages = await listVillages(database.db);
    for (const { id, name, isSample } of villages)
      terminal.say(`${id}  ${name}${isSample ? '  (dữ liệu minh hoạ)' : ''}`);
    if (villages.length === 0) terminal.say('Chưa có thôn nào. Tạo bằng: npm run sonha -- village create');
  });
};

async function performBoth(
  database: Database,
  clock: () => Date,
  admin: Account,
  importId: string,
  made: VillageFromFiles,
): Promise<string> {
  const villageId = newId(clock());
  const performAs = async <K extends EditKind>(id: string, kind: K, input: InputOf<K>) => {
    const problem = inputProblem(kind, input);
    if (problem) throw new LaunchError('invalid-input', `Dữ liệu không đúng mẫu ở ${problem.path}. Chưa tạo thôn.`);
    const result = await perform({ database, clock }, admin, { id, villageId, kind, input, basis: {} });
    if (!('code' in result)) return;
    const reason = `${kind}: ${result.code} ${JSON.stringify(result.params)}`;
    throw new LaunchError(result.code, `Không tạo được thôn (${reason}).`);
  };
  const createId = newId(clock());
  await performAs(createId, 'village.create', { village: made.village });
  try {
    await performAs(importId, 'village.import', made.import);
  } catch (error) {
    // A village without its records would only be in the way.
    await performAs(newId(clock()), 'change.revert', { editId: createId });
    throw error;
  }
  return villageId;
}

/** The account named, or the only sort that may: one that may create villages everywhere. */
async function administrator(database: Database, username: string | undefined): Promise<Account> {
  const able = (await listAccounts(database.db)).filter(({ grants }) =>
    grants.some(({ villageId, role }) => villageId === null && mayEdit(role, 'village.create')),
  );
  const found = username === undefined ? able[0] : able.find((account) => account.username === username.toLowerCase());
  if (found) return found;
  throw new LaunchError(
    'admin-missing',
    `${username === undefined ? 'Chưa có tài khoản quản trị' : `${username} không phải là quản trị`}. Tạo bằng: npm run sonha -- user add --username TÊN --role admin`,
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new LaunchError('file-missing', `Không đọc được tệp ${file}.`);
  }
}
