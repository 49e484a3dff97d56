/** A plan as a person meets it: posts with their plates, places where a name cannot be read, and what is done with them. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { InputOf } from '../../domain/edits/registry.ts';
import type { Id } from '../../domain/records/fields.ts';
import { newlyPlanned, type Sign, type SignKind } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import type { Need } from '../../domain/signs/needs.ts';
import { signFrameOf } from '../../domain/signs/signFrame.ts';
import type { SignPlan, SignProposal, UnservedReason } from '../../domain/signs/siting.ts';

export interface PlannedPost {
  /** The same for the same place in the next plan. */
  readonly key: string;
  readonly place: Position;
  readonly isNew: boolean;
  readonly plates: readonly SignProposal[];
}

/** Where somebody arrives who cannot read what he must. */
export interface OpenPlace {
  readonly key: string;
  readonly place: Position;
  readonly needs: readonly { readonly need: Need; readonly reason: UnservedReason }[];
}

/** Plates of one post, from above. */
const order: readonly SignKind[] = ['road-name', 'lane-mouth', 'direction'];

export function plannedPosts({ proposals }: SignPlan): readonly PlannedPost[] {
  const byPlace = new Map<string, SignProposal[]>();
  for (const plate of proposals) {
    const key = `post:${plate.place.join()}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), plate]);
  }
  const rank = ({ signKind }: SignProposal) => order.indexOf(signKind);
  return [...byPlace].map(([key, plates]) => ({
    ...{ key, place: plates[0]!.place, plates: plates.sort((a, b) => rank(a) - rank(b)) },
    isNew: plates.every(({ post }) => post === 'new'),
  }));
}

export function openPlaces(world: World, { unserved }: SignPlan): readonly OpenPlace[] {
  const frame = signFrameOf(world);
  const byPlace = new Map<string, { need: Need; reason: UnservedReason }[]>();
  for (const item of unserved) {
    const key = `open:${item.need.at.map((meters) => Math.round(meters)).join()}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), item]);
  }
  return [...byPlace].map(([key, needs]) => ({ key, place: frame.toDegrees(needs[0]!.need.at), needs }));
}

export type NewSign = InputOf<'sign.addMany'>['signs'][number];

/** A proposal as the sign it becomes. */
export const signOf = (
  { signKind, place, facingDegrees, faces, post, roadId, landmarkId }: SignProposal,
  id: Id,
): Sign => ({
  ...newlyPlanned,
  ...{ kind: 'sign', id, version: 1, signKind, place, facingDegrees, faces: [...faces], post, roadId, landmarkId },
});

/** As an edit takes it. */
export function newSignOf({ kind: _kind, version: _version, ...fields }: Sign): NewSign {
  return fields;
}

export interface PlanFigures {
  readonly needs: number;
  /** Served by the signs there are, and by them together with the proposals. */
  readonly served: number;
  readonly servedWithAll: number;
  readonly plates: number;
  readonly posts: number;
  readonly newPosts: number;
}

export function planFigures(plan: SignPlan): PlanFigures {
  const posts = plannedPosts(plan);
  return {
    needs: plan.needs.length,
    served: new Set(plan.standing.flatMap(({ serves }) => serves)).size,
    servedWithAll: plan.needs.length - plan.unserved.length,
    plates: plan.proposals.length,
    posts: posts.length,
    newPosts: posts.filter(({ isNew }) => isNew).length,
  };
}
