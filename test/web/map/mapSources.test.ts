import type { Map as MapLibre } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { collection, lineFeature, noFeatures, pointFeature } from '../../../web/map/features/feature.ts';
import { mapSources } from '../../../web/map/mapSources.ts';
import { at } from '../../domain/builders.ts';

/** What is sent to the one source of a map. */
function shown() {
  const source = { setData: vi.fn(), updateData: vi.fn() };
  const show = mapSources(() => ({ getSource: () => source }) as unknown as MapLibre);
  return { ...source, show };
}

const plate = (id: string, number: string) => pointFeature(at(0, 0), { id, role: 'plate', number });

describe('a source of the map', () => {
  it('begins empty: nothing is sent to keep it so', () => {
    const { show, setData, updateData } = shown();
    show('checks', noFeatures);
    expect([setData, updateData].map(({ mock }) => mock.calls)).toEqual([[], []]);
  });

  it('is sent what differs, by ids', () => {
    const { show, setData, updateData } = shown();
    show('preview', collection([plate('a', '1'), plate('b', '3'), plate('c', '5')]));
    expect(setData).toHaveBeenCalledOnce();
    show('preview', collection([plate('a', '1'), plate('b', '3'), plate('c', '7')]));
    expect(setData).toHaveBeenCalledOnce();
    expect(updateData.mock.calls).toEqual([[{ remove: [], add: [plate('c', '7')] }]]);
  });

  it('without ids is sent whole, and only where something differs', () => {
    const { show, setData } = shown();
    const outline = (role: string) => collection([lineFeature(line, { role })]);
    const line = [at(0, 0), at(5, 0)];
    show('highlight', outline('selected'));
    show('highlight', outline('selected'));
    expect(setData).toHaveBeenCalledOnce();
    show('highlight', outline('hover'));
    expect(setData).toHaveBeenCalledTimes(2);
    show('highlight', noFeatures);
    expect(setData).toHaveBeenLastCalledWith(noFeatures);
    show('highlight', noFeatures);
    expect(setData).toHaveBeenCalledTimes(3);
  });
});
