/** A sign whose text no longer agrees: the numbers of a lane, the number of a house, the name of a place or village. */
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { outdatedText } from '../signs/outdatedText.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';
import { namesRoad, saysItsName } from './signOfNoRoad.ts';

/** What was printed stays printed: there the finding says what a new sign should say (RULES §1.8, §2.3). */
export const signTextOutdated = defineCheck({
  id: 'sign-text-outdated',
  severity: 'notice',
  kinds: ['sign', 'road', 'address', 'house', 'landmark', 'village'],
  look: (world) => {
    const found: Found[] = [];
    for (const sign of world.sign.values()) {
      const outdated = sign.state === 'removed' || isOfNoRoad(world, sign) ? null : outdatedText(world, sign);
      if (!outdated) continue;
      const { should, besideId } = outdated;
      found.push({
        recordIds: [sign.id],
        besideIds: besideId === null ? [] : [besideId],
        params: { text: onOneLine(sign.faces), should: onOneLine(should ?? []) },
        facts: [...sign.faces, ...(should ?? [null])],
        fix: (world) => rewritten(world, sign.id),
      });
    }
    return found;
  },
});

/** What sign-of-no-road says already, with the same remedy. */
function isOfNoRoad(world: World, sign: Sign): boolean {
  if (!namesRoad(sign)) return false;
  const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
  return !road || road.state === 'closed' || !saysItsName(world, sign, road);
}

const onOneLine = (faces: readonly string[]): string => (faces[0] ?? '').replace(/\n/g, ' ');

/** As the world is when asked. */
function rewritten(world: World, id: string): Fix | null {
  const sign = world.sign.get(id);
  const should = sign?.state === 'planned' ? outdatedText(world, sign)?.should : null;
  if (!should) return null;
  const input = { id, changes: { faces: should } };
  return { does: 'rewrite-sign', kind: 'sign.update', input, params: { text: onOneLine(should) } };
}
