/** A sign that names a road which is not there, no longer so called, or closed: it leads people astray. */
import { foldText, roadLabel } from '../addressing/roadName.ts';
import { splitClassWord } from '../addressing/roadClass.ts';
import type { Road } from '../records/road.ts';
import type { Sign } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import { proposedText } from '../signs/proposedText.ts';
import { defineCheck, type Found } from './check.ts';
import type { Fix } from './fix.ts';

/** Signs of roads and lanes; direction signs only where they are tied to a road alone: the way to a landmark says the landmark. */
export const signOfNoRoad = defineCheck({
  id: 'sign-of-no-road',
  severity: 'notice',
  kinds: ['sign', 'road'],
  look: (world) => {
    const labels = new Map<string, Road>();
    for (const road of world.road.values()) {
      if (road.state !== 'closed') labels.set(plain(roadLabel(world, road)), road);
    }
    const found: Found[] = [];
    for (const sign of world.sign.values()) {
      if (sign.state === 'removed' || !namesRoad(sign)) continue;
      const road = sign.roadId === null ? undefined : world.road.get(sign.roadId);
      if (road && road.state !== 'closed' && saysItsName(world, sign, road)) continue;
      found.push({
        recordIds: [sign.id],
        besideIds: road ? [road.id] : [],
        params: { text: faceText(sign), road: road ? roadLabel(world, road) : '' },
        facts: [...sign.faces, road ? roadLabel(world, road) : null, road?.state ?? null],
        fix: (world) => (road ? rewritten(world, sign, road) : linked(world, sign, labels)),
      });
    }
    return found;
  },
});

/** A direction sign may stand on the way to a landmark: then it names that. */
export const namesRoad = ({ signKind, roadId, landmarkId }: Sign): boolean =>
  signKind === 'road-name' ||
  signKind === 'lane-mouth' ||
  (signKind === 'direction' && roadId !== null && landmarkId === null);

const faceText = ({ faces }: Sign): string => (faces[0] ?? '').replace(/\n/g, ' ');

/** Small letters without marks, words parted by single spaces. */
const plain = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** Its name with or without the class word, or the number it goes by, stands on one face. */
export function saysItsName(world: World, { faces }: Sign, road: Road): boolean {
  if (road.name === null && road.numberName === null) return false;
  const label = roadLabel(world, road);
  const wanted = plain(road.name === null ? label : splitClassWord(label).rest);
  return faces.some((face) => plain(face).includes(wanted));
}

/** What was printed stays printed: only a sign still planned is written anew. */
function rewritten(world: World, sign: Sign, road: Road): Fix | null {
  const text = road.state === 'closed' || sign.state !== 'planned' ? null : proposedText(world, sign);
  if (text === null) return null;
  const input = { id: sign.id, changes: { faces: [text, ...sign.faces.slice(1).map(() => text)] } };
  return { does: 'rewrite-sign', kind: 'sign.update', input, params: { text: text.replace(/\n/g, ' ') } };
}

function linked(world: World, sign: Sign, labels: ReadonlyMap<string, Road>): Fix | null {
  const road = labels.get(plain(faceText(sign)));
  if (!road) return null;
  const input = { id: sign.id, changes: { roadId: road.id } };
  return { does: 'link-sign', kind: 'sign.update', input, params: { road: roadLabel(world, road) } };
}
