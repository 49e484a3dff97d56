/** Texts of the order of signs and of house plates as files. */
export const signOrderVi = {
  'signOrder.title': 'Đơn đặt biển',
  'signOrder.lead':
    'Bảng tính có chữ từng biển, đơn giá và tổng tiền; bản in có mỗi biển một trang vẽ theo tỷ lệ kèm bản đồ; tệp hình để xưởng cắt chữ.',
  'signOrder.which': 'Đặt những biển nào',
  'signOrder.which.inHand': 'Dự kiến và đã đặt làm',
  'signOrder.which.planned': 'Chỉ biển dự kiến',
  'signOrder.which.ordered': 'Chỉ biển đã đặt làm',
  'signOrder.which.again': 'Làm lại biển hỏng, bị mất',
  'signOrder.count': '{count} biển',
  'signOrder.countWithPlates': '{count} biển, trong đó {plates} biển số nhà (bản in PDF không có biển số nhà)',
  'signOrder.xlsx': 'Tải bảng tính (XLSX)',
  'signOrder.pdf': 'Tải bản in (PDF)',
  'signOrder.zip': 'Tải hình các mặt biển (SVG)',
  'signOrder.none': 'Chưa có biển nào như vậy.',
  'signOrder.onlyPlates': 'Chỉ có biển số nhà: hãy tải bản in ở mục Biển số nhà cần làm.',
  'signOrder.plates': 'Biển số nhà cần làm',
  'signOrder.platesLead': 'In đúng cỡ thật trên giấy A4, có vạch cắt: khổ biển theo số chữ số.',
  'signOrder.numbers': 'Làm biển cho số nào',
  'signOrder.numbers.issued': 'Chỉ số đã cấp',
  'signOrder.numbers.all': 'Cả số dự thảo',
  'signOrder.code': 'In mã QR mở trang địa chỉ',
  'signOrder.codeLead':
    'Quét mã sẽ mở trang công khai chỉ có địa chỉ và Plus Code, không có tên người. Chỉ nhà đã cấp số mới có mã.',
  'signOrder.codeLocal':
    'Địa chỉ {host} chỉ mở được trên máy này. Hãy nhờ người quản trị đặt địa chỉ công khai của máy chủ (SONHA_PUBLIC_URL) trước khi in mã QR.',
  'signOrder.platesCount': '{count} biển số nhà cần làm',
  'signOrder.platesXlsx': 'Tải danh sách (XLSX)',
  'signOrder.platesPdf': 'Tải bản in đúng cỡ (PDF)',
  'signOrder.platesNone': 'Nhà nào có số cũng đã có biển.',
  'signOrder.working': 'Đang làm tệp…',
  'signOrder.done': 'Đã tải {name}.',
} as const;
