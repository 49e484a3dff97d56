/** A small village behind the real application, with one account a role; the HTTP is injected, the database is real. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import type { EditKind, InputOf } from '../../domain/edits/registry.ts';
import { roles, type Role } from '../../domain/permissions.ts';
import { buildApp, type AppOptions } from '../../server/app.ts';
import type { Account } from '../../server/auth/grants.ts';
import { hashPassword } from '../../server/auth/password.ts';
import type { Database } from '../../server/db/open.ts';
import { createSession } from '../../server/db/sessions.ts';
import { createAccount, grantRole } from '../../server/db/users.ts';
import { loadRecordsJson } from '../../server/db/villages.ts';
import { newId as newIdAt } from '../../server/identifier.ts';
import { perform } from '../../server/perform.ts';
import type { Reporter } from '../../server/report.ts';
import type { DatabaseContext } from '../databases.ts';
import { aCamera, aHouse, aHousehold, aRoad, aVillage, at, idOf } from '../domain/builders.ts';

export const clock = () => new Date();
export const newId = () => newIdAt(new Date());
export const password = 'mật khẩu để thử';

export const villageId = idOf(1);
export const ids = {
  road: idOf(11),
  lane: idOf(12),
  house: idOf(21),
  otherHouse: idOf(22),
  household: idOf(31),
  communeCamera: idOf(41),
  householdCamera: idOf(42),
} as const;

const silent: Reporter = { event: () => undefined, failure: (error) => console.error(error) };

export interface Client {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  remove(url: string): Promise<LightMyRequestResponse>;
  /** Sends an edit to the small village, with an id of its own unless one is given. */
  edit<K extends EditKind>(
    kind: K,
    input: InputOf<K>,
    more?: { id?: string; basis?: Record<string, number>; villageId?: string },
  ): Promise<LightMyRequestResponse>;
}

export interface Harness {
  readonly app: () => FastifyInstance;
  readonly database: () => Database;
  readonly as: (role: Role) => Client;
  readonly account: (role: Role) => Account;
  readonly cookie: (role: Role) => string;
  /** Everything that is stored of a village, and its sequence. */
  readonly stored: (villageId?: string) => Promise<string>;
  /** Makes another small village with records of its own ids. */
  readonly makeVillage: (villageId: string, records: VillageRecords) => Promise<void>;
}

export type VillageRecords = Partial<Omit<InputOf<'village.import'>, 'source'>>;

const fieldsOf = <R extends { kind: string; version: number }>({ kind: _kind, version: _version, ...fields }: R) =>
  fields;

export const smallVillage = (): VillageRecords => ({
  roads: [
    fieldsOf(aRoad(at(-200, 0), at(200, 0), { id: ids.road, widthMeters: 5 })),
    fieldsOf(aRoad(at(0, 0), at(0, 150), { id: ids.lane, class: 'lane', parentRoadId: ids.road, widthMeters: 3 })),
  ],
  houses: [
    fieldsOf(aHouse(at(-100, 8), { id: ids.house })),
    fieldsOf(aHouse(at(100, -8), { id: ids.otherHouse })),
    fieldsOf(aHouse(at(6, 60), { id: idOf(23) })),
  ],
  households: [
    fieldsOf(aHousehold({ id: ids.household, houseId: ids.house, headName: 'Nguyễn Văn Thử', phone: '0900000001' })),
  ],
  cameras: [
    fieldsOf(aCamera(at(-50, 3), { id: ids.communeCamera, owner: 'commune' })),
    fieldsOf(aCamera(at(-90, 10), { id: ids.householdCamera, owner: 'household', houseId: ids.house })),
  ],
});

const noRecords = { roads: [], houses: [], households: [], signs: [], cameras: [], lamps: [], landmarks: [] };

export function useApp(context: DatabaseContext, options: Partial<AppOptions> = {}): Harness {
  let app: FastifyInstance | undefined;
  const accounts = new Map<Role, Account>();
  const cookies = new Map<Role, string>();
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('made in beforeAll');
    return value;
  };

  const makeVillage = async (id: string, records: VillageRecords) => {
    const admin = need(accounts.get('admin'));
    const given = { database: context.database(), clock };
    const { kind: _kind, id: _id, version: _version, ...village } = aVillage();
    for (const [kind, input] of [
      ['village.create', { village }],
      ['village.import', { source: 'test', ...noRecords, ...records }],
    ] as const) {
      const result = await perform(given, admin, {
        id: newId(),
        villageId: id,
        kind,
        input,
        basis: {},
      });
      expect(result).not.toHaveProperty('code');
    }
  };

  beforeAll(async () => {
    const { db } = context.database();
    const passwordHash = await hashPassword(password);
    for (const role of roles) {
      const account = { id: newId(), username: role, displayName: `Người ${role}`, passwordHash, at: clock() };
      await createAccount(db, account);
      if (role === 'admin') await grantRole(db, account.id, null, role, clock());
      accounts.set(role, { ...account, grants: [{ villageId: role === 'admin' ? null : villageId, role }] });
      const { token } = await createSession(db, account.id, clock());
      cookies.set(role, `sonha=${token}`);
    }
    await makeVillage(villageId, smallVillage());
    for (const role of roles)
      if (role !== 'admin') await grantRole(db, need(accounts.get(role)).id, villageId, role, clock());
    const background = { kind: 'none', url: '', attribution: '' } as const;
    app = await buildApp({
      database: context.database(),
      clock,
      background,
      distFolder: null,
      report: silent,
      ...options,
    });
    await app.ready();
  });
  afterAll(async () => {
    await app?.close();
  });

  const as = (role: Role): Client => {
    const cookie = need(cookies.get(role));
    const send = (method: 'GET' | 'POST' | 'DELETE', url: string, body: unknown, headers: Record<string, string>) =>
      need(app).inject({
        method,
        url,
        headers: { cookie, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
    const post: Client['post'] = (url, body, headers = {}) => send('POST', url, body, headers);
    return {
      get: (url, headers = {}) => send('GET', url, undefined, headers),
      remove: (url) => send('DELETE', url, undefined, {}),
      post,
      edit: (kind, input, more = {}) =>
        post(`/api/villages/${more.villageId ?? villageId}/edits`, {
          id: more.id ?? newId(),
          kind,
          input,
          basis: more.basis ?? {},
        }),
    };
  };
  return {
    app: () => need(app),
    database: context.database,
    as,
    account: (role) => need(accounts.get(role)),
    cookie: (role) => need(cookies.get(role)),
    stored: async (id = villageId) => JSON.stringify(await loadRecordsJson(context.database().db, id)),
    makeVillage,
  };
}
