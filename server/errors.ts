/** What can go wrong outside the rules: at start-up (one line, non-zero exit) and at the HTTP boundary (status and code). */

/** Why the product cannot start, besides its database (db/startupError.ts): one line in Vietnamese for the terminal. */
export class LaunchError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'LaunchError';
    this.code = code;
  }
}

/** Every code the API may answer besides refusals, with its status and what the person is told. */
const apiErrors = {
  'invalid-input': [400, 'Dữ liệu gửi lên không đúng mẫu.'],
  'not-signed-in': [401, 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.'],
  'other-account': [401, 'Một tài khoản khác đang đăng nhập ở trình duyệt này. Hãy đăng nhập lại.'],
  'sign-in-failed': [401, 'Tên đăng nhập hoặc mật khẩu không đúng.'],
  forbidden: [403, 'Tài khoản này không được làm việc đó.'],
  'foreign-origin': [403, 'Yêu cầu đến từ một trang khác nên bị từ chối.'],
  'not-found': [404, 'Không có trang hoặc dữ liệu này.'],
  'village-missing': [404, 'Không có thôn này.'],
  'face-not-drawn': [422, 'Chưa vẽ được mặt biển này.'],
  'not-erased': [409, 'Chưa xoá gì vì danh sách hộ vừa thay đổi. Hãy thử lại.'],
  'no-households': [422, 'Thôn chưa có hộ nào, hoặc mọi hộ đã thuộc một đợt thu thập còn thời hạn.'],
  'edit-id-reused': [409, 'Mã thao tác này đã dùng cho một thao tác khác.'],
  'body-too-large': [413, 'Dữ liệu gửi lên quá lớn. Hãy chia nhỏ rồi gửi lại.'],
  'photo-too-large': [413, 'Ảnh quá lớn: mỗi ảnh tối đa 12 MB. Chưa lưu gì.'],
  'file-too-large': [413, 'Tệp quá lớn. Chưa lưu gì.'],
  'file-empty': [422, 'Tệp này trống. Chưa lưu gì.'],
  'unsupported-media-type': [415, 'Chỉ nhận dữ liệu JSON.'],
  'photo-no-picture': [422, 'Tệp này không phải là ảnh. Hãy chọn ảnh JPG, PNG hoặc WebP. Chưa lưu gì.'],
  'photo-heic': [
    422,
    'Ảnh HEIC chưa đọc được. Hãy đổi sang JPG (trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất).',
  ],
  'photo-broken': [422, 'Ảnh bị hỏng hoặc chưa tải hết. Hãy chụp hoặc chọn lại. Chưa lưu gì.'],
  'photo-too-many-pixels': [422, 'Ảnh có quá nhiều điểm ảnh (tối đa 64 triệu). Hãy chọn ảnh nhỏ hơn. Chưa lưu gì.'],
  'too-many-attempts': [429, 'Thử quá nhiều lần. Hãy đợi ít phút rồi thử lại.'],
  'too-many-requests': [429, 'Quá nhiều yêu cầu. Hãy đợi ít phút rồi thử lại.'],
  internal: [500, 'Máy chủ gặp lỗi. Dữ liệu không bị thay đổi; hãy thử lại.'],
  'not-built': [503, 'Giao diện chưa được dựng.'],
  'database-unavailable': [503, 'Cơ sở dữ liệu chưa sẵn sàng. Hãy thử lại sau ít giây.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ApiErrorCode = keyof typeof apiErrors;

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly statusCode: number;
  /** JSON pointer to the offending value, for invalid-input. */
  readonly path: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(
    code: ApiErrorCode,
    details: {
      path?: string;
      retryAfterSeconds?: number;
      /** Says more than the code's own words. */ message?: string;
    } = {},
  ) {
    super(details.message ?? apiErrors[code][1]);
    this.name = 'ApiError';
    this.code = code;
    this.statusCode = apiErrors[code][0];
    this.path = details.path;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
