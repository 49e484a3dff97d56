import { describe, expect, it } from 'vitest';
import { restingSources, sourceIds } from '../../../web/map/sources.ts';
import { mapStyle } from '../../../web/map/style.ts';
import { emptySources, isDrawn } from '../../../web/map/switching.svelte.ts';
import { theme } from '../../../web/map/theme.ts';
import type { LayerId } from '../../../web/state/layerId.ts';

const { layers } = mapStyle({ theme, fonts: {}, background: null });
const drawn = (shown: Partial<Parameters<typeof isDrawn>[1]>): ReadonlySet<string> =>
  new Set(
    layers
      .filter((layer) =>
        isDrawn(layer, { hidden: new Set(), isPlanShown: false, isCoverageShown: false, empty: new Set(), ...shown }),
      )
      .map(({ id }) => id),
  );
const sourcesOf = (ids: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(layers.flatMap((layer) => ('source' in layer && ids.has(layer.id) ? layer.source : [])));

describe('a layer of the map', () => {
  it('is drawn while its switch is on and its source holds something', () => {
    expect(drawn({}).size).toBe(layers.length);
    const withoutSigns = drawn({ hidden: new Set<LayerId>(['signs']) });
    expect(withoutSigns.has('sign-posts')).toBe(false);
    expect(withoutSigns.has('lamps')).toBe(true);
    const noLamps = drawn({ empty: new Set(['lamps']) });
    expect(['lamps', 'lamp-glow'].filter((id) => noLamps.has(id))).toEqual([]);
    expect(noLamps.has('sign-posts')).toBe(true);
  });

  it('of what comes and goes with the hand stays, also while there is nothing', () => {
    const there = sourcesOf(drawn({ empty: new Set(sourceIds) }));
    expect(there).toEqual(new Set(sourceIds.filter((id) => !restingSources.has(id))));
    for (const id of ['tool', 'highlight', 'fishbone']) expect(there.has(id), id).toBe(true);
  });

  it('with the present numbers gives way to a plan', () => {
    expect(drawn({ isPlanShown: true }).has('house-numbers')).toBe(false);
    expect(drawn({ isPlanShown: false }).has('house-numbers')).toBe(true);
  });

  it('that only stands for light gives way to what is lit', () => {
    const standIns = ['lamp-glow'];
    expect(standIns.filter((id) => drawn({}).has(id))).toEqual(standIns);
    expect(standIns.filter((id) => drawn({ isCoverageShown: true }).has(id))).toEqual([]);
    expect(drawn({ isCoverageShown: true }).size).toBe(layers.length - standIns.length);
  });

  it('knows which sources hold nothing: at first all', () => {
    const empty = emptySources();
    expect(empty.ids).toEqual(new Set(sourceIds));
    empty.follow('signs', false);
    expect(empty.ids.has('signs')).toBe(false);
    expect(empty.ids.size).toBe(sourceIds.length - 1);
    empty.follow('signs', true);
    empty.follow('signs', true);
    expect(empty.ids).toEqual(new Set(sourceIds));
  });
});
