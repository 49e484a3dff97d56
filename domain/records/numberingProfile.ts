/** Numbering profiles: how a village gives numbers, and the choices the law leaves open, recorded once. */
import * as Type from 'typebox';
import { Position } from '../geometry/shapes.ts';
import type { Plain } from '../plain.ts';
import { oneOf, optional, orNull, record, text } from './fields.ts';

/**
 * Which end of a road (đường) its numbers begin at: by compass (RULES R2), or as the commune decides for special roads
 * (radial ones: centre outwards), with its reason. Lanes always run from their mouth inward (RULES L3).
 */
export const DirectionRule = Type.Union([
  record({ by: Type.Literal('compass') }),
  record({ by: Type.Literal('centre'), centre: Position, reason: text(200) }),
  record({ by: Type.Literal('drawn'), reason: text(200) }),
]);
export type DirectionRule = Plain<typeof DirectionRule>;

/**
 * Where an unnamed lane takes its number from: the house before its mouth (RULES L1; under the metric profile, the
 * measure of its mouth), the order of mouths along its road ("Ngõ 1, 2, 3"; RULES §2.2), or nowhere: it needs a name.
 */
export const LaneNames = oneOf('adjacent', 'serial', 'own');
export type LaneNames = Plain<typeof LaneNames>;

/** Optional fields are those that villages stored by earlier versions do not have: see `filledProfile`. */
const everyProfile = {
  /** A house farther than this from every road is reported, not numbered. */
  maxEntranceDistanceMeters: Type.Number({ minimum: 5, maximum: 500 }),
  direction: optional(DirectionRule),
  laneNames: optional(LaneNames),
  /** Years before the number of a house that is gone may be given to another. */
  numberRestYears: optional(Type.Integer({ minimum: 0, maximum: 100 })),
};

const series = {
  /** How a house between two consecutive numbers is told apart: 20A or 20-1 (RULES R5). */
  insertion: oneOf('letter', 'dash'),
  /** Leave out Đ after D because plates and SMS lose its bar (RULES §1.4). */
  skipDStroke: Type.Boolean(),
  /** One-sided lanes: keep one parity, or number 1, 2, 3… (RULES §1.5, silent point iii). */
  oneSidedLanes: oneOf('keep-parity', 'continuous'),
  /** Width of a plot for which one number is kept free along a vacant stretch; null keeps none (R4). */
  reservePlotWidthMeters: orNull(Type.Number({ minimum: 3, maximum: 200 })),
};

/** Numbers one after another, odd left and even right (TT 08/2024/TT-BXD, Art. 6–7; RULES §1.4–1.5). */
const SequentialProfile = record({ id: Type.Literal('vn-2024'), ...series, ...everyProfile });

/**
 * Numbers from the measure, odd left and even right, so that a new house never needs its neighbours' numbers.
 * - 20: a base number for every 20 m and side (Republic of Korea, Road Name Address Act: 1 and 2 on the first 20 m);
 * - 10: metres divided by ten (Australia and New Zealand, AS/NZS 4819:2011, rural addresses: 2,300 m on the right is 230);
 * - 1: metres (France, numérotation métrique, guide of the Base Adresse Locale: 20 m on the right is 20).
 */
const MetricProfile = record({
  id: Type.Literal('metric'),
  intervalMeters: Type.Union([Type.Literal(1), Type.Literal(10), Type.Literal(20)]),
  ...everyProfile,
});

/**
 * Groups of houses on internal ways that have no name (TT 08/2024/TT-BXD, Art. 11–12; RULES §1.6): A10, B15; other roads
 * as under vn-2024.
 */
const GroupProfile = record({
  id: Type.Literal('groups'),
  /** group: A10, on ways without a name only; road-group: also on named roads, with their initials: BL.A-10. */
  houseForm: oneOf('group', 'road-group'),
  /** Between two entrances farther apart than this a new group begins, as at a lane; null: only at lanes. */
  groupGapMeters: orNull(Type.Number({ minimum: 5, maximum: 500 })),
  ...series,
  ...everyProfile,
});

export const NumberingProfile = Type.Union([SequentialProfile, MetricProfile, GroupProfile]);
export type NumberingProfile = Plain<typeof NumberingProfile>;
export type ProfileId = NumberingProfile['id'];

/** What a series of numbers follows, under any profile that has series. */
export type SeriesRules = Pick<Plain<typeof SequentialProfile>, keyof typeof series>;

type Filled<P> = P extends unknown ? Required<P> : never;
/** A profile with every choice made. */
export type FilledProfile = Filled<NumberingProfile>;
export type FilledProfileOf<I extends ProfileId> = Extract<FilledProfile, { readonly id: I }>;

const everyDefault = {
  maxEntranceDistanceMeters: 80,
  direction: { by: 'compass' },
  laneNames: 'adjacent',
  numberRestYears: 5,
} as const;

const seriesDefault = {
  insertion: 'letter',
  skipDStroke: false,
  oneSidedLanes: 'keep-parity',
  reservePlotWidthMeters: null,
} as const;

export const defaultNumberingProfile: FilledProfileOf<'vn-2024'> = { id: 'vn-2024', ...seriesDefault, ...everyDefault };

/** Each profile as it is proposed to a village that chooses it. */
export const profileDefaults: { readonly [I in ProfileId]: FilledProfileOf<I> } = {
  'vn-2024': defaultNumberingProfile,
  metric: { id: 'metric', intervalMeters: 10, ...everyDefault },
  groups: { id: 'groups', houseForm: 'group', groupGapMeters: null, ...seriesDefault, ...everyDefault },
};

/** A stored profile with the choices it does not name as they are by default. */
export const filledProfile = (profile: NumberingProfile): FilledProfile => ({
  ...profileDefaults[profile.id],
  ...profile,
});

/** How numbers between two others are written under a profile: sub-numbers by measure have a dash. */
export const insertionOf = (profile: NumberingProfile): SeriesRules['insertion'] =>
  profile.id === 'metric' ? 'dash' : profile.insertion;

/** Another profile with the choices of the one before, as far as it knows them. */
export function profileAs<I extends ProfileId>(id: I, before: FilledProfile): FilledProfileOf<I> {
  const known = Object.keys(profileDefaults[id]);
  const kept = Object.entries(before).filter(([choice]) => choice !== 'id' && known.includes(choice));
  return { ...profileDefaults[id], ...Object.fromEntries(kept) };
}
