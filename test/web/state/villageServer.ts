/** A server of several villages that decides edits by the rules and keeps their log, in the memory of a test. */
import { isRefusal, type Edit } from '../../../domain/edits/edit.ts';
import type { EditKind, InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import type { Change } from '../../../domain/records/change.ts';
import { recordKinds, type AnyRecord } from '../../../domain/records/record.ts';
import { applyChange, worldOf, type World } from '../../../domain/records/world.ts';
import { inputProblem } from '../../../server/schema.ts';
import type { VillageAccess } from '../../../web/sync/session.ts';
import { aVillage, newId } from '../../domain/builders.ts';

export interface VillageServer {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly world: (villageId: string) => World;
  /** What was asked, without what follows a question mark but for the record. */
  readonly asked: string[];
  /** Somebody else's edit. */
  readonly perform: <K extends EditKind>(villageId: string, kind: K, input: InputOf<K>) => void;
  isOffline: boolean;
  /** Answers edits with this instead, while it is set. */
  refuseEdits: (() => Response) | null;
  /** Edits wait for their answer until this is done. */
  hold: Promise<void>;
}

type Entry = Pick<Edit, 'kind'> & { readonly sequence: number; readonly editId: string; readonly change: Change };

export function villageServer(
  user: { readonly id: string; readonly displayName: string; readonly username: string },
  ...villages: readonly (readonly [access: VillageAccess, records: readonly AnyRecord[]])[]
): VillageServer {
  const worlds = new Map<string, World>();
  const logs = new Map<string, Entry[]>();
  const author = { id: user.id, displayName: user.displayName };
  const entryOf = (entry: Entry) => ({
    ...{ ...entry, author, at: '2026-11-29T00:00:00.000Z', reverts: null },
    touched: entry.change.created.length + entry.change.updated.length + entry.change.deleted.length,
  });
  const add = (villageId: string, editId: string, kind: string, change: Change) => {
    const log = logs.get(villageId)!;
    worlds.set(villageId, applyChange(worlds.get(villageId)!, change));
    log.unshift({ sequence: log.length + 1, editId, kind, change });
    return entryOf(log[0]!);
  };
  for (const [{ id, name }, records] of villages) {
    worlds.set(id, worldOf([]));
    logs.set(id, []);
    const created = [aVillage({ id, name }), ...records];
    add(id, newId(), 'village.import', { created, updated: [], deleted: [] });
  }

  const decide = (villageId: string, edit: Pick<Edit<EditKind>, 'id' | 'kind' | 'input' | 'basis'>): Response => {
    const before = logs.get(villageId)!.find(({ editId }) => editId === edit.id);
    if (before) return Response.json(entryOf(before));
    if (inputProblem(edit.kind, edit.input)) {
      const error = { code: 'invalid-input', message: 'Dữ liệu gửi lên không đúng mẫu.' };
      return Response.json({ error }, { status: 400 });
    }
    const at = new Date().toISOString();
    const change = run(worlds.get(villageId)!, { ...edit, villageId, author: user.id, at });
    if (!isRefusal(change)) return Response.json(add(villageId, edit.id, edit.kind, change));
    const error = { code: change.code, message: change.code };
    return Response.json({ error, refusal: change }, { status: change.code === 'stale-version' ? 409 : 422 });
  };

  const changesOf = (villageId: string, query: URLSearchParams) => {
    const record = query.get('record');
    const about = ({ change }: Entry) => record === null || JSON.stringify(change).includes(`"id":"${record}"`);
    const found = logs
      .get(villageId)!
      .filter(about)
      .slice(0, Number(query.get('limit')));
    // As the server does: only the first of the records that a change touches.
    return found.map(entryOf).map((entry) => ({
      ...entry,
      change: { ...entry.change, created: entry.change.created.slice(0, 1) },
    }));
  };

  const server: VillageServer = {
    asked: [],
    isOffline: false,
    refuseEdits: null,
    hold: Promise.resolve(),
    world: (villageId) => worlds.get(villageId)!,
    perform: (villageId, kind, input) => {
      const targets = (input as { ids?: string[] }).ids ?? [(input as { id: string }).id];
      const world = worlds.get(villageId)!;
      const all = recordKinds.flatMap((one) => [...(world[one].values() as Iterable<AnyRecord>)]);
      const basis = Object.fromEntries(
        all.filter(({ id }) => targets.includes(id)).map((one) => [one.id, one.version]),
      );
      const answer = decide(villageId, { id: newId(), kind, input, basis });
      if (!answer.ok) throw new Error(`${kind} was refused`);
    },
    fetch: async (path, { method, body }) => {
      const url = new URL(path, 'http://x');
      const record = url.searchParams.get('record');
      server.asked.push(`${method ?? 'GET'} ${url.pathname}${record === null ? '' : `?record=${record}`}`);
      if (server.isOffline) throw new TypeError('no network');
      const [, , first, villageId = '', what, editId] = url.pathname.split('/');
      if (first === 'session') {
        const settings = { background: { kind: 'none', url: '', attribution: '' }, sample: false };
        return Response.json({ user, villages: villages.map(([access]) => access), settings });
      }
      const world = worlds.get(villageId);
      if (!world) return Response.json({ error: { code: 'forbidden', message: 'Không được.' } }, { status: 403 });
      if (method === 'POST') {
        await server.hold;
        return server.refuseEdits?.() ?? decide(villageId, JSON.parse(body as string) as never);
      }
      if (editId !== undefined)
        return Response.json(entryOf(logs.get(villageId)!.find((one) => one.editId === editId)!));
      if (what === 'changes') return Response.json({ entries: changesOf(villageId, url.searchParams) });
      const records = Object.fromEntries(recordKinds.map((kind) => [kind, [...world[kind].values()]]));
      return Response.json({ sequence: logs.get(villageId)!.length, records, roadsElsewhere: [] });
    },
  };
  return server;
}
