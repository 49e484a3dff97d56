import { beforeAll, expect, it } from 'vitest';
import { listExports, recordExport, type NewExport } from '../../../server/db/exports.ts';
import { accountOfSession, createSession, endSession } from '../../../server/db/sessions.ts';
import {
  accountByUsername,
  createAccount,
  disableAccount,
  grantRole,
  listAccounts,
  revokeRole,
  setPassword,
} from '../../../server/db/users.ts';
import { createVillageSlot } from '../../../server/db/villages.ts';
import { describeDatabases } from '../../databases.ts';
import { addAuthor } from './performing.ts';
import { authorId, idOf, villageId } from './sampleRecords.ts';

const now = new Date('2026-03-01T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describeDatabases('people', ({ database }) => {
  const account = (n: number, username: string) => ({
    ...{ id: idOf(n), username, displayName: 'Trưởng thôn', passwordHash: `hash ${n}`, at: now },
  });

  beforeAll(async () => {
    await addAuthor(database());
    await database()
      .db.transaction()
      .execute((trx) => createVillageSlot(trx, villageId));
  });

  it('an account, its password and its grants', async () => {
    const { db } = database();
    expect(await createAccount(db, account(901, 'truongthon'))).toBe(true);
    expect(await createAccount(db, account(902, 'truongthon'))).toBe(false);
    await grantRole(db, idOf(901), null, 'viewer', now);
    await grantRole(db, idOf(901), villageId, 'telecom', now);
    await grantRole(db, idOf(901), villageId, 'head', now);
    const grants = [
      { villageId, role: 'head' },
      { villageId: null, role: 'viewer' },
    ];
    const found = await accountByUsername(db, 'truongthon');
    expect(found).toEqual({
      id: idOf(901),
      username: 'truongthon',
      displayName: 'Trưởng thôn',
      grants,
      passwordHash: 'hash 901',
    });
    await revokeRole(db, idOf(901), null);
    expect((await accountByUsername(db, 'truongthon'))?.grants).toEqual([{ villageId, role: 'head' }]);
    expect((await listAccounts(db)).map(({ username }) => username)).toEqual(['canbo', 'truongthon']);
    expect(await accountByUsername(db, 'ai-do')).toBeNull();
    await expect(createAccount(db, account(903, 'Hoa'))).rejects.toMatchObject({ code: '23514' });
  });

  it('a session is known by its token until it ends, is left idle, or the password changes', async () => {
    const { db } = database();
    const { token, expiresAt } = await createSession(db, authorId, now);
    expect(expiresAt).toEqual(later(14 * 24));
    expect(await accountOfSession(db, token, later(1))).toMatchObject({ id: authorId, username: 'canbo' });
    // Used after two and four days: idle never for three.
    expect(await accountOfSession(db, token, later(48))).not.toBeNull();
    expect(await accountOfSession(db, token, later(96))).not.toBeNull();
    expect(await accountOfSession(db, token, later(96 + 73))).toBeNull();
    expect(await accountOfSession(db, `${token}x`, later(97))).toBeNull();

    const second = await createSession(db, authorId, now);
    await endSession(db, second.token);
    expect(await accountOfSession(db, second.token, now)).toBeNull();

    const third = await createSession(db, authorId, now);
    expect(await setPassword(db, 'canbo', 'new hash')).toBe(true);
    expect(await accountOfSession(db, third.token, now)).toBeNull();
    expect(await setPassword(db, 'ai-do', 'new hash')).toBe(false);
  });

  it('the token itself is not stored, and ended sessions are swept', async () => {
    const { db } = database();
    const { token } = await createSession(db, authorId, now);
    const stored = await db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);
    await createSession(db, authorId, later(15 * 24));
    expect(await db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
  });

  it('a disabled account is nobody, at once', async () => {
    const { db } = database();
    await createAccount(db, account(904, 'nghi-viec'));
    const { token } = await createSession(db, idOf(904), now);
    await disableAccount(db, idOf(904), now);
    expect(await accountOfSession(db, token, now)).toBeNull();
    expect(await accountByUsername(db, 'nghi-viec')).toBeNull();
  });

  it('what was exported is listed, the latest first; a full list needs a purpose', async () => {
    const { db } = database();
    const made: NewExport = {
      ...{ id: idOf(1), at: now, authorId, format: 'xlsx', variant: 'full', states: 'issued', rowCount: 220 },
      ...{ contents: 'addresses', decisionNumber: null },
      ...{ purpose: 'Gắn mã địa chỉ', recipient: 'VNPT', fields: ['number', 'headName'], sha256: 'a'.repeat(64) },
    };
    await recordExport(db, villageId, made);
    await recordExport(db, villageId, {
      ...made,
      id: idOf(2),
      at: later(1),
      variant: 'public',
      purpose: null,
      recipient: null,
    });
    const { at, authorId: by, ...rest } = made;
    const same = { ...rest, release: null };
    expect(await listExports(db, villageId)).toEqual([
      {
        ...same,
        id: idOf(2),
        at: later(1).toISOString(),
        variant: 'public',
        purpose: null,
        recipient: null,
        by: { id: by, displayName: 'Cán bộ xã' },
      },
      { ...same, at: at.toISOString(), by: { id: by, displayName: 'Cán bộ xã' } },
    ]);
    await expect(recordExport(db, villageId, { ...made, id: idOf(3), purpose: null })).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('house plates and the map of cameras are recorded as papers too; nothing else comes as papers', async () => {
    const { db } = database();
    const plates: NewExport = {
      ...{ id: idOf(4), at: later(2), authorId, format: 'pdf', variant: 'public', states: 'all', rowCount: 3 },
      ...{ contents: 'house-plates', decisionNumber: null, purpose: null, recipient: null },
      ...{ fields: ['number', 'address'], sha256: 'c'.repeat(64) },
    };
    await recordExport(db, villageId, plates);
    expect((await listExports(db, villageId))[0]).toMatchObject({ contents: 'house-plates', format: 'pdf' });
    await recordExport(db, villageId, { ...plates, id: idOf(6), at: later(3), contents: 'coverage-map' });
    expect((await listExports(db, villageId))[0]).toMatchObject({ contents: 'coverage-map', format: 'pdf' });
    await expect(recordExport(db, villageId, { ...plates, id: idOf(5), contents: 'addresses' })).rejects.toMatchObject({
      constraint: 'exports_papers_are_plates_or_map',
    });
  });
});
