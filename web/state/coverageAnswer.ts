/** What the worker of coverage answers. */
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { villageCoverage } from '../../domain/coverage/villageCoverage.ts';
import { nextCameras } from '../../domain/coverage/whereNext/nextCameras.ts';
import { nextLamps } from '../../domain/coverage/whereNext/nextLamps.ts';
import type { World } from '../../domain/records/world.ts';
import type { CoverageFound, CoverageQuestion } from './coverageQuestion.ts';

export function coverageAnswer(world: World, question: CoverageQuestion): CoverageFound {
  switch (question.kind) {
    case 'report':
      return { kind: 'report', report: villageCoverage(world, question.asked) };
    case 'cameras':
      return { kind: 'cameras', next: nextCameras(world, coverageGroundOf(world), question.asked) };
    case 'lamps':
      return { kind: 'lamps', next: nextLamps(world, coverageGroundOf(world), question.asked) };
  }
}
