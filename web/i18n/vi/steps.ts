/** Texts of the six steps and of the panel of the first, with which a village opens. */
export const stepsVi = {
  'step.done': 'Xong',
  'step.waiting': 'Chờ bước trước',
  'step.next': 'Làm tiếp',
  'step.roads.of': 'đường đã có tên',
  'step.signs.of': 'đường, ngõ đã có biển',
  'step.houses.of': 'hộ đã gắn với nhà trên bản đồ',
  'step.numbers.of': 'nhà ở đã có số',
  'step.codes.of': 'nhà ở đã được cấp địa chỉ',
  'step.handover.of': 'danh sách mới nhất đã bàn giao',

  'roads.lead': 'Chọn từng đường rồi đặt tên. Ngõ và ngách tự lấy số khi đánh số.',
  'roads.onlyUnnamed': 'Chỉ hiện đường chưa có tên',
  'roads.unnamed': 'Chưa có tên',
  'roads.byNumber': 'Lấy số sau',
  'roads.note': '{class} · dài {length} m, rộng {width} m',
  'roads.none': 'Chưa có đường nào. Bấm “Vẽ đường” để bắt đầu.',
  'roads.allNamed': 'Mọi đường đều đã có tên. Việc tiếp theo là đặt biển.',
  'roads.draw': 'Vẽ đường',

  'reshape.offer': 'Làm theo quyết định',

  'pick.see': 'Xem',
  'pick.all': 'Chọn tất cả',
  'pick.none': 'Bỏ chọn tất cả',
  'pick.show': 'Xem trên bản đồ: {address}',
} as const;
