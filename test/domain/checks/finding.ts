/** What one check finds in a tiny world, and the world after its one-click fix. */
import { allFindings, type Finding } from '../../../domain/checks/findings.ts';
import type { CheckId } from '../../../domain/checks/checks.ts';
import { isRefusal } from '../../../domain/edits/edit.ts';
import { editDefinitions, type EditKind, type InputOf } from '../../../domain/edits/registry.ts';
import { run } from '../../../domain/edits/run.ts';
import { encodePlusCode } from '../../../domain/addressing/plusCode.ts';
import { locateOnLine } from '../../../domain/geometry/line.ts';
import type { Polygon } from '../../../domain/geometry/shapes.ts';
import type { Address } from '../../../domain/records/address.ts';
import type { House } from '../../../domain/records/house.ts';
import type { AnyRecord } from '../../../domain/records/record.ts';
import type { Road } from '../../../domain/records/road.ts';
import { applyChange, type World } from '../../../domain/records/world.ts';
import { aHouse, anAddress, anEdit, at, aWorld } from '../builders.ts';

export const inWorld = (world: World, checkId: CheckId, lastReleaseAt: string | null = null): readonly Finding[] =>
  allFindings(world, { lastRelease: lastReleaseAt === null ? null : { at: lastReleaseAt, addressIds: null } }).filter(
    (finding) => finding.checkId === checkId,
  );

export const found = (checkId: CheckId, ...records: readonly AnyRecord[]): readonly Finding[] =>
  inWorld(aWorld(...records), checkId);

/** The edit a finding offers, performed; throws where there is none or it is refused. */
export function afterFix(world: World, finding: Finding | undefined): World {
  const fix = finding?.fix?.(world, '2026-11-23');
  if (!fix) throw new Error('no fix');
  const kind: EditKind = fix.kind;
  const input = fix.input as InputOf<EditKind>;
  const change = run(world, anEdit(world, kind, input, editDefinitions[kind].targets(input as never)));
  if (isRefusal(change)) throw new Error(JSON.stringify(change));
  return applyChange(world, change);
}

/** The address of a house at the place where it lies on a road. */
export function addressOn(house: House, road: Road, number: string, fields: Partial<Address> = {}): Address {
  const { measureMeters, side } = locateOnLine(road.line, house.entrance);
  return anAddress(house, road, {
    number,
    side,
    measureMeters: Math.round(measureMeters * 100) / 100,
    plusCode: encodePlusCode(house.entrance, 12),
    ...fields,
  });
}

/** Houses on a road running east, on its left (north) where `north` is positive: [metres along, north, number]. */
export function row(road: Road, places: readonly (readonly [along: number, north: number, number: string])[]) {
  return places.flatMap(([along, north, number]): AnyRecord[] => {
    const house = aHouse(at(along, north));
    return [house, addressOn(house, road, number)];
  });
}

/** A rectangle in metres from the village's middle. */
export const box = (x: number, y: number, width = 10, depth = 8): Polygon => ({
  type: 'Polygon',
  coordinates: [[at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth), at(x, y)]],
});
