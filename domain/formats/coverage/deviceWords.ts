/** What papers about cameras and lamps say in Vietnamese: owners, states, how well a person is seen, and places on roads. */
import { roadLabel } from '../../addressing/roadName.ts';
import { densities, levels2014, levels2025, type Level2014Id, type LevelId } from '../../coverage/cameras/levels.ts';
import { deviceAddress } from '../../coverage/deviceAddress.ts';
import type { Stretch } from '../../coverage/stretches.ts';
import type { Position } from '../../geometry/shapes.ts';
import type { DeviceOwner, DeviceState } from '../../records/camera.ts';
import type { Id } from '../../records/fields.ts';
import type { LightSource } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import { decimal } from '../vietnameseFigures.ts';

export const ownerWords: { readonly [O in DeviceOwner]: string } = {
  commune: 'Xã',
  village: 'Thôn',
  household: 'Hộ gia đình',
};

export const deviceStateWords: { readonly [S in DeviceState]: string } = {
  existing: 'Đang dùng',
  planned: 'Dự kiến',
  broken: 'Hỏng',
};

export const lightSourceWords: { readonly [L in LightSource]: string } = {
  led: 'LED',
  sodium: 'Natri cao áp',
  mercury: 'Thuỷ ngân cao áp',
  compact: 'Compact',
  solar: 'Năng lượng mặt trời',
};

/** What a person looks like at a level, in plain words (IEC 62676-4:2025). */
export const level2025Words: { readonly [L in LevelId]: string } = {
  overview: 'Thấy toàn cảnh',
  outline: 'Thấy có người',
  discern: 'Thấy người đang làm gì',
  perceive: 'Nhận ra người quen',
  characterise: 'Nhận rõ người lạ',
  validate: 'Đối chiếu được khuôn mặt',
  scrutinise: 'Soi được từng chi tiết',
};

/** The same of the edition of 2014 (DORI). */
export const level2014Words: { readonly [L in Level2014Id]: string } = {
  detect: 'Phát hiện có người',
  observe: 'Thấy dáng người, quần áo',
  recognise: 'Nhận ra người quen',
  identify: 'Nhận rõ người lạ',
};

/** "từ 125 điểm ảnh trên mét (nhận ra người quen)"; an index of `densities`. */
export function densityWords(densityIndex: number): string {
  const density = densities[densityIndex]!;
  const isIt = ({ pixelsPerMeter }: { readonly pixelsPerMeter: number }) => pixelsPerMeter === density;
  const [of2025, of2014] = [levels2025.find(isIt), levels2014.find(isIt)];
  const words = of2025 ? level2025Words[of2025.id] : level2014Words[of2014!.id];
  return `từ ${decimal(density, density % 1 === 0 ? 0 : 1)} điểm ảnh trên mét (${words.toLocaleLowerCase('vi')})`;
}

const nameOf = (world: World, roadId: Id): string => {
  const road = world.road.get(roadId);
  return road ? roadLabel(world, road) : 'Đường đã xoá';
};

/** "Đường Đền Hàn, từ 120 m đến 185 m". */
export const stretchWords = (
  world: World,
  { roadId, fromMeters, toMeters }: Stretch & { readonly roadId: Id },
): string => `${nameOf(world, roadId)}, từ ${decimal(fromMeters, 0)} m đến ${decimal(toMeters, 0)} m`;

/** What a place is on the roads, as cells of a table; nulls where no road is near. */
export interface AddressCells {
  readonly road: string | null;
  readonly measureMeters: number | null;
  readonly side: string | null;
}

export function addressCells(world: World, place: Position): AddressCells {
  const address = deviceAddress(world, place);
  if (!address) return { road: null, measureMeters: null, side: null };
  const { roadId, measureMeters, side } = address;
  return {
    road: nameOf(world, roadId),
    measureMeters: Math.round(measureMeters),
    side: side === 'left' ? 'Bên trái' : 'Bên phải',
  };
}

/** "Đường Đền Hàn, cách đầu đường 123 m, bên trái". */
export function deviceAddressWords(world: World, place: Position): string {
  const { road, measureMeters, side } = addressCells(world, place);
  if (road === null) return 'Xa đường';
  return `${road}, cách đầu đường ${decimal(measureMeters!, 0)} m, ${side!.toLocaleLowerCase('vi')}`;
}
