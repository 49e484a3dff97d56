/**
 * What others wait for while a hundred hostile files arrive, beside what they wait for when it is quiet (issue 7: no more than
 * twice as long at the 95th percentile). `npm run bench:hostile`.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../../server/identifier.ts';
import { signIn } from '../apiClient.ts';
import { copySample, samplePassword, startProduct, withTemporaryFolder } from '../product.ts';
import { hostileFiles, type HostileFile } from './exchange/hostileFiles.ts';
import { printFigures } from './figure.ts';

const senders = ['gui1', 'gui2', 'gui3', 'gui4', 'gui5'];
const filesASender = 20;
const pieceBytes = 1024 * 1024;
/** Milliseconds between two requests of the others. */
const pace = 50;

const percentile95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

async function cookieOf(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password: samplePassword }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Sends a file in pieces and waits until it is read or refused; what became of it. */
async function send(url: string, villageId: string, cookie: string, { name, bytes }: HostileFile): Promise<string> {
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

await withTemporaryFolder(async (folder) => {
  // Made beforehand: making them keeps this process from everything else.
  const files = hostileFiles();
  await copySample(folder);
  for (const username of senders) {
    const words = ['--username', username, '--role', 'officer', '--password-stdin', '--data', folder];
    const added = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli.ts', 'user', 'add', ...words], {
      input: `${samplePassword}\n`,
      encoding: 'utf8',
    });
    if (added.status !== 0) throw new Error(added.stderr + added.stdout);
  }
  const product = await startProduct({ dataFolder: folder });
  try {
    const { url } = product;
    const client = await signIn(url, 'khach');
    const villageId = client.villages[0]!.id;
    const cookies = await Promise.all(senders.map((username) => cookieOf(url, username)));
    const times: number[] = [];
    const look = async () => {
      const started = performance.now();
      const { status } = await client.get(`/api/villages/${villageId}`, { 'accept-encoding': 'gzip' });
      if (status !== 200) throw new Error(`others are told ${status}`);
      times.push(performance.now() - started);
    };
    const lookUntil = async (isOver: () => boolean) => {
      times.length = 0;
      while (!isOver()) {
        await look();
        await wait(pace);
      }
      return percentile95(times);
    };
    for (let n = 0; n < 20; n += 1) await look();
    let asked = 0;
    const quiet = await lookUntil(() => (asked += 1) > 200);

    const outcomes: Record<string, number> = {};
    const sending = Promise.all(
      cookies.map(async (cookie, sender) => {
        for (let n = 0; n < filesASender; n += 1) {
          const file = files[(n + sender * 2) % files.length]!;
          const state = await send(url, villageId, cookie, file);
          const what = `${file.name} ${state}`;
          outcomes[what] = (outcomes[what] ?? 0) + 1;
        }
      }),
    );
    let isOver = false;
    void sending.finally(() => (isOver = true));
    const started = performance.now();
    const busy = await lookUntil(() => isOver);
    await sending;
    console.log(outcomes);
    printFigures([
      { figure: 'others, quiet: 95th percentile', value: quiet, aim: null, better: 'lower', unit: 'ms' },
      { figure: 'others, 100 hostile files: 95th percentile', value: busy, aim: null, better: 'lower', unit: 'ms' },
      { figure: 'others, 100 hostile files over quiet', value: busy / quiet, aim: 2, better: 'lower', unit: 'times' },
      {
        ...{ figure: '100 hostile files sent and judged', value: (performance.now() - started) / 1000, aim: null },
        ...{ better: 'lower', unit: 's' },
      },
    ]);
  } finally {
    await product.stop();
  }
});
