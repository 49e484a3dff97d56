/** COPY … TO STDOUT over a connection of its own: rows leave the server as it finds them, at the pace they are taken. */
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { CopyStatement } from '../engine.ts';

/** `settings`: a statement that gives the connection its role and limits. */
export async function* copyOut(
  config: pg.ClientConfig,
  settings: string,
  statement: CopyStatement,
): AsyncGenerator<Uint8Array, void> {
  const client = new pg.Client(config);
  // What breaks the connection breaks the stream too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(settings);
    yield* client.query(to(statement(pg.escapeLiteral))) as AsyncIterable<Uint8Array>;
  } finally {
    await client.end();
  }
}
