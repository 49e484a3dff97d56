/** Texts of what waits on the device: unsent and refused edits, unfinished drawings. */
export const unsentVi = {
  'panel.unsent': 'Thao tác chưa gửi',
  'unsent.lead':
    'Thao tác và ảnh chưa gửi được giữ trên máy này và tự gửi khi có mạng, kể cả của thôn khác. Đóng trang cũng không mất.',
  'unsent.none': 'Mọi thao tác và ảnh đã gửi xong.',
  'unsent.waiting': 'Đang chờ gửi ({count})',
  'unsent.elsewhere': 'Còn {count} thao tác đang chờ ở cửa sổ khác hoặc ở thôn khác.',
  'unsent.refused': 'Chưa gửi được ({count})',
  'unsent.refusedLead': 'Máy chủ không nhận những thao tác này. Hãy xem lại rồi làm lại hoặc bỏ.',
  'unsent.look': 'Xem lại',
  'unsent.again': 'Làm lại',
  'unsent.anew': 'Tạo lại thành mục mới',
  'unsent.drop': 'Bỏ',
  'unsent.onMap': 'Xem trên bản đồ',
  'unsent.openVillage': 'Mở {name} để làm lại.',
  'unsent.doneAgain': 'Đã làm lại: {what}.',
  'unsent.photosWaiting': 'Ảnh đang chờ gửi ({count})',
  'unsent.photosRefused': 'Ảnh chưa gửi được ({count})',
  'unsent.photosRefusedLead': 'Những ảnh này vẫn nằm trên máy này. Hãy xem từng ảnh rồi gửi lại hoặc bỏ.',
  'unsent.photo': 'Ảnh biển “{text}”',
  'unsent.photoOfSign': 'Ảnh biển',
  'unsent.photoTaken': '{village} · chụp ngày {date}',
  'unsent.photoAgain': 'Gửi lại',
  'unsent.others':
    'Trên máy này còn {count} thao tác chưa gửi của {name}. Khi {name} đăng nhập tại đây, chúng sẽ được gửi.',
  'unsent.notKept':
    'Máy này không giữ được thao tác chưa gửi (cửa sổ ẩn danh hoặc hết chỗ nhớ). Đừng đóng trang khi còn thao tác chưa gửi.',
  'unsent.onDevice': 'Trên máy này còn {count} thao tác chưa gửi. Chúng vẫn được giữ.',
  'link.refused': '{count} thao tác chưa gửi được',
  'link.notKept': 'Còn {count} thao tác chưa gửi. Đừng đóng trang!',
  'link.photos': 'Còn {count} ảnh chưa gửi',
  'link.photosRefused': '{count} ảnh chưa gửi được',
  'link.unsentShort': '{count} chưa gửi',
  'link.refusedShort': '{count} chưa gửi được',
  'link.lookAt': 'Xem thao tác chưa gửi',
  'link.look': 'Xem',

  'signOut.title': 'Còn thao tác chưa gửi',
  'signOut.lead':
    'Còn {count} thao tác chưa gửi. Hãy đợi: gửi xong sẽ tự đăng xuất. Nếu đăng xuất ngay, chúng nằm lại trên máy này và chỉ được gửi khi bạn đăng nhập lại tại đây.',
  'signOut.refusedLead':
    'Còn {count} thao tác hoặc ảnh chưa gửi được. Nếu đăng xuất, chúng nằm lại trên máy này để bạn xem sau.',
  'signOut.photosTitle': 'Còn ảnh chưa gửi',
  'signOut.photosLead':
    'Còn {count} ảnh biển chưa gửi. Nếu đăng xuất ngay, ảnh nằm lại trên máy này và chỉ được gửi khi bạn đăng nhập lại tại đây.',
  'signOut.lost': 'Máy này không giữ được: đăng xuất ngay sẽ mất {count} thao tác.',
  'signOut.wait': 'Ở lại',
  'signOut.anyway': 'Đăng xuất, để lại trên máy',
  'signOut.losing': 'Đăng xuất và bỏ chúng',

  'drawing.restored': 'Hình đang vẽ dở lần trước đã được lấy lại. Vẽ tiếp, hoặc bấm Bỏ.',
} as const;
