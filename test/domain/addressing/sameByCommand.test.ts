/** What `sonha number` says of houses the app says too: the same road, measure, side and number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDefaultEntrances } from '../../../domain/addressing/defaultEntrance.ts';
import { numberFresh, type FreshAddress } from '../../../domain/addressing/numberFresh.ts';
import { placeHouse } from '../../../domain/addressing/roadOfHouse.ts';
import { siteBuildingOf } from '../../../domain/addressing/whichRoad/recordSite.ts';
import type { House } from '../../../domain/records/house.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import { numbered } from '../edits/doing.ts';
import { outlineAt } from './outlineAt.ts';
import { profileIds, randomVillageUnder } from './randomVillage.ts';

const told = (
  address: Pick<FreshAddress, 'roadId' | 'measureMeters' | 'side' | 'number' | 'plusCode'> | null | undefined,
) => address && [address.roadId, address.measureMeters, address.side, address.number, address.plusCode];

/** Some houses known by its outline only, its door assumed. */
function withOutlines(world: World, isOutline: (index: number) => boolean): World {
  const houses = [...world.house.values()].map((house, index): House => {
    if (!isOutline(index)) return house;
    return { ...house, footprint: outlineAt(house.entrance, 9, 7), entranceOrigin: 'assumed' };
  });
  const placed = withDefaultEntrances({ ...world, house: new Map() }, houses);
  return { ...world, house: new Map(placed.map((house) => [house.id, house])) };
}

describe.each(profileIds)('under %s', (profileId) => {
  it('the app numbers every house of a village with driveways as the command does', () => {
    let behind = 0;
    const bits = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(randomVillageUnder(profileId), bits, (village, outlines) => {
        const world = withOutlines(village.world, (index) => outlines[index % 8]!);
        const houses = [...world.house.values()];
        const roads = [...world.road.values()].map((road) => ({ road }));
        const profile = villageOf(world)!.numberingProfile;
        const byCommand = numberFresh(roads, houses.map(siteBuildingOf), [], profile).addresses;

        const after = numbered(world);
        const inApp = new Map([...after.address.values()].map((address) => [address.houseId, address]));
        houses.forEach(({ id }, index) => {
          const fresh = byCommand[index]!;
          // Without a code, or where no number is left, there is no address to keep.
          expect(told(inApp.get(id))).toEqual(fresh?.number && fresh.plusCode ? told(fresh) : undefined);
        });
        behind += houses.filter((house) => placeHouse(world, house)?.mouth).length;
      }),
      { numRuns: 60 },
    );
    expect(behind).toBeGreaterThan(20);
  });
});
