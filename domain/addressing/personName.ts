/** Whether a way's own name reads like a person's: lanes are numbered, not named after people (RULES §2.1, Art. 13). */
import { normalizeText } from './vietnameseText.ts';

/** Family names that cover nearly all of the country. */
const familyNames = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương Mai Đào Cao Hà ' +
    'Lương Tô Tạ Lưu Châu Quách Thái Tôn Phùng Tống Đàm Kiều Lâm Vương Triệu Tăng Giang Lục Nghiêm Từ Khúc Chu Văn'
  ).split(' '),
);

/** Heroes commonly remembered by a title rather than by a family name. */
const titles =
  /^(Bà Triệu|Bà Trưng|Hai Bà Trưng|Quang Trung|Gia Long|Minh Mạng|Yết Kiêu|Dã Tượng|Thánh Gióng|(Ông|Bà|Cụ|Anh|Chị) \p{Lu}.*)$/u;

/** "Nguyễn Trãi", "Lê Thị Hồng Gấm", "Bà Triệu": family name and one to three more words, all capitalised. */
export function looksLikePersonName(text: string): boolean {
  const name = normalizeText(text);
  if (titles.test(name)) return true;
  const words = name.split(' ');
  const [family] = words;
  return (
    family !== undefined &&
    familyNames.has(family) &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}\p{Ll}*$/u.test(word))
  );
}
