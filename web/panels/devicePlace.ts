/** Where devices and stretches of road are, in words, and the place to fly to. */
import { deviceAddress, deviceReachMeters } from '../../domain/coverage/deviceAddress.ts';
import type { Stretch } from '../../domain/coverage/stretches.ts';
import { eighthOf } from '../../domain/geometry/compass.ts';
import { positionAt } from '../../domain/geometry/line.ts';
import type { Position } from '../../domain/geometry/shapes.ts';
import type { Id } from '../../domain/records/fields.ts';
import type { World } from '../../domain/records/world.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { titleOfRoad } from './label.ts';

/** "Đường Đền Hàn, cách đầu đường 123 m, bên trái". */
export function placeText(world: World, place: Position | undefined): string {
  const at = place && deviceAddress(world, place);
  if (!at) return t('device.atNoRoad', { meters: deviceReachMeters });
  const road = titleOfRoad(world, at.roadId);
  return t('device.at', { road, meters: formatNumber(at.measureMeters), side: t(`side.${at.side}`) });
}

/** "nhìn về hướng đông bắc". */
export const looksText = (facingDegrees: number): string =>
  t('next.looks', { wind: t(`wind.${eighthOf(facingDegrees)}`) });

/** The middle of a stretch; null where its road is gone. */
export function middleOf(
  world: World,
  { roadId, fromMeters, toMeters }: Stretch & { readonly roadId: Id },
): Position | null {
  const road = world.road.get(roadId);
  return road ? positionAt(road.line, (fromMeters + toMeters) / 2).position : null;
}
