/** Texts of cameras and streetlights: where they stand, kinds to choose from, what is rarely known, consent. */
import type { CameraPreset } from '../../../domain/coverage/devicePresets.ts';

export const devicesVi = {
  'device.at': '{road}, cách đầu đường {meters} m, {side}',
  'device.atNoRoad': 'Không có đường nào trong vòng {meters} m.',
  'device.pole': 'Ký hiệu cột',
  'device.poleHint': 'Như ghi trên cột, ví dụ CP-07.',
  'device.savePole': 'Lưu ký hiệu',
  'device.more': 'Số liệu kỹ thuật',
  'preset.camera': 'Loại camera',
  'preset.lamp': 'Loại đèn',
  'preset.hint': 'Chọn loại để điền sẵn số liệu thường gặp; sau đó sửa lại được.',
  'preset.none': 'Theo số liệu đã nhập',
  'preset.cameraIs': '{body} {figures} · đêm {night} m',
  'preset.lampIs': '{source} {figures}',
  'body.bullet': 'Thân trụ',
  'body.dome': 'Bán cầu',
  'body.ptz': 'Quay quét',

  'camera.tilt': 'Góc cúi so với phương ngang (độ)',
  'camera.verticalPixels': 'Số điểm ảnh dọc',
  'camera.night': 'Nhìn được trong đêm đến (mét)',
  'camera.nightHint': 'Bằng đèn hồng ngoại của camera. Ghi 0 nếu không có.',
  'camera.model': 'Mẫu máy',
  'camera.saveModel': 'Lưu mẫu máy',
  'camera.notice': 'Camera nhìn ra nơi công cộng phải có biển báo cho người đi qua biết (Luật 91/2025, Điều 32).',
  'consent.title': 'Đồng ý của chủ hộ',
  'consent.none': 'Chưa ghi ngày chủ hộ đồng ý đưa camera này vào bản đồ của thôn.',
  'consent.given': 'Chủ hộ đã đồng ý ngày {date}.',
  'consent.withdrawn':
    'Chủ hộ đã rút đồng ý ngày {date}. Camera vẫn được ghi lại nhưng không tính vào vùng camera nhìn thấy.',
  'consent.give': 'Ghi đồng ý hôm nay',
  'consent.withdraw': 'Ghi rút đồng ý',
  'consent.saved': 'Đã ghi chủ hộ đồng ý ngày {date}.',
  'consent.savedWithdrawn': 'Đã ghi chủ hộ rút đồng ý ngày {date}.',

  'lamp.source': 'Loại bóng',
  'lamp.sourceUnknown': 'Chưa biết',
  'lamp.flux': 'Quang thông (lumen)',
  'lamp.radius': 'Bán kính sáng (mét)',
  'lamp.radiusHint': 'Để trống thì tính theo độ cao của đèn.',
} as const satisfies Record<`body.${CameraPreset['body']}`, string> & Record<string, string>;
