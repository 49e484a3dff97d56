/** Talks to a started product as a browser would, for what a test must know beside what it sees on the page. */
import { request } from 'node:http';
import type { EditKind, InputOf } from '../domain/edits/registry.ts';
import type { Change } from '../domain/records/change.ts';
import type { AnyRecord, RecordKind } from '../domain/records/record.ts';
import { worldOf, type World } from '../domain/records/world.ts';
import { samplePassword } from './product.ts';

export interface Answer {
  readonly status: number;
  /** As it came over the wire, compressed when that was asked for. */
  readonly body: Buffer;
}

export interface PerformedEdit {
  readonly sequence: number;
  readonly editId: string;
  readonly change: Change;
}

export interface ApiClient {
  readonly villages: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  world(villageId: string): Promise<World>;
  /** Of the last edit; every edit that was done raises it by one. */
  sequence(villageId: string): Promise<number>;
  /** @throws when it is refused; the message holds the answer. */
  perform<K extends EditKind>(
    villageId: string,
    id: string,
    kind: K,
    input: InputOf<K>,
    basis?: Readonly<Record<string, number>>,
  ): Promise<PerformedEdit>;
}

/** Signs in as one of the sample accounts. */
export async function signIn(url: string, username: string): Promise<ApiClient> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password: samplePassword }),
  });
  if (!signedIn.ok) throw new Error(`sign-in as ${username}: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { villages } = (await signedIn.json()) as Pick<ApiClient, 'villages'>;
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    getRaw(url + path, { ...headers, cookie });
  const village = async (villageId: string) => {
    const { status, body } = await get(`/api/villages/${villageId}`);
    if (status !== 200) throw new Error(`village ${villageId}: ${status} ${body.toString()}`);
    return JSON.parse(body.toString()) as { sequence: number; records: { [K in RecordKind]?: AnyRecord[] } };
  };
  return {
    villages,
    get,
    world: async (villageId) => worldOf(Object.values((await village(villageId)).records).flat()),
    sequence: async (villageId) => (await village(villageId)).sequence,
    async perform(villageId, id, kind, input, basis = {}) {
      const answer = await fetch(`${url}/api/villages/${villageId}/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie },
        body: JSON.stringify({ id, kind, input, basis }),
      });
      if (!answer.ok) throw new Error(`${kind}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as PerformedEdit;
    },
  };
}

/** fetch would unpack the body; here its bytes are what is measured. */
function getRaw(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
