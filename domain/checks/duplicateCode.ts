/** One code on two houses: a Plus Code, or a code of another body; whoever scans it may be led to the wrong door. */
import type { Id } from '../records/fields.ts';
import { currentByHouse } from './addressesOnRoads.ts';
import { defineCheck, type Found } from './check.ts';
import { numberRoad } from './numberRoad.ts';

export const duplicateCode = defineCheck({
  id: 'duplicate-code',
  severity: 'error',
  kinds: ['address', 'externalCode'],
  look: (world) => {
    const bearers = new Map<string, { readonly code: string; readonly houses: Set<Id> }>();
    const bear = (scheme: string, code: string, houseId: Id): void => {
      const key = `${scheme}|${code}`;
      const known = bearers.get(key);
      if (known) known.houses.add(houseId);
      else bearers.set(key, { code, houses: new Set([houseId]) });
    };
    const current = currentByHouse(world);
    for (const { plusCode, houseId } of current.values()) bear('plus', plusCode, houseId);
    for (const { scheme, value, houseId } of world.externalCode.values()) bear(scheme, value, houseId);
    return [...bearers.values()].flatMap(({ code, houses }): Found[] => {
      if (houses.size < 2) return [];
      const recordIds = [...houses].sort();
      const draft = recordIds.map((id) => current.get(id)).find((address) => address?.state === 'draft');
      return [
        {
          recordIds,
          params: { code },
          facts: [code],
          ...(draft ? { fix: numberRoad(draft.roadId, draft.houseId) } : {}),
        },
      ];
    });
  },
});
