/** The rows of the legend: one a switch, with the images that explain it. */
import type { LayerId } from '../state/layerId.ts';
import type { MapTextKey } from '../i18n/map.vi.ts';
import type { mapImages } from './images/images.ts';
import type { HouseAddressState } from '../../domain/coverage/houseAddressState.ts';

export type LineSwatch =
  | 'road'
  | 'todo'
  | 'boundary'
  | 'candidate'
  | 'name'
  | 'background'
  | 'seenNone'
  | 'seenOne'
  | 'seenTwo'
  | 'seenMore'
  | 'view'
  | 'lit'
  | 'dark'
  | 'unlit';

/** A swatch is an image of the map by name (drawn by LegendSwatch.svelte), or a line. */
export type Swatch =
  | { readonly kind: 'image'; readonly image: keyof typeof mapImages & string }
  | { readonly kind: 'line'; readonly line: LineSwatch };

export interface LegendItem {
  readonly labelKey: MapTextKey;
  readonly swatch: Swatch;
}

export interface LegendRow extends LegendItem {
  readonly layer: LayerId;
  /** What the looks within the layer mean. */
  readonly items: readonly LegendItem[];
}

const image = (name: string): Swatch => ({ kind: 'image', image: name });
const line = (name: LineSwatch): Swatch => ({ kind: 'line', line: name });

const houseState = (state: HouseAddressState): LegendItem => ({
  labelKey: `map.house.${state}`,
  swatch: image(`pattern-${state}`),
});

const everyRow: readonly LegendRow[] = [
  { layer: 'boundary', labelKey: 'map.layer.boundary', swatch: line('boundary'), items: [] },
  {
    layer: 'roads',
    labelKey: 'map.layer.roads',
    swatch: line('road'),
    items: [{ labelKey: 'map.road.todo', swatch: line('todo') }],
  },
  { layer: 'roadNames', labelKey: 'map.layer.roadNames', swatch: line('name'), items: [] },
  {
    layer: 'houses',
    labelKey: 'map.layer.houses',
    swatch: image('house-issued'),
    items: [
      houseState('no-road'),
      houseState('no-number'),
      houseState('draft'),
      houseState('issued'),
      houseState('problem'),
      { labelKey: 'map.house.other-use', swatch: image('use-public') },
    ],
  },
  { layer: 'candidates', labelKey: 'map.layer.candidates', swatch: line('candidate'), items: [] },
  { layer: 'houseNumbers', labelKey: 'map.layer.houseNumbers', swatch: image('plate-issued'), items: [] },
  {
    layer: 'signs',
    labelKey: 'map.layer.signs',
    swatch: image('sign-installed'),
    items: [
      { labelKey: 'map.sign.proposed', swatch: image('sign-both-proposed') },
      { labelKey: 'map.sign.planned', swatch: image('sign-planned') },
      { labelKey: 'map.sign.ordered', swatch: image('sign-ordered') },
      { labelKey: 'map.sign.damaged', swatch: image('sign-damaged') },
      { labelKey: 'map.sign.missing', swatch: image('sign-missing') },
      { labelKey: 'map.sign.unread', swatch: image('sign-unread') },
    ],
  },
  {
    layer: 'cameras',
    labelKey: 'map.layer.cameras',
    swatch: image('camera-existing'),
    items: [
      { labelKey: 'map.camera.planned', swatch: image('camera-planned') },
      { labelKey: 'map.camera.household', swatch: image('camera-household-existing') },
    ],
  },
  {
    layer: 'lamps',
    labelKey: 'map.layer.lamps',
    swatch: image('lamp-existing'),
    items: [
      { labelKey: 'map.lamp.planned', swatch: image('lamp-planned') },
      { labelKey: 'map.lamp.broken', swatch: image('lamp-broken') },
    ],
  },
  {
    layer: 'checks',
    labelKey: 'map.layer.checks',
    swatch: image('check-error'),
    items: [
      { labelKey: 'map.check.error', swatch: image('check-error') },
      { labelKey: 'map.check.notice', swatch: image('check-notice') },
    ],
  },
  { layer: 'landmarks', labelKey: 'map.layer.landmarks', swatch: image('landmark-temple'), items: [] },
];

const backgroundRow: LegendRow = {
  layer: 'background',
  labelKey: 'map.layer.background',
  swatch: line('background'),
  items: [],
};

export const legendRows = (hasBackground: boolean): readonly LegendRow[] =>
  hasBackground ? [...everyRow, backgroundRow] : everyRow;

/** What the roads look like while coverage is shown. */
export const seenItems: readonly LegendItem[] = [
  { labelKey: 'map.coverage.none', swatch: line('seenNone') },
  { labelKey: 'map.coverage.one', swatch: line('seenOne') },
  { labelKey: 'map.coverage.two', swatch: line('seenTwo') },
  { labelKey: 'map.coverage.more', swatch: line('seenMore') },
];

export const litItems: readonly LegendItem[] = [
  { labelKey: 'map.coverage.litRoad', swatch: line('lit') },
  { labelKey: 'map.coverage.unlit', swatch: line('unlit') },
  { labelKey: 'map.coverage.darkLong', swatch: line('dark') },
];

export const coverageItems: readonly LegendItem[] = [
  { labelKey: 'map.coverage.cone', swatch: line('view') },
  ...seenItems,
  ...litItems,
];
