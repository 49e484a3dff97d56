/** A plan as a person meets it: posts with their plates, places where a name cannot be read, and what is done with them. */
import type { Position } from '../geometry/shapes.ts';
import { groupedBy } from '../grouped.ts';
import type { Id } from '../records/fields.ts';
import { newlyPlanned, type NewSign, type Sign, type SignKind } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import type { Need } from './needs.ts';
import { postsOf } from './posts.ts';
import { villageFrameOf } from '../records/villageFrame.ts';
import type { SignPlan, SignProposal, UnservedReason } from './siting.ts';

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
  const rank = ({ signKind }: SignProposal) => order.indexOf(signKind);
  return postsOf(proposals, ({ place }) => place).map((plates) => ({
    key: `post:${plates[0].place.join()}`,
    place: plates[0].place,
    plates: plates.toSorted((a, b) => rank(a) - rank(b)),
    isNew: plates.every(({ post }) => post === 'new'),
  }));
}

export function openPlaces(world: World, { unserved }: SignPlan): readonly OpenPlace[] {
  const frame = villageFrameOf(world);
  const keyOf = ({ need }: (typeof unserved)[number]) => `open:${need.at.map((meters) => Math.round(meters)).join()}`;
  return [...groupedBy(unserved, keyOf)].map(([key, needs]) => ({
    ...{ key, place: frame.toDegrees(needs[0].need.at), needs },
  }));
}

/** A proposal as the sign it becomes. */
export const signOf = (
  { signKind, place, facingDegrees, faces, post, roadId, landmarkId }: SignProposal,
  id: Id,
): Sign => ({
  ...newlyPlanned,
  ...{ kind: 'sign', id, version: 1, signKind, place, facingDegrees, faces: [...faces], post, roadId, landmarkId },
});

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

/** `posts`: those of the plan. */
export function planFigures(plan: SignPlan, posts: readonly PlannedPost[]): PlanFigures {
  return {
    needs: plan.needs.length,
    served: new Set(plan.standing.flatMap(({ serves }) => serves)).size,
    servedWithAll: plan.needs.length - plan.unserved.length,
    plates: plan.proposals.length,
    posts: posts.length,
    newPosts: posts.filter(({ isNew }) => isNew).length,
  };
}
