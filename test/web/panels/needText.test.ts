import { describe, expect, it } from 'vitest';
import type { Position } from '../../../domain/geometry/shapes.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { readTexts, sideOf, unreadTexts } from '../../../web/panels/needText.ts';
import { aRoad, at, newId } from '../../domain/builders.ts';
import { across, road, upright, village } from '../../domain/signs/villages.ts';

describe('needs in words', () => {
  it('who comes from both sides of a road is told once', () => {
    const world = village(across, upright);
    const needs = siteSigns(world).needs.filter(
      ({ kind, fromRoadId }) => kind === 'choice' && fromRoadId === upright.id,
    );
    const [text, ...others] = unreadTexts(world, needs);
    expect(others).toEqual([]);
    expect(text).toMatch(
      /^Người đi Đường Bờ Ao từ phía (bắc và nam|nam và bắc) tới đây không đọc được tên Đường Đền Hàn\.$/u,
    );
    expect(readTexts(world, needs)[0]).toMatch(/^tên Đường Đền Hàn, cho người đi Đường Bờ Ao từ phía/u);
  });

  it('ends, long stretches and landmarks have their own words', () => {
    const stem = road('Đường Bờ Ao', [at(0, 0), at(0, 200)]);
    const temple = {
      kind: 'landmark',
      id: newId(),
      version: 1,
      landmarkKind: 'temple',
      name: 'Đền Hàn',
      place: at(10, 100),
    } as const;
    const world = village(road('Đường Dài', [at(-500, 0), at(0, 0), at(500, 0)]), stem, temple);
    const { needs } = siteSigns(world);
    const of = (kind: (typeof needs)[number]['kind']) =>
      unreadTexts(
        world,
        needs.filter((need) => need.kind === kind),
      );
    expect(of('end')[0]).toMatch(/^Người vào thôn theo Đường Dài từ phía (tây|đông)/u);
    expect(of('landmark')).toEqual([
      expect.stringMatching(/^Người đi Đường Dài từ phía .* tới đây không biết rẽ lối nào để đến Đền Hàn\.$/u),
    ]);
  });

  it('two ways without a name, or two lanes of one number, do not say the same twice', () => {
    const stubs = [-3, 3].map((east) => road(null, [at(east, 0), at(east, -200)]));
    const lane = (parentRoadId: string, from: Position, to: Position) =>
      aRoad(from, to, { class: 'lane', numberName: '5', parentRoadId });
    const other = road('Đường Bờ Ao', [at(0, 0), at(0, 500)]);
    const lanes = [lane(across.id, at(-9, 0), at(-9, -150)), lane(other.id, at(0, 9), at(150, 9))];
    const world = village(across, other, ...stubs, ...lanes);
    const needs = siteSigns(world).needs.filter(({ kind }) => kind === 'choice');
    const comingFrom = new Set(needs.map(({ fromRoadId }) => fromRoadId));
    expect(stubs.every(({ id }) => comingFrom.has(id))).toBe(true);
    for (const texts of [unreadTexts(world, needs), readTexts(world, needs)])
      expect(texts).toHaveLength(new Set(texts).size);
    expect(unreadTexts(world, needs).join(' ')).toMatch(/tên Ngõ 5, Đường Đền Hàn.*tên Ngõ 5, Đường Bờ Ao/u);
  });

  it('the side is where one comes from', () => {
    expect([sideOf([0, 1]), sideOf([1, 0]), sideOf([-0.7, 0.7]), sideOf([0.1, -1])]).toEqual([4, 6, 3, 0]);
  });
});
