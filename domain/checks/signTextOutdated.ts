/** A sign whose text no longer agrees: the numbers of a lane, the number of a house, the name of a place or village. */
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { textOnOneLine } from '../signs/faceText.ts';
import { outdatedText } from '../signs/outdatedText.ts';
import { namesRoad, roadSaid } from '../signs/waySigns.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

/** What was printed stays printed: there the finding says what a new sign should say (RULES §1.8, §2.3). */
export const signTextOutdated = defineCheck({
  id: 'sign-text-outdated',
  severity: 'notice',
  kinds: ['sign', 'road', 'address', 'house', 'landmark', 'village'],
  *look(world) {
    for (const sign of world.sign.values()) yield found(world, sign);
  },
});

function found(world: World, sign: Sign): Found | undefined {
  // What sign-of-no-road says already, with the same remedy.
  const isOfNoRoad = namesRoad(sign) && !roadSaid(world, sign);
  const outdated = sign.state === 'removed' || isOfNoRoad ? null : outdatedText(world, sign);
  if (!outdated) return undefined;
  const { should, besideId } = outdated;
  return {
    recordIds: [sign.id],
    besideIds: besideId === null ? [] : [besideId],
    params: { text: textOnOneLine(sign.faces), should: textOnOneLine(should ?? []) },
    facts: [...sign.faces, ...(should ?? [null])],
    fix: (world) => rewritten(world, sign.id),
  };
}

/** As the world is when asked. */
function rewritten(world: World, id: string): Fix | null {
  const sign = world.sign.get(id);
  const should = sign?.state === 'planned' ? outdatedText(world, sign)?.should : null;
  if (!should) return null;
  const input = { id, changes: { faces: should } };
  return { does: 'rewrite-sign', kind: 'sign.update', input, params: { text: textOnOneLine(should) } };
}
