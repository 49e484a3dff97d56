import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { backgroundSource, openStreetMap } from '../../../web/map/background.ts';
import { houseAddressStates } from '../../../domain/coverage/houseAddressState.ts';
import { bold, medium } from '../../../web/map/fontNames.ts';
import { mapImages } from '../../../web/map/images/images.ts';
import { coverageItems, legendRows, litItems, seenItems } from '../../../web/map/legend.ts';
import { sourceIds } from '../../../web/map/sources.ts';
import { mapStyle, switchOf } from '../../../web/map/style.ts';
import { theme } from '../../../web/map/theme.ts';
import { mapVi } from '../../../web/i18n/map.vi.ts';

const fonts = Object.fromEntries(
  [...bold, ...medium].map((name) => [name, [{ url: 'https://example.org/font.woff2', 'unicode-range': ['U+0-FF'] }]]),
);
const plain = mapStyle({ theme, fonts, background: null });
const withBackground = mapStyle({ theme, fonts, background: backgroundSource(openStreetMap) });

/** Every string anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe('the style', () => {
  it.each([
    ['alone', plain],
    ['with a background', withBackground],
  ])('is valid by the specification, %s', (_name, style) => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('asks no glyph or sprite server', () => {
    expect(plain.glyphs).toBeUndefined();
    expect(plain.sprite).toBeUndefined();
  });

  it('is the same for the same theme, and only colours differ for another', () => {
    expect(mapStyle({ theme, fonts, background: null })).toEqual(plain);
    const other = mapStyle({ theme: { ...theme, paper: '#000000' }, fonts, background: null });
    expect(other.layers.map(({ id }) => id)).toEqual(plain.layers.map(({ id }) => id));
    expect(other).not.toEqual(plain);
  });

  it('names each layer once', () => {
    const ids = withBackground.layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws the background under everything but the paper', () => {
    expect(withBackground.layers[1]?.id).toBe('background');
    expect(plain.layers.some(({ id }) => id === 'background')).toBe(false);
  });

  it('draws lines and areas of the tool below names of roads, numbers of houses and texts of signs', () => {
    const switches = ['roadNames', 'houseNumbers', 'signs'];
    const isText = (layer: (typeof plain.layers)[number]) =>
      switches.includes(switchOf(layer) ?? '') && layer.layout !== undefined && 'text-field' in layer.layout;
    const isShape = (layer: (typeof plain.layers)[number]) =>
      'source' in layer && layer.source === 'tool' && (layer.type === 'line' || layer.type === 'fill');
    const shapes = plain.layers.flatMap((layer, index) => (isShape(layer) ? [index] : []));
    expect(shapes.length).toBeGreaterThan(3);
    expect(Math.max(...shapes)).toBeLessThan(plain.layers.findIndex(isText));
  });

  it('uses every source and no other', () => {
    const used = new Set(plain.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual([...sourceIds].sort());
  });

  it('paints every image it names, for every state', () => {
    const prefixes = ['pattern-', 'plate-', 'house-', 'sign-', 'camera-', 'lamp-', 'landmark-', 'use-'];
    const named = plain.layers
      .flatMap((layer) => [
        ...textsIn(layer.layout?.['icon-image' as never]),
        ...textsIn(layer.paint?.['fill-pattern' as never]),
      ])
      .filter((text) => prefixes.some((prefix) => text.startsWith(prefix)));
    expect(named.length).toBeGreaterThan(10);
    for (const text of named) {
      const exists = text.endsWith('-')
        ? Object.keys(mapImages).some((image) => image.startsWith(text))
        : text in mapImages;
      expect(exists, text).toBe(true);
    }
    for (const state of houseAddressStates) {
      expect(mapImages).toHaveProperty(`pattern-${state}`);
      expect(mapImages).toHaveProperty(`house-${state}`);
    }
  });

  it('writes only with fonts it declares', () => {
    const used = plain.layers.flatMap((layer) => textsIn(layer.layout?.['text-font' as never]));
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((name) => !(name in fonts))).toEqual([]);
  });
});

describe('the legend', () => {
  it('has one row for each switch, and each switch turns layers', () => {
    const layers = legendRows(true).map(({ layer }) => layer);
    expect(new Set(layers).size).toBe(layers.length);
    const switched = withBackground.layers.flatMap((layer) => switchOf(layer) ?? []);
    expect(new Set(switched)).toEqual(new Set(layers));
  });

  it('offers the background only where one is set, and asks for no tile until it is switched on', () => {
    expect(legendRows(false).map(({ layer }) => layer)).not.toContain('background');
    expect(withBackground.layers[1]?.layout).toEqual({ visibility: 'none' });
  });

  it('tells every look of a road while coverage is shown, each once', () => {
    const swatches = coverageItems.map(({ swatch }) => (swatch.kind === 'line' ? swatch.line : ''));
    expect(new Set(swatches).size).toBe(coverageItems.length);
    expect([...seenItems, ...litItems].filter((item) => !coverageItems.includes(item))).toEqual([]);
    for (const { labelKey } of coverageItems) expect(mapVi).toHaveProperty([labelKey]);
  });

  it('explains with images and texts that exist', () => {
    for (const row of legendRows(true)) {
      for (const { labelKey, swatch } of [row, ...row.items]) {
        expect(mapVi).toHaveProperty([labelKey]);
        if (swatch.kind === 'image') expect(mapImages).toHaveProperty([swatch.image]);
      }
    }
  });
});
