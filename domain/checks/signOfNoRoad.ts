/** A sign that names a road which is not there, no longer so called, or closed: it leads people astray. */
import { roadLabel } from '../addressing/roadName.ts';
import type { Road } from '../records/road.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { textOnOneLine, wordsOf } from '../signs/faceText.ts';
import { proposedText } from '../signs/proposedText.ts';
import { namesRoad, roadSaid } from '../signs/waySigns.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

export const signOfNoRoad = defineCheck({
  id: 'sign-of-no-road',
  severity: 'notice',
  kinds: ['sign', 'road'],
  look: (world) => {
    const labels = new Map<string, Road>();
    for (const road of world.road.values()) {
      if (road.state !== 'closed') labels.set(wordsOf(roadLabel(world, road)), road);
    }
    const found: Found[] = [];
    for (const sign of world.sign.values()) {
      if (sign.state === 'removed' || !namesRoad(sign) || roadSaid(world, sign)) continue;
      const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
      found.push({
        recordIds: [sign.id],
        besideIds: road ? [road.id] : [],
        params: { text: textOnOneLine(sign.faces), road: road ? roadLabel(world, road) : '' },
        facts: [...sign.faces, road ? roadLabel(world, road) : null, road?.state ?? null],
        fix: (world) => (road ? rewritten(world, sign, road) : linked(world, sign, labels)),
      });
    }
    return found;
  },
});

/** What was printed stays printed: only a sign still planned is written anew. */
function rewritten(world: World, sign: Sign, road: Road): Fix | null {
  const text = road.state === 'closed' || sign.state !== 'planned' ? null : proposedText(world, sign);
  if (text === null) return null;
  const faces = sign.faces.map(() => text);
  const input = { id: sign.id, changes: { faces } };
  return { does: 'rewrite-sign', kind: 'sign.update', input, params: { text: textOnOneLine(faces) } };
}

function linked(world: World, sign: Sign, labels: ReadonlyMap<string, Road>): Fix | null {
  const road = labels.get(wordsOf(sign.faces[0] ?? ''));
  if (!road) return null;
  const input = { id: sign.id, changes: { roadId: road.id } };
  return { does: 'link-sign', kind: 'sign.update', input, params: { road: roadLabel(world, road) } };
}
