/**
 * Asks the worker that plans numbers: one question at a time, and of those that came meanwhile only the last. It keeps the
 * village from question to question and is told what has changed.
 */
import type { Change } from '../../domain/records/change.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import { emptyWorld, type World } from '../../domain/records/world.ts';
import type { NumberingAnswer, NumberingAsked, NumberingFound, NumberingQuestion } from './numberingQuestion.ts';

/** The records that numbers rest on and that a numbering touches: no household, no code of anybody leaves the page. */
const numberedKinds = ['village', 'road', 'house', 'address', 'decision', 'sign', 'landmark'] as const;

export interface NumberingPlanner {
  readonly ask: (world: World, asked: NumberingAsked) => void;
  readonly stop: () => void;
}

/** `onFound` gets the answer to the last question only; `onFailure`: the worker could not be had, or gave up. */
export function startNumberingPlanner(
  onFound: (found: NumberingFound) => void,
  onFailure: () => void,
): NumberingPlanner {
  const worker = new Worker(new URL('./numberingPlanner.worker.ts', import.meta.url), { type: 'module' });
  let number = 0;
  let told = emptyWorld;
  let isBusy = false;
  let next: { readonly world: World; readonly asked: NumberingAsked } | null = null;
  const send = (world: World, asked: NumberingAsked) => {
    isBusy = true;
    const change = whatIsNew(told, world);
    told = world;
    worker.postMessage({ number, change, asked } satisfies NumberingQuestion);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<NumberingAnswer>) => {
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
function whatIsNew(before: World, after: World): Change {
  const created: AnyRecord[] = [];
  const deleted: AnyRecord[] = [];
  for (const kind of numberedKinds) {
    const [was, is] = [before[kind], after[kind]] as [ReadonlyMap<string, AnyRecord>, ReadonlyMap<string, AnyRecord>];
    if (was === is) continue;
    for (const [id, record] of is) if (was.get(id) !== record) created.push(record);
    for (const [id, record] of was) if (!is.has(id)) deleted.push(record);
  }
  return { created, updated: [], deleted };
}
