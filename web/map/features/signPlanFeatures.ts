/** The plan of signs as the map draws it: posts, their plates and texts, places where a name cannot be read, arrivals. */
import type { LocalFrame } from '../../../domain/geometry/localFrame.ts';
import type { Position } from '../../../domain/geometry/shapes.ts';
import type { Need } from '../../../domain/signs/needs.ts';
import type { OpenPlace, PlannedPost } from '../../../domain/signs/plannedPosts.ts';
import type { SignProposal } from '../../../domain/signs/siting.ts';
import { collection, lineFeature, pointFeature, type MapFeature, type MapFeatures } from './feature.ts';
import { oneLine, shortText } from './signText.ts';

/** A post as it is drawn. */
export interface ShownPost extends Pick<PlannedPost, 'key' | 'place'> {
  readonly plates: readonly Pick<SignProposal, 'signKind' | 'facingDegrees' | 'faces'>[];
}

export interface ShownPlan {
  readonly posts: readonly ShownPost[];
  readonly opens: readonly OpenPlace[];
  readonly focusedKey: string | null;
  /** People who arrive, shown on demand only: `read` who reads what he must, `open` who does not. */
  readonly arrivals: readonly { readonly need: Need; readonly state: 'read' | 'open' }[];
  /** Of the needs' metres. */
  readonly frame: LocalFrame;
}

export function signPlanFeatures({ posts, opens, focusedKey, arrivals, frame }: ShownPlan): MapFeatures {
  const features: MapFeature[] = [];
  for (const { key, place, plates } of posts) {
    const about = { key, focused: key === focusedKey };
    features.push(pointFeature(place, { ...about, id: key, role: 'post' }));
    for (const [index, { facingDegrees }] of plates.entries())
      features.push(pointFeature(place, { ...about, id: `${key}:${index}`, role: 'plate', facing: facingDegrees }));
    const texts = plates.map(({ faces }) => faces[0] ?? '');
    const text = texts.map(oneLine).join('\n');
    const short = plates.map(({ signKind }, index) => shortText(signKind, texts[index]!)).join('\n');
    features.push(pointFeature(place, { ...about, id: key, role: 'text', text, short, lines: plates.length }));
  }
  for (const { key, place } of opens)
    features.push(pointFeature(place, { id: key, key, role: 'open', focused: key === focusedKey }));
  return collection([...features, ...arrivalLines(arrivals, frame)]);
}

/** Each way once: who arrives to read several names comes one way; drawn broken where he misses any of them. */
function arrivalLines(arrivals: ShownPlan['arrivals'], frame: LocalFrame): MapFeature[] {
  const byWay = new Map<string, { line: readonly Position[]; state: 'read' | 'open' }>();
  for (const { need, state } of arrivals) {
    const key = `${need.fromRoadId}:${need.at.map(Math.round).join()}:${need.heading.map((part) => part.toFixed(1)).join()}`;
    const line = need.readers.map(({ eye }) => frame.toDegrees(eye)).reverse();
    if (line.length < 2 || (byWay.get(key)?.state === 'open' && state === 'read')) continue;
    byWay.set(key, { line, state });
  }
  return [...byWay].map(([key, { line, state }]) => lineFeature(line, { id: key, role: 'arrival', state }));
}
