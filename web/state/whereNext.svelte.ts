/**
 * Where the next cameras or streetlights add most: what is asked, which places are pinned or not to be used, and what the
 * worker answers. Kept while the village is open; nothing of it is in the records until it is accepted.
 */
import { isRefusal } from '../../domain/edits/edit.ts';
import type { Light } from '../../domain/coverage/cameras/roadsSeen.ts';
import type { CameraCandidate, Candidate } from '../../domain/coverage/whereNext/candidates.ts';
import { cameraOf, fieldsOfNew, lampOf, usualKits } from '../../domain/coverage/newDevice.ts';
import type { NextDevices, Proposal } from '../../domain/coverage/whereNext/nextCameras.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Camera, DeviceOwner } from '../../domain/records/camera.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { Lamp } from '../../domain/records/lamp.ts';
import type { World } from '../../domain/records/world.ts';
import { t } from '../i18n/t.ts';
import { calm } from './calm.svelte.ts';
import { isSameToCoverage, startCoveragePlanner, type CoveragePlanner } from './coveragePlanner.ts';
import type { CoverageQuestion } from './coverageQuestion.ts';
import { newId } from './newId.ts';
import { panelPart } from './panelPart.svelte.ts';
import { isSameData } from './sameData.ts';
import { view } from './view.svelte.ts';
import { perform, sayDone, village } from './village.svelte.ts';

export type NextKind = 'camera' | 'lamp';
/** A lamp looks nowhere. */
export type NextPlace = Candidate & Partial<Pick<CameraCandidate, 'facingDegrees'>>;
export type NextProposal = Proposal<NextPlace> & { readonly key: string };

export interface NextChoice {
  readonly kind: NextKind;
  /** Pinned ones among them. */
  readonly count: number;
  readonly presetIds: Readonly<Record<NextKind, string>>;
  readonly owner: Exclude<DeviceOwner, 'household'>;
  readonly light: Light;
  /** An index of `densities`. */
  readonly level: number;
}

export const mostNext = 10;

interface Places {
  readonly pinned: readonly NextPlace[];
  readonly forbidden: readonly Position[];
}

interface Asked {
  readonly villageId: Id;
  readonly world: World;
  readonly question: CoverageQuestion;
}

const none: Places = { pinned: [], forbidden: [] };
const usual: NextChoice = { kind: 'camera', count: 3, presetIds: usualKits, owner: 'village', light: 'day', level: 0 };

let isWorking = $state(false);
let hasFailed = $state(false);
let choice = $state.raw<NextChoice>(usual);
let places = $state.raw<Readonly<Record<NextKind, Places>>>({ camera: none, lamp: none });
let found = $state.raw<{ readonly kind: NextKind; readonly next: NextDevices<NextPlace>; readonly of: Asked } | null>(
  null,
);
let focusedKey = $state<string | null>(null);
let asked: Asked | null = null;
let planner: CoveragePlanner | null = null;

const keyOf = ({ place, facingDegrees = 0 }: NextPlace): string => `${place.join()},${facingDegrees}`;

const here = $derived(found?.of.villageId === village.id && found.kind === choice.kind ? found.next : null);
const proposals = $derived<readonly NextProposal[]>(
  (here?.proposals ?? []).map((proposal) => ({ ...proposal, key: keyOf(proposal.candidate) })),
);

/** What each would be, under its key. */
const devices = $derived(proposals.map((proposal) => deviceOf(proposal, proposal.key)));

export const whereNext = {
  /** The proposals are shown, in the panel and on the map, until somebody goes back or opens a panel. */
  get isOn(): boolean {
    return panelPart.current === 'next';
  },
  set isOn(next: boolean) {
    panelPart.current = next ? 'next' : null;
    hasFailed = false;
    focusedKey = null;
  },
  get choice(): NextChoice {
    return choice;
  },
  get isWorking(): boolean {
    return isWorking;
  },
  get hasFailed(): boolean {
    return hasFailed;
  },
  /** The answer to what is chosen, or the one before it while `isWorking`; null until the first is here. */
  get next(): NextDevices<NextPlace> | null {
    return here;
  },
  get proposals(): readonly NextProposal[] {
    return proposals;
  },
  /** As they would be recorded, in the order of the proposals. */
  get devices(): readonly (Camera | Lamp)[] {
    return devices;
  },
  get forbidden(): readonly Position[] {
    return places[choice.kind].forbidden;
  },
  get focusedKey(): string | null {
    return focusedKey;
  },
  set focusedKey(key: string | null) {
    focusedKey = key;
  },
};

/** On the map too. */
export const isNextShown = (): boolean => whereNext.isOn && view.panel === 'criterion3';

export function chooseNext(part: Partial<NextChoice>): void {
  if (part.kind) focusedKey = null;
  choice = { ...choice, ...part };
}

const keepPlaces = (part: Partial<Places>) =>
  (places = { ...places, [choice.kind]: { ...places[choice.kind], ...part } });
