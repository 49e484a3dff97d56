/** Ways that have a name and no sign yet, and what a sign should say. */
import { isNamed } from '../../domain/addressing/roadName.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Road } from '../../domain/records/road.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import { proposedText } from '../../domain/signs/proposedText.ts';
import { roadsInOrder } from './lists.ts';

/** The same ways as the step "biển" counts: called by a name or a number, without a standing sign. */
export function signableRoads(world: World): readonly Road[] {
  const signed = new Set<Id | null>();
  for (const sign of world.sign.values()) if (sign.state !== 'removed') signed.add(sign.roadId);
  return roadsInOrder(world)
    .map(({ road }) => road)
    .filter((road) => road.class !== 'access' && road.state !== 'closed')
    .filter((road) => isNamed(road) && !signed.has(road.id));
}

export const textProposedFor = (world: World, sign: Sign): string | null => proposedText(world, sign);
