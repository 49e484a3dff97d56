/** The server: builds the client when it has changed, opens the database, seeds the sample, serves, and says so while it does. */
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildClient } from './build/client.ts';
import { readConfig, startHelp, type Config } from './config.ts';
import { openDatabase, type Database } from './db/open.ts';
import { checkPort, portError } from './port.ts';
import { projectFolder } from './projectFolder.ts';
import { reportTo } from './report.ts';
import { stopOnFailure } from './stopOnFailure.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const report = reportTo((line) => process.stderr.write(`${line}\n`));

await stopOnFailure(report, async () => {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') return say(startHelp.trimEnd());
  await start(config);
});

async function start(config: Config): Promise<void> {
  await checkPort(config.host, config.port);
  say('Số Nhà đang khởi động…');
  const clock = () => new Date();
  // Loaded while the database opens, which takes longer.
  const [{ buildApp }, { seedSample }, database] = await Promise.all([
    import('./app.ts'),
    import('./seed.ts'),
    openDatabase(config.target, say),
  ]);
  try {
    const distFolder = await buildClient(projectFolder, say);
    if (!config.empty) await seedSample({ database, clock, say, samplePassword: config.samplePassword });
    const { background, backgroundFile, trustProxy, publicUrl } = config;
    const app = await buildApp({
      database,
      clock,
      background,
      backgroundFile,
      distFolder,
      trustProxy,
      publicUrl,
      imports: config.imports,
      report,
    });
    await listen(app, config);
    stopOnSignal(app, database);
    say(`Số Nhà đang chạy tại ${addressesOf(app, config.host)} (dừng: Ctrl+C)`);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw portError(error as NodeJS.ErrnoException, host, port);
  }
}

function addressesOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  const isLoopback = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  const isAny = host === '0.0.0.0' || host === '::';
  const others = isAny ? ownAddresses() : isLoopback ? [] : [host];
  const shown = isAny || isLoopback ? ['localhost', ...others] : others;
  return shown.map((name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`).join(' · ');
}

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/** Ctrl+C reaches us twice (from the terminal and from npm): only one that comes seconds later means "at once". */
function stopOnSignal(app: FastifyInstance, database: Database): void {
  let stoppingSince: number | undefined;
  const stop = async () => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > 2000) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    say('Đang dừng…');
    // What was confirmed is on disk already; nothing is lost by not waiting longer.
    setTimeout(() => process.exit(1), 10_000).unref();
    await app.close();
    await database.close();
    say('Đã dừng.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}
