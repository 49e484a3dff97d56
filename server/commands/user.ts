/** Accounts from the command line: the first admin of an empty installation, a new role, a new password. */
import { roles, type Role } from '../../domain/permissions.ts';
import { hashPassword } from '../auth/password.ts';
import { accountByUsername, createAccount, disableAccount, grantRole, listAccounts, setPassword } from '../db/users.ts';
import { listVillages } from '../db/villages.ts';
import { villageNamed } from './villageNamed.ts';
import { LaunchError } from '../errors.ts';
import { newId } from '../identifier.ts';
import { askPassword, type ChosenPassword } from './askPassword.ts';
import { flagsOf, needed, withDatabase, type Command } from './command.ts';

const passwordFlags = { 'password-stdin': { type: 'boolean' }, generate: { type: 'boolean' } } as const;

/** A new account with its role, or one more role for an account that is there. */
export const addUser: Command = async (args, terminal) => {
  const flags = flagsOf(args, {
    username: { type: 'string' },
    role: { type: 'string' },
    village: { type: 'string' },
    name: { type: 'string' },
    ...passwordFlags,
  });
  const username = usernameOf(flags.username);
  const role = roleOf(flags.role);
  const { say, clock } = terminal;
  await withDatabase(flags.data, terminal, async (database) => {
    const villageId = flags.village === undefined ? null : await villageNamed(database, flags.village);
    const known = await accountByUsername(database.db, username);
    if (known) {
      await grantRole(database.db, known.id, villageId, role, clock());
      return say(`Tài khoản ${username} đã có; vai trò nay là ${role}${inVillage(flags.village)}.`);
    }
    const chosen = await askPassword(flags['password-stdin'] ?? false, flags.generate ?? false);
    const id = newId(clock());
    const passwordHash = await hashPassword(chosen.password);
    const displayName = flags.name?.trim() || username;
    if (!(await createAccount(database.db, { id, username, displayName, passwordHash, at: clock() }))) {
      throw new LaunchError('username-taken', `Tên ${username} thuộc về một tài khoản đã khoá; hãy chọn tên khác.`);
    }
    await grantRole(database.db, id, villageId, role, clock());
    say(`Đã tạo tài khoản ${username}, vai trò ${role}${inVillage(flags.village)}.`);
    showGenerated(chosen, say);
  });
};

export const changePassword: Command = async (args, terminal) => {
  const flags = flagsOf(args, { username: { type: 'string' }, ...passwordFlags });
  const username = usernameOf(flags.username);
  await withDatabase(flags.data, terminal, async (database) => {
    if (!(await accountByUsername(database.db, username))) throw noSuchUser(username);
    const chosen = await askPassword(flags['password-stdin'] ?? false, flags.generate ?? false);
    await setPassword(database.db, username, await hashPassword(chosen.password));
    terminal.say(`Đã đổi mật khẩu của ${username}; mọi phiên đăng nhập cũ đã kết thúc.`);
    showGenerated(chosen, terminal.say);
  });
};

export const disableUser: Command = async (args, terminal) => {
  const flags = flagsOf(args, { username: { type: 'string' } });
  const username = usernameOf(flags.username);
  await withDatabase(flags.data, terminal, async (database) => {
    const account = await accountByUsername(database.db, username);
    if (!account) throw noSuchUser(username);
    await disableAccount(database.db, account.id, terminal.clock());
    terminal.say(`Đã khoá tài khoản ${username}.`);
  });
};

export const listUsers: Command = async (args, terminal) => {
  const flags = flagsOf(args, {});
  await withDatabase(flags.data, terminal, async (database) => {
    const villages = new Map((await listVillages(database.db)).map(({ id, name }) => [id, name]));
    for (const { username, displayName, grants } of await listAccounts(database.db)) {
      const held = grants.map(
        ({ villageId, role }) => `${role}: ${villageId === null ? 'mọi thôn' : (villages.get(villageId) ?? villageId)}`,
      );
      terminal.say(`${username.padEnd(20)} ${displayName.padEnd(30)} ${held.join('; ')}`);
    }
  });
};

function usernameOf(given: string | undefined): string {
  const username = needed(given, 'username').toLowerCase();
  if (/^[a-z0-9][a-z0-9._-]{1,39}$/.test(username)) return username;
  throw new LaunchError('username-malformed', 'Tên đăng nhập gồm 2–40 chữ thường không dấu, chữ số, dấu chấm, gạch.');
}

function roleOf(given: string | undefined): Role {
  const role = needed(given, 'role');
  const found = roles.find((known) => known === role);
  if (found) return found;
  throw new LaunchError('role-unknown', `Không có vai trò "${role}"; có: ${roles.join(', ')}.`);
}

const noSuchUser = (username: string) => new LaunchError('username-unknown', `Không có tài khoản ${username}.`);

const inVillage = (village: string | undefined) => (village === undefined ? ' ở mọi thôn' : ` ở ${village}`);

function showGenerated({ password, isGenerated }: ChosenPassword, say: (line: string) => void): void {
  if (isGenerated) say(`Mật khẩu (chỉ hiện lần này): ${password}`);
}
