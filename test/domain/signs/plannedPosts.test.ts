import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../domain/geometry/localFrame.ts';
import { siteSigns } from '../../../domain/signs/siting.ts';
import { newSignOf, openPlaces, planFigures, plannedPosts, signOf } from '../../../domain/signs/plannedPosts.ts';
import { aHouse, aRoad, at, newId } from '../builders.ts';
import { rectangle } from '../edits/doing.ts';
import { accepted, across, upright, village, withSigns } from './villages.ts';

const world = village(across, upright);
const plan = siteSigns(world);

describe('a plan as a person meets it', () => {
  it('is posts with their plates, each post once', () => {
    const posts = plannedPosts(plan);
    expect(posts).toHaveLength(5);
    expect(posts.flatMap(({ plates }) => plates)).toHaveLength(plan.proposals.length);
    const crossing = posts.find(({ place }) => distanceMeters(place, at(0, 0)) < 20)!;
    expect(crossing).toMatchObject({ isNew: true, plates: [{ signKind: 'road-name' }, { signKind: 'road-name' }] });
  });

  it('plates a hand apart hang on one post, as an order counts them', () => {
    const [first] = plan.proposals;
    const [lng, lat] = first!.place;
    const beside = { ...first!, place: [lng + 0.000003, lat] as const };
    expect(plannedPosts({ ...plan, proposals: [first!, beside] })).toMatchObject([
      { place: first!.place, plates: [{ place: first!.place }, { place: beside.place }] },
    ]);
  });

  it('a post keeps its key when the plan is made again', () => {
    const again = siteSigns(withSigns(world, []));
    expect(plannedPosts(again).map(({ key }) => key)).toEqual(plannedPosts(plan).map(({ key }) => key));
  });

  it('tells how much is served now, and with everything accepted', () => {
    expect(planFigures(plan, plannedPosts(plan))).toEqual({
      ...{ needs: plan.needs.length, served: 0, servedWithAll: plan.needs.length },
      ...{ plates: 6, posts: 5, newPosts: 5 },
    });
    const all = withSigns(world, plan.proposals.map(accepted));
    const done = siteSigns(all);
    expect(planFigures(done, plannedPosts(done))).toMatchObject({ served: plan.needs.length, plates: 0, posts: 0 });
  });

  it('where nothing can be done, the place and the reasons stand together', () => {
    const lane = aRoad(at(0, 0), at(0, 300), {
      class: 'lane',
      numberName: '5',
      parentRoadId: across.id,
      widthMeters: 2,
    });
    const walls = [rectangle(1.05, 3.05, 200, 30), rectangle(-201.05, 3.05, 200, 30), rectangle(-300, -33.05, 600, 30)];
    const narrow = village(across, lane, ...walls.map((footprint) => aHouse(at(0, 40), { footprint })));
    const [open, ...others] = openPlaces(narrow, siteSigns(narrow)).filter(
      ({ needs }) => needs[0]!.need.kind === 'choice',
    );
    expect(others).toEqual([]);
    expect(distanceMeters(open!.place, at(0, 0))).toBeLessThan(1);
    expect(open!.needs.map(({ reason }) => reason)).toContain('no-place');
  });

  it('a proposal becomes a planned sign that keeps its landmark', () => {
    const proposal = { ...plan.proposals[0]!, landmarkId: newId() };
    const sign = signOf(proposal, newId());
    expect(sign).toMatchObject({
      state: 'planned',
      priceVnd: null,
      place: proposal.place,
      landmarkId: proposal.landmarkId,
    });
    expect(newSignOf(sign)).not.toHaveProperty('version');
  });
});
