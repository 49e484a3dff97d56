/**
 * `npm run eval:codes [-- seed]`: a million random places in Vietnam get the same Plus Codes in the browser, the server,
 * PostgreSQL and PGlite. Ends with JSON lines; exit code 1 when an engine differs or cannot be had.
 */
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type DatabaseTarget } from '../../server/db/open.ts';
import type { Figure } from '../bench/figure.ts';
import { findBrowser } from '../browser.ts';
import { startPostgres } from '../postgresServer.ts';
import { withTemporaryFolder } from '../product.ts';
import { codesInBrowser } from './codesInBrowser.ts';
import { codesInDatabase } from './codesInDatabase.ts';
import { codesOfPlaces, type Coded } from './codesOfPlaces.ts';
import { difference, differingPlaces, hashOf } from './sameCodes.ts';

const count = 1_000_000;
const given = process.argv[2];
const seed = given === undefined ? Date.now() % 2_147_483_648 : Number(given);
if (!Number.isInteger(seed)) {
  console.error(`The seed is a whole number, not ${given}.`);
  process.exit(1);
}
console.log(`${count} random places, seed ${seed}`);

async function inDatabase(target: DatabaseTarget): Promise<Coded> {
  const database = await openDatabase(target, () => undefined);
  try {
    return await codesInDatabase(database, seed, count);
  } finally {
    await database.close();
  }
}

async function inPostgres(): Promise<Coded | null> {
  const server = await startPostgres();
  if (!server) return null;
  const client = new pg.Client(server.url);
  await client.connect();
  const name = `sonha_codes_${process.pid}_${seed}`;
  try {
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const coded = await inDatabase({ kind: 'postgres', url: url.href });
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    return coded;
  } finally {
    await client.end();
    await server.stop();
  }
}

async function inBrowser(): Promise<Coded | null> {
  const browser = findBrowser();
  return browser === null ? null : codesInBrowser(browser, seed, count);
}

const inServer = (): Coded => {
  // Compiled by the first, measured by the second.
  codesOfPlaces(seed, count / 10);
  return codesOfPlaces(seed, count);
};

const engines: readonly (readonly [name: string, run: () => Promise<Coded | null>])[] = [
  ['browser', inBrowser],
  ['PostgreSQL', inPostgres],
  ['PGlite', () => withTemporaryFolder((folder) => inDatabase({ kind: 'pglite', folder: join(folder, 'database') }))],
];

const speed = (name: string, { milliseconds }: Coded): Figure => ({
  figure: `Plus Codes made in ${name}`,
  value: Math.round((count / milliseconds) * 1000),
  aim: null,
  better: 'higher',
  unit: 'points/s',
});

const server = inServer();
console.log(`server: ${hashOf(server.codes)}`);
const speeds = [speed('server', server)];
const differing = new Set<number>();
const missing: string[] = [];
for (const [name, run] of engines) {
  const coded = await run();
  if (!coded) {
    missing.push(name);
    continue;
  }
  console.log(`${name}: ${hashOf(coded.codes)}`);
  const places = differingPlaces(count, server.codes, coded.codes);
  for (const place of places) differing.add(place);
  if (places[0] !== undefined)
    console.log(`${name} differs at ${difference(seed, places[0], server.codes, coded.codes)}`);
  speeds.push(speed(name, coded));
}
for (const name of missing) console.log(`${name} cannot be had here: not compared, so no figure for all of them.`);
for (const figure of speeds) console.log(JSON.stringify(figure));
if (missing.length === 0) {
  const equal: Figure = {
    figure: 'codes equal in browser, server, PostgreSQL, PGlite',
    value: count - differing.size,
    aim: count,
    better: 'higher',
    unit: 'points',
  };
  console.log(JSON.stringify(equal));
}
process.exit(missing.length === 0 && differing.size === 0 ? 0 : 1);
