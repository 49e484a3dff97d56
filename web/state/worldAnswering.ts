/** The worker's side of worldWorker.ts. */
import { applyChange, emptyWorld, type World } from '../../domain/records/world.ts';
import type { WorldAnswer, WorldQuestion } from './worldWorker.ts';

/** In a worker: answers every question of the village as it is then. */
export function answerOfWorld<Asked, Found extends object>(answer: (world: World, asked: Asked) => Found): void {
  // Records that stay the same objects from question to question: what was worked out of them is remembered.
  let world = emptyWorld;
  addEventListener('message', ({ data }: MessageEvent<WorldQuestion<Asked>>) => {
    const { number, change, asked } = data;
    world = applyChange(world, change);
    postMessage({ number, ...answer(world, asked) } satisfies WorldAnswer<Found>);
  });
}
