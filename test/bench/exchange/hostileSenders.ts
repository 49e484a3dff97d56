/**
 * People who send hostile files, in a process of their own, so that their work is not taken for the server's:
 * `hostileSenders.ts URL VILLAGE FILES COOKIE …`. Prints what became of how many.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../../../server/identifier.ts';
import { hostileFiles, type HostileFile } from './hostileFiles.ts';

const [url, villageId, count, ...cookies] = process.argv.slice(2) as [string, string, string, ...string[]];
const pieceBytes = 1024 * 1024;
const files = hostileFiles();
// Made beforehand: whoever measures waits for this line.
console.log('ready');

/** Sends a file in pieces and waits until it is read or refused; what became of it. */
async function send(cookie: string, { name, bytes }: HostileFile): Promise<string> {
  const path = `${url}/api/villages/${villageId}/imports`;
  const call = async (method: string, to: string, type?: string, body?: BodyInit) => {
    const headers = { cookie, origin: url, ...(type === undefined ? {} : { 'content-type': type }) };
    const answer = await fetch(to, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!answer.ok) throw new Error(`${method} ${name}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : ((await answer.json()) as { state: string });
  };
  const id = newId(new Date());
  let told = await call('POST', path, 'application/json', JSON.stringify({ id, name, size: bytes.length }));
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = new Blob([bytes.slice(from, from + pieceBytes)]);
    told = await call('PUT', `${path}/${id}/bytes?from=${from}`, 'application/octet-stream', piece);
  }
  while (told && ['receiving', 'waiting', 'reading'].includes(told.state)) {
    await wait(200);
    told = await call('GET', `${path}/${id}`);
  }
  await call('DELETE', `${path}/${id}`);
  return told?.state ?? '';
}

const outcomes: Record<string, number> = {};
process.stdin.once('data', () => {
  const all = cookies.map(async (cookie, sender) => {
    for (let n = 0; n < Number(count); n += 1) {
      const file = files[(n + sender * 2) % files.length]!;
      const what = `${file.name} ${await send(cookie, file)}`;
      outcomes[what] = (outcomes[what] ?? 0) + 1;
    }
  });
  void Promise.all(all).then(() => {
    console.log(JSON.stringify(outcomes));
    process.exit(0);
  });
});
