/** Why something cannot be done, in words for the person who tried. */
import type { RefusalCode } from '../../../domain/edits/refusal.ts';

export const refusalsVi = {
  'refusal.forbidden': 'Tài khoản của bạn không được làm việc này.',
  'refusal.stale-version': 'Người khác vừa sửa mục này. Hãy xem lại rồi làm lại.',
  'refusal.basis-missing': 'Chưa rõ bạn đã xem bản nào của mục này. Hãy mở lại rồi làm lại.',
  'refusal.record-missing': 'Mục này không còn nữa; có thể người khác vừa xoá.',
  'refusal.record-exists': 'Mục này đã có rồi.',
  'refusal.reference-missing': 'Mục được nhắc đến không còn nữa.',
  'refusal.record-in-use': 'Còn mục khác đang dùng đến mục này nên chưa xoá được.',
  'refusal.nothing-changes': 'Chưa có gì thay đổi.',
  'refusal.some-refused': '{count} trong {total} mục không làm được.',
  'refusal.village-exists': 'Thôn này đã có rồi.',
  'refusal.village-missing': 'Không có thôn này.',
  'refusal.text-empty': 'Chưa nhập chữ nào.',
  'refusal.text-too-long': 'Dài quá: nhiều nhất {longest} chữ.',
  'refusal.text-control-character': 'Có ký tự ẩn không dùng được. Hãy gõ lại bằng bàn phím.',
  'refusal.text-markup': 'Không dùng được dấu < và >.',
  'refusal.text-formula': 'Không bắt đầu bằng dấu =, +, - hoặc @: bảng tính sẽ hiểu nhầm là công thức.',
  'refusal.road-name-duplicate': 'Trong thôn đã có đường mang tên “{name}”.',
  'refusal.road-name-duplicate-but-for-marks':
    'Tên “{name}” chỉ khác “{other}” ở dấu hoặc chữ hoa, dễ nhầm. Hãy chọn tên khác.',
  'refusal.road-name-in-commune': 'Trong xã hoặc gần thôn đã có đường mang tên “{other}” ({place}). Hãy chọn tên khác.',
  'refusal.geometry-not-finite': 'Vị trí không hợp lệ.',
  'refusal.line-too-short': 'Đường vẽ quá ngắn.',
  'refusal.line-crosses-itself': 'Đường vẽ tự cắt chính nó.',
  'refusal.polygon-not-closed': 'Hình vẽ chưa khép kín.',
  'refusal.polygon-crosses-itself': 'Các cạnh của hình vẽ cắt nhau.',
  'refusal.polygon-no-area': 'Hình vẽ không có diện tích.',
  'refusal.entrance-missing': 'Nhà không vẽ tường thì phải chỉ lối vào.',
  'refusal.outside-village': 'Vị trí nằm ngoài ranh giới thôn.',
  'refusal.road-parent-cycle': 'Hai đường không thể cùng rẽ từ nhau.',
  'refusal.road-parent-not-allowed':
    'Loại đường này không rẽ từ đường đã chọn được (ngõ rẽ từ đường, ngách rẽ từ ngõ).',
  'refusal.road-has-issued-addresses':
    'Trên đường này (hoặc ngõ, ngách của nó) đã cấp địa chỉ. Muốn đổi phải thu hồi theo quyết định.',
  'refusal.road-grows-at-start':
    'Đoạn thêm {meters} m ở đầu đường sẽ làm lệch vị trí của {count} địa chỉ đã cấp. Hãy vẽ đoạn thêm thành một đường riêng, hoặc kéo dài theo quyết định.',
  'refusal.road-carries-no-addresses': 'Không đánh số trên lối đi riêng hoặc đường đã đóng. Hãy chọn đường khác.',
  'refusal.reshaping-changes-issued':
    'Việc này làm đổi {count} địa chỉ đã cấp. Địa chỉ đã cấp chỉ đổi khi có quyết định.',
  'refusal.split-off-road': 'Chỗ vừa chỉ cách đường {meters} m. Hãy chỉ vào đúng chỗ cần tách trên đường.',
  'refusal.split-at-end':
    'Không tách được ở ngay đầu đường: mỗi phần phải dài ít nhất {meters} m. Hãy chỉ vào giữa đường.',
  'refusal.merge-with-own-lane': 'Ngõ rẽ từ đường này nên không nhập vào đường được: ngõ có tên và số riêng.',
  'refusal.merge-classes-differ': 'Chỉ nhập được hai đường cùng loại (đường với đường, ngõ với ngõ).',
  'refusal.merge-at-fork': 'Hai đường gặp nhau ở giữa chừng, không nối đầu với nhau, nên không thành một đường được.',
  'refusal.merge-ends-apart':
    'Đầu của hai đường cách nhau {meters} m. Hãy kéo cho hai đầu chạm nhau (cách không quá {most} m).',
  'refusal.house-inside-another':
    'Hình vẽ nằm trọn trong một nhà khác. Nếu là một nhà thì gộp lại; nếu là hai nhà thì vẽ tách ra.',
  'refusal.house-around-another':
    'Hình vẽ bao trọn một nhà khác. Nếu là một nhà thì gộp lại; nếu là hai nhà thì vẽ tách ra.',
  'refusal.house-without-footprint': 'Nhà này mới chỉ có lối vào. Hãy vẽ hình nhà trước.',
  'refusal.row-without-road': 'Chưa rõ dãy nhà quay ra đường nào. Hãy chọn đường cho nhà này trước.',
  'refusal.row-part-too-narrow': 'Mỗi nhà chỉ rộng {meters} m, hẹp quá (ít nhất {least} m). Hãy chia ít nhà hơn.',
  'refusal.row-cannot-be-cut': 'Hình nhà này không cắt thẳng thành dãy được. Hãy vẽ từng nhà.',
  'refusal.row-numbers-differ': 'Có {count} nhà mà cho {given} số. Mỗi nhà một số.',
  'refusal.row-keeps-issued': 'Số {number} đã cấp ở lối vào của nhà thứ {part} nên phải giữ cho nhà đó.',
  'refusal.merge-outlines-apart': 'Hai hình nhà không chạm nhau. Hãy kéo cho chạm nhau rồi gộp.',
  'refusal.merge-both-issued':
    'Cả hai nhà đều đã được cấp địa chỉ nên là hai nhà. Muốn gộp phải thu hồi một địa chỉ theo quyết định.',
  'refusal.merge-keeps-issued': 'Nhà kia đã được cấp số {number}. Hãy giữ nhà đó và gộp nhà này vào.',
  'refusal.number-malformed': '“{number}” không phải là số nhà. Viết như 12, 12A hoặc 12-1.',
  'refusal.house-numbered-twice': 'Một nhà được cho hai số. Mỗi nhà một số.',
  'refusal.house-demolished': 'Nhà này đã phá dỡ nên không cho số.',
  'refusal.entrance-shared':
    'Lối vào trùng với nhà bên cạnh nên không phân biệt được. Hãy dời lối vào của một trong hai nhà.',
  'refusal.road-unnamed': 'Đường của nhà số {number} chưa có tên. Hãy đặt tên trước khi cấp.',
  'refusal.address-issued': 'Địa chỉ đã cấp không tự thay đổi. Muốn đổi phải đánh số lại hoặc thu hồi theo quyết định.',
  'refusal.address-not-draft': 'Số {number} không còn là số dự kiến.',
  'refusal.address-not-issued': 'Số {number} chưa được cấp nên không thu hồi.',
  'refusal.address-number-taken': 'Số {number} đã dùng cho nhà khác trên đường này.',
  'refusal.house-already-issued': 'Nhà này đã được cấp số {number}.',
  'refusal.plus-code-taken': 'Mã {code} trùng với nhà bên cạnh. Hãy dời lối vào của một trong hai nhà.',
  'refusal.plus-code-not-of-entrance': 'Mã của địa chỉ không phải là mã của lối vào. Hãy đánh số lại đường này.',
  'refusal.external-code-taken': 'Mã này đã ghi cho nhà khác.',
  'refusal.external-code-in-another-village': 'Mã này đã ghi cho một nhà ở thôn khác.',
  'refusal.external-code-malformed':
    'Mã không đúng mẫu: mã địa chỉ số quốc gia có đúng 10 chữ số (kể cả số 0 ở đầu), mã định danh địa điểm có đúng 12 chữ số, mã khác dài nhất 40 ký tự.',
  'refusal.date-not-real': 'Ngày {date} không có trong lịch.',
  'refusal.measure-beyond-road': 'Lối vào nằm quá đầu đường. Hãy đánh số lại đường này.',
  'refusal.preview-outdated': 'Dữ liệu vừa thay đổi nên bản xem trước không còn đúng. Hãy xem lại rồi áp dụng.',
  'refusal.numbering-nothing-to-do': 'Mọi số đều đã đúng, không có gì để đổi.',
  'refusal.renumbering-touches-nothing-issued': 'Không có địa chỉ đã cấp nào phải đổi: hãy đánh số như thường.',
  'refusal.renumbering-leaves-houses':
    'Còn {count} nhà đã cấp địa chỉ không xếp được số mới. Xem lý do ở danh sách nên xem lại.',
  'refusal.decision-differs': 'Quyết định số {number} đã ghi với ngày hoặc người ký khác.',
  'refusal.selection-empty': 'Chưa chọn mục nào.',
  'refusal.revert-changed-since': 'Không hoàn tác được: sau đó có {count} mục đã được sửa tiếp.',
  'refusal.revert-not-found': 'Không tìm thấy thao tác cần hoàn tác.',
  'refusal.too-many-records': 'Nhiều mục quá cho một lần.',
} as const satisfies Record<`refusal.${RefusalCode}`, string>;