const withoutPlace = (of: readonly NextPlace[], place: Position) =>
  of.filter((one) => String(one.place) !== String(place));

/** It stays, whatever else is chosen. */
export function pinNext({ candidate }: NextProposal): void {
  keepPlaces({ pinned: [...places[choice.kind].pinned, candidate] });
}

export function unpinNext({ key }: NextProposal): void {
  keepPlaces({ pinned: places[choice.kind].pinned.filter((one) => keyOf(one) !== key) });
}

/** Nothing is proposed at this place. */
export function forbidNext({ candidate: { place } }: NextProposal): void {
  const { pinned, forbidden } = places[choice.kind];
  keepPlaces({ pinned: withoutPlace(pinned, place), forbidden: [...forbidden, place] });
  focusedKey = null;
}

export function allowNext(place: Position): void {
  keepPlaces({ forbidden: places[choice.kind].forbidden.filter((one) => String(one) !== String(place)) });
}

/** A person has moved one: it is pinned where it is now. True: the tool that moved it has done its work. */
export function placeNext(before: Camera | Lamp | null, after: Camera | Lamp): true {
  const { pinned } = places[choice.kind];
  const [from, to] = [before && keyOf(placeOf(before)), placeOf(after)];
  keepPlaces({ pinned: [...pinned.filter((one) => keyOf(one) !== from), to] });
  focusedKey = keyOf(to);
  return true;
}

/** Where a person put it: on no pole that is known. */
const placeOf = (device: Camera | Lamp): NextPlace => {
  const { place } = device;
  return device.kind === 'camera'
    ? { place, poleId: null, facingDegrees: device.facingDegrees }
    : { place, poleId: null };
};

/** The device a proposal would be, as it is recorded when it is accepted. */
export const deviceOf = ({ candidate }: Pick<NextProposal, 'candidate'>, id = newId()): Camera | Lamp => {
  const { kind, owner, presetIds } = choice;
  const { place, facingDegrees = 0 } = candidate;
  return kind === 'camera'
    ? cameraOf(presetIds.camera, owner, place, facingDegrees, id)
    : lampOf(presetIds.lamp, owner, place, id);
};

function questionNow(): CoverageQuestion {
  const { kind, count, presetIds, owner, light, level: densityIndex } = choice;
  const { pinned, forbidden } = places[kind];
  // What is planned is not proposed once more.
  const common = { count: Math.max(0, count - pinned.length), counted: { isWithPlanned: true }, forbidden };
  if (kind === 'lamp')
    return { kind: 'lamps', asked: { ...common, kit: lampOf(presetIds.lamp, owner, [0, 0], ''), pinned } };
  const kit = cameraOf(presetIds.camera, owner, [0, 0], 0, '');
  const cameras = pinned.map((one) => ({ ...one, facingDegrees: one.facingDegrees ?? 0 }));
  return { kind: 'cameras', asked: { ...common, kit, densityIndex, light, pinned: cameras } };
}

/** For an effect: asks anew after each change that concerns it, while it is shown. */
export function keepNextAsked(): void {
  const { world } = calm;
  const question = questionNow();
  if (!whereNext.isOn || hasFailed || village.status !== 'open') return;
  const villageId = village.id;
  if (asked?.villageId === villageId && isSameToCoverage(asked.world, world) && isSameData(asked.question, question))
    return;
  asked = { villageId, world, question };
  isWorking = true;
  planner ??= startCoveragePlanner((answer) => {
    if (answer.kind === 'report' || !asked) return;
    found = { kind: answer.kind === 'cameras' ? 'camera' : 'lamp', next: answer.next, of: asked };
    isWorking = false;
  }, fail);
  planner.ask(world, question);
}

function forget(): void {
  planner?.stop();
  planner = null;
  asked = null;
  isWorking = false;
}

function fail(): void {
  forget();
  hasFailed = true;
}

/** Asks once more for what could not be had. */
export function retryNext(): void {
  hasFailed = false;
}

/** Leaving a village. */
export function resetNext(): void {
  forget();
  whereNext.isOn = false;
  found = null;
  choice = usual;
  places = { camera: none, lamp: none };
}

/** Accepts proposals as planned devices, all in one edit. */
export async function acceptNext(accepted: readonly NextProposal[]): Promise<void> {
  const devices = accepted.map((proposal) => deviceOf(proposal)).map(fieldsOfNew);
  const { kind } = choice;
  const taken = new Set(accepted.map(({ key }) => key));
  const done =
    kind === 'camera'
      ? perform('camera.addMany', { cameras: devices as Omit<Camera, 'kind' | 'version'>[] })
      : perform('lamp.addMany', { lamps: devices as Omit<Lamp, 'kind' | 'version'>[] });
  focusedKey = null;
  if (isRefusal(await done)) return;
  const { pinned } = places[kind];
  places = { ...places, [kind]: { ...places[kind], pinned: pinned.filter((one) => !taken.has(keyOf(one))) } };
  sayDone(t(`next.accepted.${kind}`, { count: accepted.length }));
}
