/**
 * What others wait for while a hundred hostile files arrive, beside what they wait for when it is quiet (issue 7: no more than
 * twice as long at the 95th percentile). `npm run bench:hostile`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from '../apiClient.ts';
import { copySample, samplePassword, startProduct, withTemporaryFolder } from '../product.ts';
import { printFigures } from './figure.ts';

const senders = ['gui1', 'gui2', 'gui3', 'gui4', 'gui5'];
const filesASender = 20;
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

await withTemporaryFolder(async (folder) => {
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
    const script = new URL('./exchange/hostileSenders.ts', import.meta.url).pathname;
    const words = ['--import', 'tsx', script, url, villageId, String(filesASender), ...cookies];
    const sendersProcess = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    let told = '';
    sendersProcess.stdout.on('data', (piece: Buffer) => (told += piece.toString()));
    while (!told.includes('ready')) await wait(200);
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

    let isOver = false;
    sendersProcess.once('exit', () => (isOver = true));
    sendersProcess.stdin.write('go\n');
    const started = performance.now();
    const busy = await lookUntil(() => isOver);
    console.log(told);
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
