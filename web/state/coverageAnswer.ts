/** What the worker of coverage answers. */
import { bandsKnownOf, shownBands } from '../../domain/coverage/cameras/shownBands.ts';
import { coverageGroundOf } from '../../domain/coverage/ground.ts';
import { countingLamps } from '../../domain/coverage/lamps/lightReport.ts';
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
  const lit = countingLamps(world, asked);
  const bands = report.cameras.map((coverage) => {
    // As the map draws them first; what else it asks for is worked out there.
    for (const lamps of [null, lit]) shownBands(world, ground, coverage, { isWhole: false, lamps });
    return [coverage.camera.id, bandsKnownOf(coverage)] as const;
  });
  return { kind: 'report', report, bands: new Map(bands) };
}
