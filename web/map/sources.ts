/** The map's sources: which kinds of records each is made of, so that only what changed is made again. */
import type { RecordKind } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import { boundaryFeatures } from './features/boundaryFeatures.ts';
import { candidateFeatures } from './features/candidateFeatures.ts';
import type { MapFeatures } from './features/feature.ts';
import { houseFeatures } from './features/houseFeatures.ts';
import { cameraFeatures, lampFeatures, landmarkFeatures, signFeatures } from './features/pointFeatures.ts';
import { roadFeatures } from './features/roadFeatures.ts';

interface WorldSource {
  readonly kinds: readonly RecordKind[];
  readonly build: (world: World) => MapFeatures;
}

export const worldSources = {
  boundary: { kinds: ['village'], build: boundaryFeatures },
  roads: { kinds: ['road'], build: roadFeatures },
  // The village's numbering profile says how far an entrance may be from its road.
  houses: { kinds: ['house', 'address', 'road', 'village'], build: houseFeatures },
  candidates: { kinds: ['candidate'], build: candidateFeatures },
  signs: { kinds: ['sign'], build: signFeatures },
  cameras: { kinds: ['camera'], build: cameraFeatures },
  lamps: { kinds: ['lamp'], build: lampFeatures },
  landmarks: { kinds: ['landmark'], build: landmarkFeatures },
} as const satisfies Record<string, WorldSource>;

/** Sources that are not records: what is shown for a moment. */
export const passingSources = [
  'preview',
  'fishbone',
  'highlight',
  'releases',
  'incoming',
  'comparison',
  'tool',
  'here',
  'checks',
  'signPlan',
  'nextDevices',
  'views',
  'coverage',
] as const;

export type WorldSourceId = keyof typeof worldSources;
export type SourceId = WorldSourceId | (typeof passingSources)[number];

export const worldSourceIds = Object.keys(worldSources) as readonly WorldSourceId[];
export const sourceIds: readonly SourceId[] = [...worldSourceIds, ...passingSources];

/**
 * Sources that are empty most of the time and then for long: while they are, their layers cost no frame anything. Not
 * those that follow the hand: a layer that is turned on has its tiles made once more.
 */
export const restingSources: ReadonlySet<string> = new Set<SourceId>([
  'candidates',
  'signs',
  'cameras',
  'lamps',
  'landmarks',
  'preview',
  'releases',
  'incoming',
  'comparison',
  'here',
  'checks',
  'signPlan',
  'nextDevices',
  'views',
  'coverage',
]);

/** The sources whose records differ between two worlds: a map of untouched kind is the same object in both. */
export const changedSources = (before: World | undefined, after: World): readonly WorldSourceId[] =>
  worldSourceIds.filter(
    (id) => before === undefined || worldSources[id].kinds.some((kind) => before[kind] !== after[kind]),
  );
