/** Cameras and lamps one a row: whose, in what state, where on the roads, and what each sees or lights with. */
import { opticsOf } from '../../coverage/cameras/optics.ts';
import { litRadiusMeters } from '../../coverage/lamps/litRoad.ts';
import type { Camera } from '../../records/camera.ts';
import type { Lamp } from '../../records/lamp.ts';
import type { World } from '../../records/world.ts';
import { noticeOf, vietnameseDate } from '../listWords.ts';
import { windWords } from '../signWords.ts';
import { numberColumn as number, textColumn as text, type Column, type Row } from '../table.ts';
import type { Sheet } from '../xlsx.ts';
import { addressCells, deviceStateWords, lightSourceWords, ownerWords } from './deviceWords.ts';

const placeColumns: readonly Column[] = [
  text('state', 'Tình trạng', 12),
  text('owner', 'Của', 14),
  text('road', 'Đường', 26),
  number('measureMeters', 'Cách đầu đường (m)', 18),
  text('side', 'Bên', 10),
  text('pole', 'Cột', 14),
  number('latitude', 'Vĩ độ', 13),
  number('longitude', 'Kinh độ', 13),
];

const consentColumns: readonly Column[] = [
  text('consentOn', 'Hộ đồng ý ngày', 15),
  text('consentWithdrawnOn', 'Hộ rút đồng ý ngày', 18),
];

const cameraColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  text('name', 'Camera', 30),
  ...placeColumns,
  text('facing', 'Nhìn về', 18),
  number('horizontalDegrees', 'Góc nhìn (độ)', 14),
  number('tiltDegrees', 'Góc cúi (độ)', 13),
  number('heightMeters', 'Cao (m)', 9),
  number('horizontalPixels', 'Điểm ảnh ngang', 15),
  number('nightRangeMeters', 'Hồng ngoại (m)', 15),
  text('model', 'Loại máy', 20),
  text('note', 'Ghi chú', 50),
  text('cameraId', 'Mã camera', 38),
];

const lampColumns: readonly Column[] = [
  number('ordinal', 'STT', 6),
  ...placeColumns,
  number('heightMeters', 'Cao (m)', 9),
  number('powerWatts', 'Công suất (W)', 14),
  text('lightSource', 'Nguồn sáng', 20),
  number('litRadiusMeters', 'Sáng quanh cột (m)', 18),
  text('lampId', 'Mã đèn', 38),
];

const assumedWords = {
  heightMeters: 'độ cao',
  horizontalPixels: 'số điểm ảnh',
  tiltDegrees: 'góc cúi',
  nightRangeMeters: 'tầm hồng ngoại',
} as const;

function placeCells(world: World, { state, owner, place, pole }: Camera | Lamp): Row {
  const { road, measureMeters, side } = addressCells(world, place);
  const [longitude, latitude] = place;
  return [deviceStateWords[state], ownerWords[owner], road, measureMeters, side, pole, latitude, longitude];
}

/** To a tenth: what is assumed has no more. */
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** `withHouseholds`: cameras of households are in the world, and their consent goes with them. */
export function cameraSheet(world: World, withHouseholds: boolean): Sheet {
  const owners = ['commune', 'village', 'household'];
  const cameras = [...world.camera.values()].sort((a, b) => owners.indexOf(a.owner) - owners.indexOf(b.owner));
  return {
    name: 'Camera',
    columns: withHouseholds ? [...cameraColumns, ...consentColumns] : cameraColumns,
    rows: withNotice(
      world,
      cameras.map((camera, index): Row => {
        const optics = opticsOf(camera);
        const assumed = optics.assumed.map((field) => assumedWords[field]);
        return [
          ...[index + 1, camera.name, ...placeCells(world, camera), windWords(optics.facingDegrees)],
          ...[tenths(optics.horizontalDegrees), tenths(optics.tiltDegrees), optics.heightMeters],
          ...[optics.horizontalPixels, optics.nightRangeMeters, camera.model],
          assumed.length > 0 ? `Chưa ghi, tạm tính: ${assumed.join(', ')}` : null,
          camera.id,
          ...(withHouseholds
            ? [camera.consentOn, camera.consentWithdrawnOn].map((day) => day && vietnameseDate(day))
            : []),
        ];
      }),
    ),
  };
}

export function lampSheet(world: World): Sheet {
  return {
    name: 'Đèn',
    columns: lampColumns,
    rows: withNotice(
      world,
      [...world.lamp.values()].map((lamp, index): Row => [
        ...[index + 1, ...placeCells(world, lamp), lamp.heightMeters, lamp.powerWatts],
        ...[lamp.lightSource && lightSourceWords[lamp.lightSource], litRadiusMeters(lamp), lamp.id],
      ]),
    ),
  };
}

const withNotice = (world: World, rows: readonly Row[]): readonly Row[] => {
  const notice = noticeOf(world);
  return notice === null ? rows : [...rows, [null, notice]];
};
