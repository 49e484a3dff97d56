/**
 * Where signs must stand, worked out beside the page of the village as it is, a moment after each change; what of it is
 * looked at; and what signs are good for. Nothing of the rules is here until somebody asks for a plan.
 */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Sign } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import type { Need } from '../../domain/signs/needs.ts';
import type { Reevaluation } from '../../domain/signs/reevaluate.ts';
import type { SignPlan, SignProposal } from '../../domain/signs/siting.ts';
import { t } from '../i18n/t.ts';
import { calm } from './calm.svelte.ts';
import { newId } from './newId.ts';
import {
  newSignOf,
  openPlaces,
  plannedPosts,
  signOf,
  type OpenPlace,
  type PlannedPost,
} from '../../domain/signs/plannedPosts.ts';
import { refusedPlaces } from './refusedPlaces.svelte.ts';
import type * as evaluating from './signEvaluating.ts';
import { isSameToPlan, startPlanner, type Planner } from './signPlanner.ts';
import { flyTo, openPanel, view } from './view.svelte.ts';
import { perform, sayDone, village } from './village.svelte.ts';

type Evaluating = typeof evaluating;

interface Asked {
  readonly villageId: Id;
  readonly world: World;
  readonly refused: readonly Position[];
}

let isOn = $state(false);
let isWorking = $state(false);
let rules = $state.raw<Evaluating | null>(null);
let found = $state.raw<{ readonly plan: SignPlan; readonly asked: Asked } | null>(null);
let focusedKey = $state<string | null>(null);
/** For what it was needed when it could not be had; for something else it is asked anew. */
let failedFor = $state<string | null>(null);
let asked: Asked | null = null;
let planner: Planner | null = null;

/** The sign whose details are shown, or that is moved: it is told what it is good for. */
export function signLookedAt(): Id | null {
  const [first, ...others] = view.selected;
  const isLookedAt = view.panel === 'selection' || view.tool === 'move';
  return first?.kind === 'sign' && others.length === 0 && isLookedAt ? first.id : null;
}

/** For what the plan is needed, seen or unseen, to tell what a sign is good for; null: nobody needs it. */
function neededFor(): string | null {
  if (isOn) return 'plan';
  return view.tool === 'place-sign' || view.tool === 'move-proposal' ? view.tool : signLookedAt();
}

const hasFailed = $derived(failedFor !== null && failedFor === neededFor());
const here = $derived(found?.asked.villageId === village.id ? found : null);
const posts = $derived(here ? plannedPosts(here.plan) : []);
const opens = $derived(here ? openPlaces(here.asked.world, here.plan) : []);

/** The village's needs and what serves them, as it is now; null until the first plan is here. */
const served = $derived.by(() => {
  if (!here || !rules) return null;
  const ground = rules.signGroundOf(village.world);
  return { ground, needs: here.plan.needs, bySign: rules.servedBySigns(ground, here.plan.needs) };
});

export const signPlan = {
  /** The proposals are shown on the map and in the panel. */
  get isOn(): boolean {
    return isOn;
  },
  get isWorking(): boolean {
    return isWorking;
  },
  get hasFailed(): boolean {
    return hasFailed;
  },
  get plan(): SignPlan | null {
    return here?.plan ?? null;
  },
  /** Of the village as the plan was made for it. */
  get world(): World {
    return here?.asked.world ?? calm.world;
  },
  get posts(): readonly PlannedPost[] {
    return posts;
  },
  get opens(): readonly OpenPlace[] {
    return opens;
  },
  get focusedKey(): string | null {
    return (signPlan.focusedPost ?? signPlan.focusedOpen)?.key ?? null;
  },
  get focusedPost(): PlannedPost | null {
    return isOn ? (posts.find(({ key }) => key === focusedKey) ?? null) : null;
  },
  get focusedOpen(): OpenPlace | null {
    return isOn ? (opens.find(({ key }) => key === focusedKey) ?? null) : null;
  },
};

/**
 * For an effect: asks for the plan anew after each change that concerns it, while somebody needs it; where it could not be
 * had, once the network is back. Returns what stops it.
 */
export function keepSignsPlanned(): () => void {
  // Back from a record one has gone to leads to the plan, not to what was looked at before.
  if (view.selection) focusedKey = null;
  const { world } = calm;
  const refused = refusedPlaces.all;
  if (hasFailed) addEventListener('online', retryPlan);
  else failedFor = null;
  if (!hasFailed && village.status === 'open' && neededFor() !== null) {
    askFor({ villageId: village.id, world, refused });
  }
  return () => removeEventListener('online', retryPlan);
}

function askFor(question: Asked): void {
  const { villageId, world, refused } = question;
  if (asked?.villageId === villageId && isSameToPlan(asked.world, world) && asked.refused === refused) return;
  asked = question;
  isWorking = true;
  void ask(question);
}

async function ask(question: Asked): Promise<void> {
  try {
    rules ??= await import('./signEvaluating.ts');
  } catch {
    // Of a village that has been left meanwhile, or a question asked anew: nothing has failed.
    if (question === asked) fail();
    return;
  }
  if (question !== asked) return;
  planner ??= startPlanner((plan) => {
    if (!asked) return;
    found = { plan, asked };
    isWorking = false;
  }, fail);
  planner.ask({ world: question.world, profile: rules.signProfileOf(question.world), refused: question.refused });
}

function fail(): void {
  planner?.stop();
  planner = null;
  asked = null;
  isWorking = false;
  failedFor = neededFor();
}

/** Asks once more for a plan that could not be had. */
export function retryPlan(): void {
  failedFor = null;
}

export function showPlan(): void {
  retryPlan();
  isOn = true;
}

export function closePlan(): void {
  isOn = false;
  focusedKey = null;
}

/** Leaving a village. */
export function resetSignPlan(): void {
  closePlan();
  planner?.stop();
  planner = null;
  asked = null;
  found = null;
  isWorking = false;
  failedFor = null;
}

/** Shows a post or an open place in the panel; `flies` where it was chosen from a list and not on the map. */
export function focusOn(item: PlannedPost | OpenPlace | null, flies = false): void {
  if (item) openPanel('signs');
  focusedKey = item?.key ?? null;
  if (item && flies) flyTo(item.place);
}

/** The proposal or mark of that key on the map. */
export function focusByKey(key: string): void {
  const item = [...posts, ...opens].find((one) => one.key === key);
  if (item) focusOn(item);
}

/** Accepts proposals as planned signs, all in one edit. */
export async function acceptProposals(proposals: readonly SignProposal[]): Promise<void> {
  const signs = proposals.map((proposal) => newSignOf(signOf(proposal, newId())));
  const done = perform('sign.addMany', { signs });
  focusOn(null);
  if (!isRefusal(await done)) sayDone(t('signPlan.accepted', { count: signs.length }));
}

/** What signs would be good for, and what changes for others; null until it is known. */
export const weigh = (before: readonly Sign[], after: readonly Sign[]): Reevaluation | null =>
  served && rules ? rules.reevaluate(served.ground, served.needs, served.bySign, before, after) : null;

export const servedBy = (sign: Sign): readonly Need[] => served?.bySign.get(sign.id) ?? [];
