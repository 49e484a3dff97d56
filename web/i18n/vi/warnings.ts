/** What is allowed but should be looked at, in words. */
import type { WarningCode } from '../../../domain/addressing/warning.ts';

export const warningsVi = {
  'warning.name-not-normalized': 'Tên gõ bằng kiểu chữ ghép dấu; khi lưu sẽ đổi sang kiểu chữ chuẩn.',
  'warning.name-without-class-word': 'Tên nên bắt đầu bằng chữ “{word}”.',
  'warning.name-of-another-class': 'Tên có chữ “{word}” nhưng loại đường đang chọn thì khác.',
  'warning.name-similar': 'Tên gần giống “{other}”, dễ nhầm.',
  'warning.name-near': 'Tên chỉ khác “{other}” một chữ cái: có thể gõ sai, người nghe dễ nhầm.',
  'warning.name-abbreviated': 'Tên nên viết đầy đủ: “{full}”.',
  'warning.name-in-province': 'Trong tỉnh đã có đường mang tên “{other}” ({place}).',
  'warning.lane-named': 'Ngõ, ngách thường gọi theo số, không đặt tên riêng.',
  'warning.lane-named-after-person': 'Ngõ, ngách không đặt theo tên người (Nghị định 91/2005).',
  'warning.lane-number-typed':
    'Số của ngõ, ngách lấy theo nhà ngay trước đầu ngõ. Nên để trống tên để số tự đúng và địa chỉ ghi dạng 5/12.',
  'warning.lane-name-of-another-road': 'Tên nhắc đến “{road}” nhưng ngõ này không rẽ từ đó.',
  'warning.lane-without-parent': 'Ngõ này chưa nối với đường nào nên chưa có số.',
  'warning.lane-parent-assumed': 'Ngõ này được coi là rẽ từ đường gần nhất. Hãy xem lại.',
  'warning.lane-mouth-gap': 'Đầu ngõ cách đường một đoạn. Hãy kéo đầu ngõ chạm vào đường.',
  'warning.lane-mouth-at-road-end': 'Ngõ nằm ở đầu mút của đường.',
  'warning.alley-opens-to-road': 'Ngách này còn thông ra đường: nên xếp là ngõ.',
  'warning.way-deeper-than-alley': 'Lối này sâu hơn ngách: thông tư không quy định, chỉ là thói quen.',
  'warning.direction-against-rule': 'Chiều đánh số khác với quy tắc chung.',
  'warning.lane-mouth-before-first-house': 'Trước ngõ không có nhà nào; ngõ lấy số đầu tiên của bên đó.',
  'warning.lane-mouths-without-house-between':
    'Hai ngõ liền nhau không có nhà ở giữa; một số được giữ lại để hai ngõ khác tên.',
  'warning.lane-name-kept': 'Ngõ giữ tên cũ vì đã cấp địa chỉ.',
  'warning.lane-name-duplicate': 'Hai ngõ cùng rẽ từ một đường đang trùng tên.',
  'warning.lane-one-sided': 'Ngõ chỉ có nhà một bên: chỉ dùng số của bên đó.',
  'warning.lane-needs-name': 'Thôn chọn gọi ngõ bằng tên riêng; ngõ này chưa có tên.',
  'warning.lane-name-out-of-order': 'Ngõ nằm xen giữa những ngõ đã có số nên số không theo thứ tự.',
  'warning.house-far-from-roads': 'Nhà ở xa mọi con đường nên chưa đánh số.',
  'warning.house-leaves-road': 'Nhà chuyển sang đường khác so với trước.',
  'warning.entrance-shared': 'Hai nhà có lối vào trùng nhau.',
  'warning.number-before-first':
    'Nhà mới nằm trước số đầu tiên đã cấp. Muốn đánh số lại từ đầu đường phải có quyết định.',
  'warning.number-out-of-order': 'Số đã cấp không theo thứ tự trên đường.',
  'warning.insertion-style-kept': 'Khoảng này đã chèn số theo kiểu khác nên giữ kiểu cũ.',
  'warning.numbers-exhausted': 'Không còn số trống ở khoảng này.',
  'warning.groups-exhausted': 'Hết chữ cái cho nhóm nhà. Hãy đặt tên đường để chia nhóm.',
  'warning.group-out-of-order': 'Nhóm {letter} nằm xen giữa những nhóm đã cấp nên chữ không theo thứ tự.',
  'warning.groups-repeated': 'Hai lối chưa có tên đều có nhóm A, B, C: hãy đặt tên đường để phân biệt.',
  'warning.issued-house-demolished': 'Nhà đã phá dỡ nhưng địa chỉ chưa thu hồi.',
  'warning.issued-house-elsewhere': 'Lối vào của nhà đã dời khỏi chỗ được cấp địa chỉ.',
  'warning.number-against-side':
    'Số {number} không hợp với phía này của đường: bên trái là số lẻ, bên phải là số chẵn.',
  'warning.number-rests': 'Số {number} vừa thu hồi của nhà khác, nên để trống một thời gian.',
  'warning.issued-number-kept': 'Nhà ở xa mọi con đường nên giữ số {number} đã cấp.',
} as const satisfies Record<`warning.${WarningCode}`, string>;
