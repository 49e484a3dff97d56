/** LISTEN and NOTIFY: a server hears of the changes made through every other one. */
import pg from 'pg';
import { listenersOfVillages } from '../listeners.ts';

const channel = 'sonha_change';
const retryMs = 500;

export interface Notices {
  notify(villageId: string): Promise<void>;
  add(listener: (villageId: string) => void): () => void;
  close(): Promise<void>;
}

/**
 * Holds one connection of its own. After it breaks and is back, listeners are told of every village once, since
 * notices sent meanwhile are lost.
 */
export async function listenForNotices(
  config: pg.ClientConfig,
  everyVillage: () => Promise<readonly string[]>,
): Promise<Notices> {
  const listeners = listenersOfVillages();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...config, application_name: 'sonha notices', keepAlive: true });
    next.on('error', () => undefined);
    next.on('notification', ({ payload }) => payload && listeners.tell(payload));
    next.on('end', () => {
      if (client !== next) return;
      client = undefined;
      reconnectLater();
    });
    await next.connect();
    try {
      await next.query(`LISTEN ${channel}`);
    } catch (error) {
      await next.end();
      throw error;
    }
    client = next;
  }

  function reconnectLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      connect()
        .then(everyVillage)
        .then((villageIds) => villageIds.forEach(listeners.tell))
        .catch(reconnectLater);
    }, retryMs);
    retry.unref();
  }

  await connect();
  return {
    add: listeners.add,
    notify: async (villageId) => {
      // While the connection is away, those of this process at least are told.
      if (!client) listeners.tell(villageId);
      else await client.query('SELECT pg_notify($1, $2)', [channel, villageId]);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}
