import type { Map as MapLibre } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { collection, lineFeature, noFeatures, pointFeature } from '../../../web/map/features/feature.ts';
import { mapSources } from '../../../web/map/mapSources.ts';
import { at } from '../../domain/builders.ts';

/** What is sent to the one source of a map. */
function shown() {
  const source = { setData: vi.fn(), updateData: vi.fn() };
  const emptied = vi.fn();
  const show = mapSources(() => ({ getSource: () => source }) as unknown as MapLibre, emptied);
  return { ...source, show, emptied };
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

  it('tells when it comes to hold something, and nothing', () => {
    const { show, emptied } = shown();
    show('preview', noFeatures);
    show('preview', collection([plate('a', '1')]));
    show('preview', collection([plate('a', '1'), plate('b', '3')]));
    show('preview', noFeatures);
    show('highlight', collection([lineFeature([at(0, 0), at(5, 0)], { role: 'hover' })]));
    expect(emptied.mock.calls).toEqual([
      ['preview', false],
      ['preview', true],
      ['highlight', false],
    ]);
  });

  it('follows its features whatever stays in its place, comes between, goes or is sent twice', () => {
    const { show, setData, updateData } = shown();
    const plates = Array.from({ length: 12 }, (_, index) => plate(`house ${index}`, String(index)));
    show('houses', collection(plates));
    const ids = new Set(plates.map(({ id }) => id!));
    const follow = () => {
      const [change] = updateData.mock.lastCall as [{ remove: string[]; add: { id: string }[] }];
      for (const id of change.remove) ids.delete(id);
      for (const { id } of change.add) ids.add(id);
      return { remove: change.remove, add: change.add.map(({ id }) => id) };
    };
    const renumbered = plates.with(2, plate('house 2', '2A')).with(9, plate('house 9', '9A'));
    show('houses', collection(renumbered));
    expect(follow()).toEqual({ remove: [], add: ['house 2/plate', 'house 9/plate'] });
    const fewer = renumbered.filter((_, index) => index !== 4 && index !== 7);
    show('houses', collection(fewer));
    expect(follow()).toEqual({ remove: ['house 4/plate', 'house 7/plate'], add: [] });
    const more = [...fewer.slice(0, 3), plate('house 12', '12'), ...fewer.slice(3), plates[4]!];
    show('houses', collection(more));
    expect(follow()).toEqual({ remove: [], add: ['house 12/plate', 'house 4/plate'] });
    expect(ids).toEqual(new Set(more.map(({ id }) => id)));
    expect(setData).toHaveBeenCalledOnce();
    // One that has the id of another at its other end cannot be told apart from it.
    show('houses', collection([...more, plate('house 0', '0A')]));
    expect(setData).toHaveBeenCalledTimes(2);
    show('houses', collection(plates));
    expect(setData).toHaveBeenCalledTimes(3);
  });
});
