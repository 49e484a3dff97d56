/**
 * What cameras see and lamps light of the open village, worked out beside the page a moment after each change while
 * somebody needs it; and what of it is looked at.
 */
import type { Light } from '../../domain/coverage/cameras/roadsSeen.ts';
import type { CoverageAsked, VillageCoverage } from '../../domain/coverage/villageCoverage.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { calm } from './calm.svelte.ts';
import { chooseCoverage, coverageChoice } from './coverageChoice.svelte.ts';
import { isSameToCoverage, startCoveragePlanner, type CoveragePlanner } from './coveragePlanner.ts';
import type { CoverageReported } from './coverageQuestion.ts';
import { isSameData } from './sameData.ts';
import { view } from './view.svelte.ts';
import { village } from './village.svelte.ts';

interface Wanted {
  readonly villageId: Id;
  readonly world: World;
  readonly asked: CoverageAsked;
}

let isOn = $state(false);
let isWorking = $state(false);
let found = $state.raw<(CoverageReported & { readonly of: Wanted }) | null>(null);
/** Asked anew when somebody needs it again, or the network is back. */
let hasFailed = $state(false);
let wanted: Wanted | null = null;
let planner: CoveragePlanner | null = null;

const here = $derived(found?.of.villageId === village.id ? found : null);
const isNeeded = $derived(isOn || view.panel === 'criterion3');

export const coverage = {
  /** The map shows it. */
  get isOn(): boolean {
    return isOn;
  },
  set isOn(next: boolean) {
    if (next) retryCoverage();
    // A phone's sheet would lie over what is to be seen.
    if (next) view.sheet = 'peek';
    isOn = next;
  },
  get light(): Light {
    return coverageChoice().light;
  },
  /** By day the map does not show what is lit. */
  set light(light: Light) {
    chooseCoverage({ light });
  },
  get shows(): 'seen' | 'lit' {
    return coverageChoice().shows;
  },
  /** What is lit is shown by night. */
  set shows(shows: 'seen' | 'lit') {
    chooseCoverage({ shows });
  },
  /** Seen is what a camera shows at this density or more: an index of `densities`, of one of `levels2025`. */
  get level(): number {
    return coverageChoice().level;
  },
  set level(level: number) {
    chooseCoverage({ level });
  },
  get isWithPlanned(): boolean {
    return coverageChoice().isWithPlanned;
  },
  set isWithPlanned(isWithPlanned: boolean) {
    chooseCoverage({ isWithPlanned });
  },
  get darkMeters(): number {
    return coverageChoice().darkMeters;
  },
  set darkMeters(darkMeters: number) {
    chooseCoverage({ darkMeters });
  },
  /** Views are drawn over yards too. */
  get isWhole(): boolean {
    return coverageChoice().isWhole;
  },
  set isWhole(isWhole: boolean) {
    chooseCoverage({ isWhole });
  },
  /** Of the open village as it was last reported; null until then. */
  get report(): VillageCoverage | null {
    return here?.report ?? null;
  },
  /** What the report was asked; it may differ from what is chosen while `isWorking`. */
  get reported(): CoverageAsked | null {
    return here?.of.asked ?? null;
  },
  /** The village it was reported of, and the views of its cameras as areas where the public goes; null until then. */
  get drawn(): { readonly world: World; readonly bands: CoverageReported['bands'] } | null {
    return here && { world: here.of.world, bands: here.bands };
  },
  get isWorking(): boolean {
    return isWorking;
  },
  get hasFailed(): boolean {
    return hasFailed;
  },
};

/**
 * For an effect: asks for the report anew after each change that concerns it, while somebody needs it; where it could not
 * be had, once the network is back. Returns what stops it.
 */
export function keepCoverageReported(): () => void {
  const { world } = calm;
  const { level: densityIndex, darkMeters, isWithPlanned } = coverageChoice();
  if (!isNeeded) hasFailed = false;
  else if (hasFailed) addEventListener('online', retryCoverage);
  else if (village.status === 'open') {
    askFor({ villageId: village.id, world, asked: { densityIndex, darkMeters, isWithPlanned } });
  }
  return () => removeEventListener('online', retryCoverage);
}

function askFor(question: Wanted): void {
  const { villageId, world, asked } = question;
  if (wanted?.villageId === villageId && isSameToCoverage(wanted.world, world) && isSameData(wanted.asked, asked))
    return;
  wanted = question;
  isWorking = true;
  planner ??= startCoveragePlanner((answer) => {
    if (answer.kind !== 'report' || !wanted) return;
    found = { ...answer, of: wanted };
    isWorking = false;
  }, fail);
  planner.ask(world, { kind: 'report', asked });
}

function forget(): void {
  planner?.stop();
  planner = null;
  wanted = null;
  isWorking = false;
}

function fail(): void {
  forget();
  hasFailed = true;
}

/** Asks once more for a report that could not be had. */
export function retryCoverage(): void {
  hasFailed = false;
}

/** Leaving a village. */
export function resetCoverage(): void {
  forget();
  isOn = false;
  found = null;
  hasFailed = false;
}
