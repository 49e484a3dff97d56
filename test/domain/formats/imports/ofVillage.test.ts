import { describe, expect, it } from 'vitest';
import type { FileShape } from '../../../../domain/formats/files/fileShape.ts';
import { rowsOfVillage } from '../../../../domain/formats/imports/ofVillage.ts';
import { aVillage, at } from '../../builders.ts';

const village = aVillage({ name: 'Thôn Chí Phúc' });
const row = (cells: readonly (string | null)[], geometry: FileShape | null = null) => ({ row: 2, cells, geometry });

describe('the rows of a village in a file of many', () => {
  it('are told by the column that names it, however it is written', () => {
    const found = rowsOfVillage(village, ['STT', 'Họ tên', 'Thôn, xóm'], false)!;
    expect(found.by).toEqual({ column: 'Thôn, xóm' });
    for (const name of ['Chí Phúc', 'thôn CHÍ PHÚC', 'Chi Phuc (thôn)', ' Thôn  Chí Phúc '])
      expect([name, found.isOf(row(['1', 'A', name]))]).toEqual([name, true]);
    for (const name of ['Chí Phúc 2', 'Phúc', '', null])
      expect([name, found.isOf(row(['1', 'A', name]))]).toEqual([name, false]);
  });

  it('are told by where they lie, and a line that passes through counts', () => {
    const found = rowsOfVillage(village, ['name'], true)!;
    expect(found.by).toBe('place');
    expect(found.isOf(row(['a'], { type: 'Point', coordinates: at(0, 0) }))).toBe(true);
    expect(found.isOf(row(['a'], { type: 'LineString', coordinates: [at(-9000, 0), at(9000, 0)] }))).toBe(true);
    expect(found.isOf(row(['a'], { type: 'Point', coordinates: at(9000, 0) }))).toBe(false);
    expect(found.isOf(row(['a'], { type: 'MultiPoint', coordinates: [] }))).toBe(false);
    expect(found.isOf(row(['a']))).toBe(false);
  });

  it('cannot be told where nothing names it', () => {
    expect(rowsOfVillage(village, ['STT', 'Họ tên'], false)).toBeNull();
  });
});
