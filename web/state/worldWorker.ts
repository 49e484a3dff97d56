/**
 * Asks a worker that keeps the village from question to question and is told what has changed: one question at a time, and
 * of those that came meanwhile only the last.
 */
import type { Change } from '../../domain/records/change.ts';
import type { AnyRecord, RecordKind } from '../../domain/records/record.ts';
import { emptyWorld, type World } from '../../domain/records/world.ts';

export interface WorldQuestion<Asked> {
  readonly number: number;
  /** What makes the world of the question from the one of the question before, which was empty at first. */
  readonly change: Change;
  readonly asked: Asked;
}

export type WorldAnswer<Found extends object> = Found & { readonly number: number };

export interface WorldWorker<Asked> {
  readonly ask: (world: World, asked: Asked) => void;
  readonly stop: () => void;
}

/**
 * `kinds`: the only records that leave the page. `onFound` gets the answer to the last question only; `onFailure`: the
 * worker could not be had, or gave up.
 */
export function startWorldWorker<Asked, Found extends object>(
  worker: Worker,
  kinds: readonly RecordKind[],
  onFound: (found: Found) => void,
  onFailure: () => void,
): WorldWorker<Asked> {
  let number = 0;
  let told = emptyWorld;
  let isBusy = false;
  let next: { readonly world: World; readonly asked: Asked } | null = null;
  const send = (world: World, asked: Asked) => {
    isBusy = true;
    const change = whatIsNew(kinds, told, world);
    told = world;
    worker.postMessage({ number, change, asked } satisfies WorldQuestion<Asked>);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WorldAnswer<Found>>) => {
    isBusy = false;
    if (data.number === number) onFound(data);
    if (next) send(next.world, next.asked);
    next = null;
  });
  worker.addEventListener('error', onFailure);
  return {
    ask(world, asked) {
      number += 1;
      if (isBusy) next = { world, asked };
      else send(world, asked);
    },
    stop: () => worker.terminate(),
  };
}

/** The records as they are, versions and all. They are never changed in place: one that is the same object has not changed. */
function whatIsNew(kinds: readonly RecordKind[], before: World, after: World): Change {
  const created: AnyRecord[] = [];
  const deleted: AnyRecord[] = [];
  for (const kind of kinds) {
    const [was, is] = [before[kind], after[kind]] as [ReadonlyMap<string, AnyRecord>, ReadonlyMap<string, AnyRecord>];
    if (was === is) continue;
    for (const [id, record] of is) if (was.get(id) !== record) created.push(record);
    for (const [id, record] of was) if (!is.has(id)) deleted.push(record);
  }
  return { created, updated: [], deleted };
}
