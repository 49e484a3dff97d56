/** The plan of the numbering being looked at: made beside the page, anew after each change of the village. */
import { untrack } from 'svelte';
import type { Refusal } from '../../domain/edits/refusal.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { calm } from './calm.svelte.ts';
import { whenIdle } from './idle.ts';
import { newId } from './newId.ts';
import { numbering } from './numbering.svelte.ts';
import { startNumberingPlanner, type NumberingPlanner } from './numberingPlanner.ts';
import { planAsked, type NumberingAsked, type NumberingFound } from './numberingQuestion.ts';
import { withSameRows } from './sameRows.ts';
import { view } from './view.svelte.ts';
import { obstacle, village } from './village.svelte.ts';

interface Wanted {
  readonly world: World;
  readonly asked: NumberingAsked;
}

/** What is asked for now; null while nobody needs a plan. */
let wanted: Wanted | null = null;
/** What the plan on the screen is of. */
let shown = $state.raw<Wanted | null>(null);
let refusal = $state.raw<Refusal | null>(null);
let planner: NumberingPlanner | null = null;
/** The worker could not be had: planned on the page, in a moment of rest. */
let isPlannerLost = false;

export const roadIdsLookedAt = (): readonly Id[] | null => (numbering.roadId === null ? null : [numbering.roadId]);

export const numberingPlanned = {
  /** The plan on the screen is of what is looked at: of these roads, with or without what is issued. */
  get isOfThis(): boolean {
    const asked = view.preview && shown?.asked;
    const isOfRoads = asked && (asked.roadIds?.[0] ?? null) === numbering.roadId;
    return isOfRoads ? asked.isRenumbering === numbering.isRenumbering : false;
  },
  /** And of the village as it is now: not so for a moment after each change. */
  get isCurrent(): boolean {
    return numberingPlanned.isOfThis && shown?.world === village.world;
  },
  /** Why the plan on the screen cannot be applied, or null; not known of a renumbering. */
  get refusal(): Refusal | null {
    return refusal;
  },
};

const askedNow = (): NumberingAsked => ({
  roadIds: roadIdsLookedAt(),
  isRenumbering: numbering.isRenumbering,
  id: newId(),
  at: new Date().toISOString(),
});

/** For an effect: has the plan made and shown, anew once the village is calm after a change. Returns what calls it off. */
export function keepNumbersPlanned(): () => void {
  const question: Wanted = { world: calm.world, asked: askedNow() };
  wanted = question;
  if (isPlannerLost) return callOff(whenIdle(() => untrack(planHere)));
  planner ??= startNumberingPlanner((found) => {
    const answered = wanted;
    whenIdle(() => answered && answered === wanted && showFound(answered, found));
  }, loseToPage);
  planner.ask(question.world, question.asked);
  return callOff(() => undefined);
}

const callOff = (stop: () => void) => () => {
  stop();
  wanted = null;
};

function loseToPage(): void {
  isPlannerLost = true;
  planner?.stop();
  planner = null;
  if (wanted) whenIdle(() => wanted && planHere());
}

function showFound(question: Wanted, found: NumberingFound): void {
  shown = question;
  refusal = found.refusal;
  view.preview = withSameRows(view.preview, found.plan);
}

/** Plans on the page, at once, from the village as it is now. */
export function planHere(): void {
  const asked = askedNow();
  const plan = planAsked(village.world, asked);
  const { roadIds, isRenumbering } = asked;
  showFound(
    { world: village.world, asked },
    { plan, refusal: isRenumbering ? null : obstacle('numbering.apply', { roadIds, digest: plan.digest }) },
  );
}

/** Nobody looks at the plan any more. */
export function dropPlan(): void {
  planner?.stop();
  planner = null;
  wanted = null;
  isPlannerLost = false;
  view.preview = null;
}
