/** Words for the values of records and for what an edit does. */
import type { RoadReason } from '../../../domain/addressing/roadOfHouse.ts';
import type { EditKind } from '../../../domain/edits/registry.ts';
import type { StepId } from '../../../domain/coverage/steps.ts';
import type { Criterion3RowId } from '../../../domain/coverage/criterion3.ts';
import type { Role } from '../../../domain/permissions.ts';
import type { AddressState, Side } from '../../../domain/records/address.ts';
import type { DeviceOwner, DeviceState } from '../../../domain/records/camera.ts';
import type { LightSource } from '../../../domain/records/lamp.ts';
import type { ExternalScheme } from '../../../domain/records/externalCode.ts';
import type { HouseState, HouseUse } from '../../../domain/records/house.ts';
import type { LandmarkKind } from '../../../domain/records/landmark.ts';
import type { AnswerSystem, Verdict } from '../../../domain/records/platformAnswer.ts';
import type { RecordKind } from '../../../domain/records/record.ts';
import type { Road, RoadClass } from '../../../domain/records/road.ts';
import type { Sign, SignKind, SignState } from '../../../domain/records/sign.ts';

export const wordsVi = {
  'step.roads': 'Đặt tên đường',
  'step.signs': 'Đặt biển',
  'step.houses': 'Vẽ nhà',
  'step.numbers': 'Đánh số',
  'step.codes': 'Cấp mã',
  'step.handover': 'Bàn giao',

  'class.road': 'Đường',
  'class.lane': 'Ngõ',
  'class.alley': 'Ngách',
  'class.branch': 'Lối sâu hơn ngách',
  'class.access': 'Lối đi riêng',

  'madeFor.vehicles': 'Xe cộ đi được',
  'madeFor.fields': 'Đường ra đồng, lên đồi',
  'madeFor.feet': 'Lối đi bộ, xe đạp',

  'roadState.existing': 'Đang có',
  'roadState.planned': 'Dự kiến',
  'roadState.closed': 'Đã đóng',

  'use.residential': 'Nhà ở',
  'use.public': 'Công trình công cộng',
  'use.business': 'Kinh doanh',
  'use.worship': 'Đền, chùa, nhà thờ',
  'use.school': 'Trường học',
  'use.other': 'Khác',

  'houseState.standing': 'Đang có',
  'houseState.building': 'Đang xây',
  'houseState.vacant': 'Bỏ trống',
  'houseState.demolished': 'Đã phá dỡ',

  'signKind.road-name': 'Biển tên đường',
  'signKind.lane-mouth': 'Biển đầu ngõ',
  'signKind.direction': 'Biển chỉ dẫn',
  'signKind.village-entrance': 'Biển đầu thôn',
  'signKind.house-plate': 'Biển số nhà',

  'signState.planned': 'Dự kiến',
  'signState.ordered': 'Đã đặt làm',
  'signState.installed': 'Đã lắp',
  'signState.damaged': 'Hỏng',
  'signState.missing': 'Bị mất',
  'signState.removed': 'Đã gỡ',

  'post.new': 'Cột mới',
  'post.existing-pole': 'Gắn vào cột có sẵn',
  'post.wall': 'Gắn lên tường',

  'owner.commune': 'Của xã',
  'owner.village': 'Của thôn',
  'owner.household': 'Của hộ gia đình',

  'device.existing': 'Đang dùng',
  'device.planned': 'Dự kiến',
  'device.broken': 'Hỏng',

  'lightSource.led': 'LED',
  'lightSource.sodium': 'Cao áp natri (ánh vàng)',
  'lightSource.mercury': 'Cao áp thuỷ ngân',
  'lightSource.compact': 'Compact',
  'lightSource.solar': 'Năng lượng mặt trời',

  'landmark.temple': 'Đền, chùa',
  'landmark.cultural-house': 'Nhà văn hoá',
  'landmark.school': 'Trường học',
  'landmark.junction': 'Ngã ba, ngã tư',
  'landmark.market': 'Chợ',
  'landmark.gate': 'Cổng',
  'landmark.other': 'Khác',

  'side.left': 'bên trái',
  'side.right': 'bên phải',

  'roadReason.chosen': 'Vì người phụ trách đã chọn đường này cho nhà.',
  'roadReason.only-road': 'Vì gần nhà chỉ có đường này.',
  'roadReason.nearest': 'Vì đây là đường gần lối vào nhất.',
  'roadReason.wider-at-corner': 'Vì nhà ở góc, hai đường gần như nhau: tính theo đường rộng hơn.',
  'roadReason.access': 'Vì lối đi vào nhà dẫn ra đường này.',
  'roadReason.sight': 'Vì lối vào trông thẳng ra đường này; đường gần hơn thì bị nhà che khuất.',
  'roadReason.not-a-path': 'Vì lối gần hơn chỉ là đường mòn hoặc lối đi bộ.',
  'roadReason.row': 'Vì các nhà cùng dãy đều thuộc đường này.',
  'roadReason.goes-on': 'Vì nhà ở góc: đường này chạy tiếp, còn đường kia đến đây là hết.',
  'roadReason.along': 'Vì nhà nằm dọc đường này; đường gần hơn thì đã hết trước khi đến nhà.',

  'address.draft': 'Số dự kiến',
  'address.issued': 'Đã cấp',
  'address.retired': 'Đã thu hồi',

  'scheme.ndas10': 'Mã địa chỉ số (10 chữ số)',
  'scheme.vpostcode': 'Vpostcode',
  'scheme.vnpt': 'Mã của VNPT',
  'scheme.location12': 'Mã định danh địa điểm (12 số)',

  'answerSystem.vnpt': 'Bản đồ số VNPT',
  'answerSystem.national': 'Nền tảng địa chỉ số quốc gia',
  'verdict.accepted': 'tiếp nhận',
  'verdict.rejected': 'từ chối',

  'role.admin': 'Quản trị',
  'role.officer': 'Cán bộ xã',
  'role.head': 'Trưởng thôn',
  'role.telecom': 'Viễn thông',
  'role.viewer': 'Người xem',

  'criterion3.commune-cameras': 'Camera của xã',
  'criterion3.village-cameras': 'Camera của thôn',
  'criterion3.household-cameras': 'Camera của hộ gia đình',
  'criterion3.lamps': 'Đèn chiếu sáng',

  'kind.village': 'Thôn',
  'kind.decision': 'Quyết định',
  'kind.road': 'Đường',
  'kind.house': 'Nhà',
  'kind.household': 'Hộ',
  'kind.address': 'Địa chỉ',
  'kind.platformAnswer': 'Trả lời của nền tảng bản đồ',
  'kind.externalCode': 'Mã bên ngoài',
  'kind.sign': 'Biển',
  'kind.camera': 'Camera',
  'kind.lamp': 'Đèn chiếu sáng',
  'kind.landmark': 'Địa điểm',
  'kind.candidate': 'Công trình gợi ý',
  'kind.exception': 'Việc đã chấp nhận',

  'edit.village.create': 'tạo thôn',
  'edit.village.update': 'sửa thông tin thôn',
  'edit.village.import': 'nhập dữ liệu',
  'edit.road.draw': 'vẽ đường',
  'edit.road.name': 'đặt tên đường',
  'edit.road.update': 'sửa đường',
  'edit.road.reshape': 'sửa nét đường',
  'edit.road.reverse': 'đổi chiều đường',
  'edit.road.delete': 'xoá đường',
  'edit.road.import': 'nhập đường từ tệp',
  'edit.road.replace': 'thay đường bằng tệp',
  'edit.house.draw': 'vẽ nhà',
  'edit.house.found': 'thêm nhà kèm số',
  'edit.house.update': 'sửa nhà',
  'edit.house.move': 'dời nhà',
  'edit.house.delete': 'xoá nhà',
  'edit.house.import': 'nhập nhà từ tệp',
  'edit.house.replace': 'thay nhà bằng tệp',
  'edit.household.add': 'thêm hộ',
  'edit.household.update': 'sửa hộ',
  'edit.household.delete': 'xoá hộ',
  'edit.household.import': 'nhập danh sách hộ',
  'edit.household.replace': 'thay danh sách hộ',
  'edit.household.erase': 'xoá dữ liệu cá nhân của hộ',
  'edit.household.assign': 'gán hộ vào nhà',
  'edit.sign.add': 'đặt biển',
  'edit.sign.update': 'sửa biển',
  'edit.sign.delete': 'xoá biển',
  'edit.sign.addMany': 'thêm biển theo phương án',
  'edit.sign.setState': 'ghi tình trạng biển',
  'edit.camera.add': 'thêm camera',
  'edit.camera.update': 'sửa camera',
  'edit.camera.delete': 'xoá camera',
  'edit.camera.addMany': 'thêm camera theo đề xuất',
  'edit.lamp.add': 'thêm đèn',
  'edit.lamp.update': 'sửa đèn',
  'edit.lamp.delete': 'xoá đèn',
  'edit.lamp.addMany': 'thêm đèn theo đề xuất',
  'edit.landmark.add': 'thêm địa điểm',
  'edit.landmark.update': 'sửa địa điểm',
  'edit.landmark.delete': 'xoá địa điểm',
  'edit.candidates.import': 'lấy công trình gợi ý từ tệp',
  'edit.candidates.accept': 'nhận công trình gợi ý làm nhà',
  'edit.candidates.reject': 'loại công trình gợi ý',
  'edit.candidates.reopen': 'xem lại công trình đã loại',
  'edit.records.update': 'sửa nhiều mục',
  'edit.records.delete': 'xoá nhiều mục',
  'edit.records.import': 'nhập từ tệp',
  'edit.records.replace': 'thay bằng tệp',
  'edit.numbering.apply': 'đánh số',
  'edit.numbering.renumber': 'đánh số lại địa chỉ đã cấp',
  'edit.address.issue': 'cấp địa chỉ',
  'edit.address.retire': 'thu hồi địa chỉ',
  'edit.externalCode.record': 'ghi mã bên ngoài',
  'edit.externalCode.delete': 'xoá mã bên ngoài',
  'edit.road.extend': 'kéo dài đường',
  'edit.road.split': 'tách đường',
  'edit.road.merge': 'nhập hai đường',
  'edit.house.reshape': 'sửa hình nhà',
  'edit.house.splitRow': 'chia dãy nhà',
  'edit.house.merge': 'gộp hai hình nhà',
  'edit.numbering.reshape': 'sửa đường và đánh số lại theo quyết định',
  'edit.number.set': 'cho số nhà bằng tay',
  'edit.number.release': 'trả số nhà về cách đánh số chung',
  'edit.answer.import': 'nhập trả lời của nền tảng bản đồ',
  'edit.exception.accept': 'chấp nhận khi kiểm tra',
  'edit.exception.withdraw': 'bỏ chấp nhận khi kiểm tra',
  'edit.change.revert': 'hoàn tác',
} as const satisfies Record<
  | `step.${StepId}`
  | `class.${RoadClass}`
  | `madeFor.${Road['madeFor']}`
  | `roadState.${Road['state']}`
  | `use.${HouseUse}`
  | `houseState.${HouseState}`
  | `signKind.${SignKind}`
  | `signState.${SignState}`
  | `post.${Sign['post']}`
  | `owner.${DeviceOwner}`
  | `device.${DeviceState}`
  | `lightSource.${LightSource}`
  | `landmark.${LandmarkKind}`
  | `side.${Side}`
  | `roadReason.${RoadReason}`
  | `address.${AddressState}`
  | `scheme.${ExternalScheme}`
  | `answerSystem.${AnswerSystem}`
  | `verdict.${Verdict}`
  | `role.${Role}`
  | `criterion3.${Criterion3RowId}`
  | `kind.${RecordKind}`
  | `edit.${EditKind}`,
  string
>;
