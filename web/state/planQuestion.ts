/** What the page asks the worker that plans signs, and what comes back. */
import type { Position } from '../../domain/geometry/shapes.ts';
import type { World } from '../../domain/records/world.ts';
import type { SignProfile } from '../../domain/signs/profile.ts';
import type { SignPlan } from '../../domain/signs/siting.ts';

export interface PlanQuestion {
  readonly number: number;
  readonly world: World;
  readonly profile: SignProfile;
  readonly refused: readonly Position[];
}
export interface PlanAnswer {
  readonly number: number;
  readonly plan: SignPlan;
}
