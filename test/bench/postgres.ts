/** The same edits and loads on PostgreSQL with PostGIS. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../postgresServer.ts';
import { editBench } from './edits.ts';
import type { Bench } from './figure.ts';

export const postgresEditBench: Bench = async () => {
  const server = await startPostgres();
  if (!server) {
    console.log('No PostgreSQL can be had here: its figures were not measured.');
    return [];
  }
  const client = new pg.Client(server.url);
  await client.connect();
  const name = `sonha_bench_${randomUUID().replaceAll('-', '')}`;
  try {
    await client.query(`CREATE DATABASE ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const figures = await editBench('PostgreSQL', url.href)();
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    return figures;
  } finally {
    await client.end();
    await server.stop();
  }
};
