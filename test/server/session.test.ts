import { afterAll, describe, expect, it } from 'vitest';
import { generatedPassword, hashPassword, passwordMatches } from '../../server/auth/password.ts';
import { setPassword } from '../../server/db/users.ts';
import { describeDatabases } from '../databases.ts';
import { password, useApp, villageId } from './harness.ts';

describe('passwords', () => {
  it('are kept as argon2id at 19 MiB, two passes, one lane', async () => {
    expect(await hashPassword('biển xanh')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  it('match in whatever Unicode form they are typed', async () => {
    const stored = await hashPassword('Đường Chí Phúc'.normalize('NFC'));
    expect(await passwordMatches(stored, 'Đường Chí Phúc'.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(stored, 'Duong Chi Phuc')).toBe(false);
  });
  it('made up ones differ and are long', () => {
    const made = Array.from({ length: 200 }, generatedPassword);
    expect(new Set(made).size).toBe(200);
    expect(made.every((one) => /^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/.test(one))).toBe(true);
  });
  it('of accounts that do not exist take as long as wrong ones', async () => {
    const stored = await hashPassword('biển xanh');
    await passwordMatches(null, 'x');
    const time = async (hash: string | null) => {
      const started = performance.now();
      for (let n = 0; n < 12; n += 1) expect(await passwordMatches(hash, 'sai')).toBe(false);
      return performance.now() - started;
    };
    const ratio = (await time(null)) / (await time(stored));
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });
});

describeDatabases('sessions', (context) => {
  const { app } = useApp(context);
  const signIn = (username: string, given: string, headers: Record<string, string> = {}) =>
    app().inject({ method: 'POST', url: '/api/session', headers, payload: { username, password: given } });
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie']).split(';')[0]!;
  const whoAmI = async (cookie: string) =>
    (await app().inject({ url: '/api/session', headers: { cookie } })).json().user;

  it('nobody is signed in at first, and sees no village', async () => {
    const body = (await app().inject('/api/session')).json();
    expect(body).toEqual({
      user: null,
      villages: [],
      settings: { background: { kind: 'none', url: '', attribution: '' }, sample: true },
    });
  });

  it('signing in tells who one is, which villages, and sets a cookie out of reach of scripts', async () => {
    const answer = await signIn('head', password);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      user: { username: 'head', displayName: 'Người head' },
      villages: [{ id: villageId, name: 'Thôn Thử', role: 'head', isSample: true }],
    });
    expect(answer.body).not.toContain('argon2');
    expect(answer.headers['set-cookie']).toMatch(
      /^sonha=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    expect(await whoAmI(cookieOf(answer))).toMatchObject({ username: 'head' });
  });

  it('a phone’s capital letter and space do not matter', async () => {
    expect((await signIn(' Head ', password)).statusCode).toBe(200);
  });

  it('a wrong password and an unknown name get one answer', async () => {
    const [wrong, unknown] = [await signIn('viewer', 'sai mật khẩu'), await signIn('nobody', 'sai mật khẩu')];
    expect([wrong.statusCode, wrong.json().error.code]).toEqual([401, 'sign-in-failed']);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('signing out ends the session, not only the cookie', async () => {
    const cookie = cookieOf(await signIn('officer', password));
    const out = await app().inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect([out.statusCode, String(out.headers['set-cookie'])]).toEqual([204, expect.stringContaining('sonha=;')]);
    expect(await whoAmI(cookie)).toBeNull();
  });

  it('a new password ends every session of the account', async () => {
    const cookie = cookieOf(await signIn('telecom', password));
    await setPassword(context.database().db, 'telecom', await hashPassword('một mật khẩu khác'));
    expect(await whoAmI(cookie)).toBeNull();
    expect((await signIn('telecom', 'một mật khẩu khác')).statusCode).toBe(200);
  });

  it('a made-up cookie is nobody', async () => {
    for (const cookie of ['sonha=', 'sonha=x', `sonha=${'a'.repeat(43)}`, "sonha=' OR 1=1"])
      expect(await whoAmI(cookie)).toBeNull();
  });
});

describeDatabases('limits and origins', (context) => {
  const clock = { offset: 0 };
  const limits = {
    signInsPerAddress: { max: 8, milliseconds: 60_000 },
    signInsPerAccount: { max: 3, milliseconds: 60_000 },
    housePagesPerAddress: { max: 100, milliseconds: 60_000 },
    exportsPerAccount: { max: 2, milliseconds: 60_000 },
    photosPerAccount: { max: 2, milliseconds: 60_000 },
    importsPerAccount: { max: 2, milliseconds: 60_000 },
  };
  const { app, as } = useApp(context, { limits, trustProxy: true, clock: () => new Date(Date.now() + clock.offset) });
  afterAll(() => void (clock.offset = 0));
  const signIn = (username: string, address: string, headers: Record<string, string> = {}) =>
    app().inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-forwarded-for': address, ...headers },
      payload: { username, password: 'sai' },
    });

  it('the fourth try on one account is refused before hashing, from wherever it comes', async () => {
    for (let n = 0; n < 3; n += 1) expect((await signIn('viewer', `10.0.0.${n}`)).statusCode).toBe(401);
    const answer = await signIn(' VIEWER', '10.0.0.9');
    expect([answer.statusCode, answer.json().error.code]).toEqual([429, 'too-many-attempts']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('head', '10.0.0.9')).statusCode).toBe(401);
  });

  it('the ninth try from one address is refused, whatever the account', async () => {
    for (let n = 0; n < 8; n += 1) expect((await signIn(`someone${n}`, '10.0.1.1')).statusCode).toBe(401);
    expect((await signIn('someone-else', '10.0.1.1')).statusCode).toBe(429);
    expect((await signIn('someone-else', '10.0.1.2')).statusCode).toBe(401);
  });

  it('files can be asked for only so often', async () => {
    const url = `/api/villages/${villageId}/exports/addresses.csv`;
    expect([(await as('head').get(url)).statusCode, (await as('head').get(url)).statusCode]).toEqual([200, 200]);
    const third = await as('head').get(url);
    expect([third.statusCode, third.json().error.code]).toEqual([429, 'too-many-requests']);
    expect((await as('officer').get(url)).statusCode).toBe(200);
    // Files of signs have a count of their own, whichever they are.
    const signs = ['order.xlsx', 'plates.xlsx', 'order.zip'].map((name) => `/api/villages/${villageId}/signs/${name}`);
    const answers = [];
    for (const file of signs) answers.push((await as('head').get(file)).statusCode);
    expect(answers).toEqual([200, 200, 429]);
  });

  it('behind https the cookie is bound to the host', async () => {
    const answer = await app().inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-forwarded-for': '10.0.3.1', 'x-forwarded-proto': 'https' },
      payload: { username: 'admin', password },
    });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-sonha=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('a write from another site’s page is refused, reading is not', async () => {
    const from = async (headers: Record<string, string>) => {
      const answer = await app().inject({
        method: 'DELETE',
        url: '/api/session',
        headers: { host: 'so-nha.vn', ...headers },
      });
      return answer.statusCode === 204 ? 'taken' : answer.json().error.code;
    };
    expect(await from({})).toBe('taken');
    expect(await from({ origin: 'http://so-nha.vn' })).toBe('taken');
    expect(await from({ origin: 'http://so-nha.vn', 'sec-fetch-site': 'same-origin' })).toBe('taken');
    expect(await from({ origin: 'http://other.vn' })).toBe('foreign-origin');
    expect(await from({ origin: 'null' })).toBe('foreign-origin');
    expect(await from({ origin: 'https://so-nha.vn' })).toBe('foreign-origin');
    expect(await from({ origin: 'http://so-nha.vn:81' })).toBe('foreign-origin');
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe('foreign-origin');
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe('foreign-origin');
    const reading = await app().inject({ url: '/api/session', headers: { origin: 'http://other.vn' } });
    expect([reading.statusCode, reading.headers['access-control-allow-origin']]).toEqual([200, undefined]);
  });

  it('a session ends by itself, used or not', async () => {
    const day = 86_400_000;
    const me = async () => (await as('officer').get('/api/session')).json().user?.username ?? null;
    for (let days = 0; days < 13; days += 1) {
      clock.offset = days * day;
      expect([days, await me()]).toEqual([days, 'officer']);
    }
    clock.offset = 14.1 * day;
    expect(await me()).toBeNull();
    clock.offset = 4 * day;
    expect((await as('head').get('/api/session')).json().user).toBeNull();
  });
});
