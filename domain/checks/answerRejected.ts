/** The map platform rejected the address a house has: it is to be put right and handed over again. */
import { standingAnswers } from '../coverage/platformAnswers.ts';
import { defineCheck, type Found } from './check.ts';

/**
 * Gone when the address has changed since, or the platform takes it after all. A notice: an error would keep the next
 * release from going out, which is what puts it right.
 */
export const answerRejected = defineCheck({
  id: 'answer-rejected',
  severity: 'notice',
  kinds: ['platformAnswer', 'address', 'road', 'house'],
  look: (world) =>
    [...standingAnswers(world).values()].flat().flatMap((answer): Found[] => {
      const { houseId, system, verdict, reason, answeredOn, plusCode, address } = answer;
      const isGone = world.house.get(houseId)?.state === 'demolished';
      if (verdict !== 'rejected' || isGone) return [];
      return [
        {
          recordIds: [houseId],
          params: { system, reason: reason ?? '' },
          facts: [system, reason, answeredOn, plusCode, address],
        },
      ];
    }),
});
