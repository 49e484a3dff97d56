/** Choices for the fields of records, in the language of the interface. */
import { compareVietnamese } from '../../domain/addressing/vietnameseText.ts';
import { carriesAddresses } from '../../domain/addressing/network.ts';
import { cameraPresets, lampPresets } from '../../domain/coverage/devicePresets.ts';
import type { EditKind } from '../../domain/edits/registry.ts';
import { editKinds } from '../../domain/permissions.ts';
import type { ExternalScheme } from '../../domain/records/externalCode.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { HouseState } from '../../domain/records/house.ts';
import type { LightSource } from '../../domain/records/lamp.ts';
import type {
  DirectionRule,
  FilledProfileOf,
  LaneNames,
  ProfileId,
  SeriesRules,
} from '../../domain/records/numberingProfile.ts';
import type { MadeFor, Road } from '../../domain/records/road.ts';
import type { Sign, SignState } from '../../domain/records/sign.ts';
import type { World } from '../../domain/records/world.ts';
import { t } from '../i18n/t.ts';
import { roadsInOrder } from '../state/lists.ts';
import { choices, type Option } from './drawnOptions.ts';
import { roadTitle } from './label.ts';

const madeForKinds: readonly MadeFor[] = ['vehicles', 'fields', 'feet'];
const roadStates: readonly Road['state'][] = ['existing', 'planned', 'closed'];
const houseStates: readonly HouseState[] = ['standing', 'building', 'vacant', 'demolished'];
const signStates: readonly SignState[] = ['planned', 'ordered', 'installed', 'damaged', 'missing', 'removed'];
const posts: readonly Sign['post'][] = ['new', 'existing-pole', 'wall'];
const lightSources: readonly LightSource[] = ['led', 'sodium', 'mercury', 'compact', 'solar'];
const schemes: readonly ExternalScheme[] = ['ndas10', 'vpostcode', 'vnpt', 'location12'];

type SubjectOf<K extends EditKind> = K extends `${infer Subject}.${string}` ? Subject : never;

/** What edits are about: the first word of their kinds. */
const subjects = [...new Set(editKinds.map((kind) => kind.split('.')[0]))] as readonly SubjectOf<EditKind>[];

const profiles: readonly ProfileId[] = ['vn-2024', 'metric', 'groups'];
const intervals = ['1', '10', '20'] as const;
const groupForms: readonly FilledProfileOf<'groups'>['houseForm'][] = ['group', 'road-group'];
const insertions: readonly SeriesRules['insertion'][] = ['letter', 'dash'];
const oneSided: readonly SeriesRules['oneSidedLanes'][] = ['keep-parity', 'continuous'];
const laneNames: readonly LaneNames[] = ['adjacent', 'serial', 'own'];
const directions: readonly DirectionRule['by'][] = ['compass', 'centre', 'drawn'];

export const profileOptions = choices(profiles, (value) => `profile.${value}`);
export const intervalOptions = choices(intervals, (value) => `profile.interval.${value}`);
export const groupFormOptions = choices(groupForms, (value) => `profile.houseForm.${value}`);
export const insertionOptions = choices(insertions, (value) => `profile.insertion.${value}`);
export const oneSidedOptions = choices(oneSided, (value) => `profile.oneSided.${value}`);
export const laneNameOptions = choices(laneNames, (value) => `profile.laneNames.${value}`);
export const directionOptions = choices(directions, (value) => `profile.direction.${value}`);
export const subjectOptions = choices(subjects, (value) => `subject.${value}`);
export const madeForOptions = choices(madeForKinds, (value) => `madeFor.${value}`);
export const roadStateOptions = choices(roadStates, (value) => `roadState.${value}`);
export const houseStateOptions = choices(houseStates, (value) => `houseState.${value}`);
export const signStateOptions = choices(signStates, (value) => `signState.${value}`);
export const postOptions = choices(posts, (value) => `post.${value}`);
export const lightSourceOptions = choices(lightSources, (value) => `lightSource.${value}`);
export const schemeOptions = choices(schemes, (value) => `scheme.${value}`);

/** Common kinds of cameras and streetlights; the first choice stands for figures that are those of none. */
export const cameraPresetOptions = (): readonly Option<string | null>[] => [
  { value: null, label: t('preset.none') },
  ...cameraPresets.map(({ id, body, label: figures, fields: { nightRangeMeters: night } }) => ({
    value: id,
    label: t('preset.cameraIs', { body: t(`body.${body}`), figures, night }),
  })),
];
export const lampPresetOptions = (): readonly Option<string | null>[] => [
  { value: null, label: t('preset.none') },
  ...lampPresets.map(({ id, label: figures, fields: { lightSource } }) => ({
    value: id,
    label: t('preset.lampIs', { source: t(`lightSource.${lightSource}`), figures }),
  })),
];

/** What a direction sign may point to; the first choice is none. */
export const landmarkOptions = (world: World): readonly Option<Id | null>[] => [
  { value: null, label: t('care.noLandmark') },
  ...[...world.landmark.values()]
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => compareVietnamese(a.label, b.label)),
];

/** All ways by name, lanes under their roads; the first choice is none. */
export function roadOptions(world: World, noneLabel: string, exceptId: Id | null = null): readonly Option<Id | null>[] {
  return roadChoices(world, noneLabel, (road) => road.id !== exceptId);
}

/** Ways a house can be addressed on, and the one chosen for it even if it no longer is one. */
export function houseRoadOptions(
  world: World,
  noneLabel: string,
  chosenRoadId: Id | null,
): readonly Option<Id | null>[] {
  return roadChoices(world, noneLabel, (road) => carriesAddresses(road) || road.id === chosenRoadId);
}

function roadChoices(
  world: World,
  noneLabel: string,
  isOffered: (road: Road) => boolean,
): readonly Option<Id | null>[] {
  const named = roadsInOrder(world)
    .filter(({ road }) => isOffered(road))
    .map(({ road, depth }) => ({ value: road.id, label: `${'– '.repeat(depth)}${roadTitle(world, road)}` }));
  return [{ value: null, label: noneLabel }, ...named];
}
