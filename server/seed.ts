/** The sample village and one account a role, for a first look; made through edits like everything else. */
import type { EditKind, InputOf } from '../domain/edits/registry.ts';
import type { Role } from '../domain/permissions.ts';
import type { Id } from '../domain/records/fields.ts';
import { deriveId } from '../domain/records/identifier.ts';
import type { Account } from './auth/grants.ts';
import { generatedPassword, hashPassword } from './auth/password.ts';
import type { Database } from './db/open.ts';
import { createAccount, grantRole, listAccounts } from './db/users.ts';
import { listVillages, sequenceOf } from './db/villages.ts';
import { perform } from './perform.ts';

interface SampleAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Others act in the sample village only. */
  readonly inEveryVillage: boolean;
}

const sampleAccounts: readonly SampleAccount[] = [
  { username: 'admin', displayName: 'Quản trị (minh hoạ)', role: 'admin', inEveryVillage: true },
  { username: 'canbo', displayName: 'Cán bộ xã (minh hoạ)', role: 'officer', inEveryVillage: true },
  { username: 'truongthon', displayName: 'Trưởng thôn (minh hoạ)', role: 'head', inEveryVillage: false },
  { username: 'vnpt', displayName: 'VNPT (minh hoạ)', role: 'telecom', inEveryVillage: false },
  { username: 'khach', displayName: 'Người xem (minh hoạ)', role: 'viewer', inEveryVillage: false },
];

const roleWords: { readonly [R in Role]: string } = {
  admin: 'quản trị',
  officer: 'cán bộ xã',
  head: 'trưởng thôn',
  telecom: 'VNPT',
  viewer: 'người xem',
};

interface Surroundings {
  readonly database: Database;
  readonly clock: () => Date;
  readonly say: (line: string) => void;
  /** For every sample account, instead of random ones. */
  readonly samplePassword: string | null;
}

/**
 * Does nothing where people have begun their own work. What was interrupted is finished at the next start: accounts
 * come first, the records last, and every edit has an id of its own that is performed only once.
 */
export async function seedSample(surroundings: Surroundings): Promise<void> {
  const { database, clock, say } = surroundings;
  const villages = await listVillages(database.db);
  const [first] = villages;
  if (first && (!first.isSample || (await sequenceOf(database.db, first.id)) !== 1)) return;
  const accounts = await listAccounts(database.db);
  if (!first && accounts.some(({ username }) => !sampleAccounts.some((sample) => sample.username === username))) return;

  say('Đang nạp thôn mẫu (dữ liệu minh hoạ)…');
  // Loaded only when it is needed: every later start is the quicker for it.
  const { sampleVillage } = await import('../data/sample/generate.ts');
  const sample = sampleVillage();
  const idOf = (index: number): Id => deriveId(sample.villageId, 1000 + index);
  if (accounts.length < sampleAccounts.length) await createSampleAccounts(surroundings, idOf);
  const admin: Account = { ...sampleAccounts[0]!, id: idOf(0), grants: [{ villageId: null, role: 'admin' }] };

  const performAs = async <K extends EditKind>(n: number, kind: K, input: InputOf<K>) => {
    const id = deriveId(sample.villageId, 2000 + n);
    const result = await perform({ database, clock }, admin, {
      id,
      villageId: sample.villageId,
      kind,
      input,
      basis: {},
    });
    if ('code' in result) throw new Error(`sample village refused: ${result.code} ${JSON.stringify(result.params)}`);
  };
  await performAs(1, 'village.create', { village: sample.village });
  for (const [index, account] of sampleAccounts.entries()) {
    await grantRole(database.db, idOf(index), account.inEveryVillage ? null : sample.villageId, account.role, clock());
  }
  await performAs(2, 'village.import', sample.import);
  say('Đã nạp thôn mẫu.');
}

async function createSampleAccounts(
  { database, clock, say, samplePassword }: Surroundings,
  idOf: (index: number) => Id,
) {
  const made: string[] = [];
  for (const [index, { username, displayName, role, inEveryVillage }] of sampleAccounts.entries()) {
    const password = samplePassword ?? generatedPassword();
    const passwordHash = await hashPassword(password);
    const account = { id: idOf(index), username, displayName, passwordHash, at: clock() };
    if (!(await createAccount(database.db, account))) continue;
    if (inEveryVillage) await grantRole(database.db, account.id, null, role, clock());
    made.push(
      `  ${username.padEnd(12)} ${(samplePassword === null ? password : '(SONHA_SAMPLE_PASSWORD)').padEnd(24)} ${roleWords[role]}`,
    );
  }
  if (made.length === 0) return;
  say('Tài khoản mẫu, mật khẩu chỉ hiện lần này (đặt lại bằng: npm run sonha -- user password --username TÊN):');
  for (const line of made) say(line);
}
