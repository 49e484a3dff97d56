import { describe, expect, it } from 'vitest';
import { villageFrameOf } from '../../../domain/records/villageFrame.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { openPlaces, plannedPosts } from '../../../domain/signs/plannedPosts.ts';
import { signPlanFeatures, type ShownPlan } from '../../../web/map/features/signPlanFeatures.ts';
import { shortText } from '../../../web/map/features/signText.ts';
import { mapImages } from '../../../web/map/images/images.ts';
import { signLooks } from '../../../web/map/images/signMarks.ts';
import { keyed } from '../../../web/map/features/difference.ts';
import { across, upright, village } from '../../domain/signs/villages.ts';
import { at } from '../../domain/builders.ts';

const world = village(across, upright);
const plan = siteSigns(world);
const posts = plannedPosts(plan);
const shown = (more: Partial<ShownPlan> = {}) =>
  signPlanFeatures({ posts, opens: [], focusedKey: null, arrivals: [], frame: villageFrameOf(world), ...more })
    .features;
const rolesOf = (features: ReturnType<typeof shown>, role: string) =>
  features.filter(({ properties }) => properties['role'] === role);

describe('the plan on the map', () => {
  it('is a post, its plates as they are turned, and one text for all of them', () => {
    const features = shown();
    expect(rolesOf(features, 'post')).toHaveLength(5);
    expect(rolesOf(features, 'plate')).toHaveLength(6);
    const texts = rolesOf(features, 'text').map(({ properties }) => properties['text']);
    expect(texts.filter((text) => String(text).includes('\n'))).toHaveLength(1);
  });

  it('each feature can be told apart, so that only what changes is drawn again', () => {
    const arrivals = plan.needs.map((need) => ({ need, state: 'read' as const }));
    expect(keyed(shown({ arrivals }))).not.toBeNull();
  });

  it('marks the post that is looked at', () => {
    const focused = shown({ focusedKey: posts[0]!.key }).filter(({ properties }) => properties['focused'] === true);
    expect(new Set(focused.map(({ properties }) => properties['key']))).toEqual(new Set([posts[0]!.key]));
  });

  it('who arrives and misses any name is drawn as one who cannot read, each way once', () => {
    const choices = plan.needs.filter(({ kind, fromRoadId }) => kind === 'choice' && fromRoadId === upright.id);
    const arrivals = [
      ...choices.map((need) => ({ need, state: 'read' as const })),
      { need: choices[0]!, state: 'open' as const },
    ];
    const lines = rolesOf(shown({ arrivals }), 'arrival');
    expect(lines.map(({ properties }) => properties['state']).sort()).toEqual(['open', 'read']);
    // From afar to the junction, the way he goes.
    const [line] = lines;
    const ends = (line!.geometry.coordinates as readonly (readonly [number, number])[]).map(([, lat]) =>
      Math.abs(lat - at(0, 0)[1]),
    );
    expect(ends.at(-1)).toBeLessThan(ends[0]!);
  });

  it('places where a name cannot be read are marked', () => {
    const refused = Array.from({ length: 41 * 41 }, (_, index) => at((index % 41) - 20, Math.floor(index / 41) - 20));
    const opens = openPlaces(world, siteSigns(world, undefined, refused));
    expect(opens).toHaveLength(1);
    expect(rolesOf(shown({ opens }), 'open')).toHaveLength(1);
  });
});

it('from farther off a lane’s plate says its number alone', () => {
  expect(shortText('lane-mouth', 'NGÕ 5\nĐƯỜNG ĐỀN HÀN\nSỐ 1 → 23')).toBe('NGÕ 5');
  expect(shortText('road-name', 'ĐƯỜNG\nĐỀN HÀN')).toBe('ĐƯỜNG ĐỀN HÀN');
});

describe('the looks of signs', () => {
  const states = ['proposed', 'planned', 'ordered', 'installed', 'damaged', 'missing'] as const;

  it('differ by shape, whoever looks: without any colour no two are the same', () => {
    const shapes = states.map((state) => {
      const { dash, inner, isStruck, ground } = signLooks[state];
      return [dash.join('/'), inner !== null, isStruck, ground === 'white' ? 'open' : 'filled'].join();
    });
    expect(new Set(shapes).size).toBe(states.length);
  });

  it('have an image from above, read from one side or both, and a plate', () => {
    for (const state of states)
      for (const name of [`sign-${state}`, `sign-both-${state}`, `plate-sign-${state}`])
        expect(mapImages).toHaveProperty([name]);
  });
});
