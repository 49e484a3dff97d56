/** What the worker of coverage answers. */
import { publicBands } from '../../domain/coverage/cameras/publicReach.ts';
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { villageCoverage, type CoverageAsked } from '../../domain/coverage/villageCoverage.ts';
import { nextCameras } from '../../domain/coverage/whereNext/nextCameras.ts';
import { nextLamps } from '../../domain/coverage/whereNext/nextLamps.ts';
import type { World } from '../../domain/records/world.ts';
import type { CoverageFound, CoverageQuestion, CoverageReported } from './coverageQuestion.ts';

export function coverageAnswer(world: World, question: CoverageQuestion): CoverageFound {
  switch (question.kind) {
    case 'report':
      return reported(world, question.asked);
    case 'cameras':
      return { kind: 'cameras', next: nextCameras(world, coverageGroundOf(world), question.asked) };
    case 'lamps':
      return { kind: 'lamps', next: nextLamps(world, coverageGroundOf(world), question.asked) };
  }
}

function reported(world: World, asked: CoverageAsked): CoverageReported {
  const report = villageCoverage(world, asked);
  const ground = coverageGroundOf(world);
  const bands = new Map(report.cameras.map((one) => [one.camera.id, publicBands(world, ground, one)]));
  return { kind: 'report', report, bands };
}
