/** What the signs of a village serve is told without siting any more of them, and is what the siting tells. */
import { describe, expect, it } from 'vitest';
import type { Need } from '../../../domain/signs/needs.ts';
import { servedBySigns } from '../../../domain/signs/reevaluate.ts';
import { countServers, needsOf, siteSigns } from '../../../domain/signs/siting.ts';
import { signGroundOf, signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { defaultSignSettings } from '../../../domain/records/village.ts';
import { aHouse, aLandmark, at, aVillage, aWorld } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';
import { accepted, across, road, upright, withSigns } from './villages.ts';

const settings = { signSettings: { ...defaultSignSettings, repeatMeters: 120 } };
const bare = aWorld(
  ...[aVillage(settings), across, upright, road('Đường Mới', [at(250, -500), at(250, 0), at(250, 300)])],
  ...[aHouse(at(12, 12), { footprint: rectangle(9, 9, 8, 8) }), aLandmark(at(30, 200), { landmarkKind: 'temple' })],
);
const all = siteSigns(bare, signProfileOf(bare)).proposals.map(accepted);

const words = (needs: readonly Need[]) =>
  needs.map(({ kind, subject, fromRoadId, at }) => [kind, subject.key, fromRoadId, ...at]).sort();

describe('what signs serve', () => {
  const parts = {
    'all of a plan': all,
    'every other sign': all.filter((_, index) => index % 2 === 0),
    'the first third': all.slice(0, Math.ceil(all.length / 3)),
    'none at all': [],
    'one that is gone': all.map((sign, index) => (index === 0 ? { ...sign, state: 'missing' as const } : sign)),
  };
  it('there is enough of it to compare', () => {
    expect(all.length).toBeGreaterThan(8);
    expect(
      siteSigns(withSigns(bare, all), signProfileOf(bare)).standing.flatMap(({ serves }) => serves).length,
    ).toBeGreaterThan(8);
  });
  for (const [name, signs] of Object.entries(parts)) {
    it(`${name}: as the siting tells it, sign by sign, and what no other serves`, () => {
      const world = withSigns(bare, signs);
      const { standing } = siteSigns(world, signProfileOf(world));
      const ground = signGroundOf(world);
      const served = servedBySigns(ground, needsOf(ground));
      const [ours, theirs] = [[...served.values()].map((serves) => ({ serves })), standing].map(countServers);
      const alone = (serves: readonly Need[], servers: ReadonlyMap<Need, number>) =>
        words(serves.filter((need) => servers.get(need) === 1));
      for (const { id } of signs) {
        const serves = served.get(id) ?? [];
        const expected = standing.find(({ sign }) => sign.id === id)?.serves ?? [];
        expect([id, words(serves)]).toEqual([id, words(expected)]);
        expect([id, alone(serves, ours!)]).toEqual([id, alone(expected, theirs!)]);
      }
    });
  }
});
