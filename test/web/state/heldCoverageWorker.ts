/** A worker of coverage that answers when told to, with what the worker of the page runs; what it gets and gives is copied. */
import { vi } from 'vitest';
import { applyChange, emptyWorld } from '../../../domain/records/world.ts';
import { coverageAnswer } from '../../../web/state/coverageAnswer.ts';
import type { CoverageQuestion } from '../../../web/state/coverageQuestion.ts';
import type { WorldQuestion } from '../../../web/state/worldWorker.ts';

export class HeldCoverageWorker extends EventTarget {
  /** The one the page made last; null before. */
  static last: HeldCoverageWorker | null = null;
  readonly questions: WorldQuestion<CoverageQuestion>[] = [];
  terminate = vi.fn();
  constructor() {
    super();
    HeldCoverageWorker.last = this;
  }
  postMessage(question: WorldQuestion<CoverageQuestion>): void {
    this.questions.push(structuredClone(question));
  }
  answer(): void {
    const world = this.questions.reduce((known, { change }) => applyChange(known, change), emptyWorld);
    const { number, asked } = this.questions.at(-1)!;
    const data = structuredClone({ number, ...coverageAnswer(world, asked) });
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
