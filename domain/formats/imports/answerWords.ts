/** What a platform's file says of an address in words, Vietnamese or English: accepted, rejected, or not decided yet. */
import { foldText } from '../../addressing/vietnameseText.ts';
import type { Verdict } from '../../records/platformAnswer.ts';

export interface VerdictSaid {
  /** pending: they have not decided; nothing is to be taken of it. */
  readonly verdict: Verdict | 'pending';
  /** What stands after the word: "Từ chối: trùng địa chỉ". */
  readonly rest: string | null;
}

const words: { readonly [V in Verdict | 'pending']: readonly string[] } = {
  accepted: [
    ...[
      'da tiep nhan',
      'tiep nhan',
      'da chap nhan',
      'chap nhan',
      'chap thuan',
      'dong y',
      'da duyet',
      'duyet',
      'da nhan',
    ],
    ...[
      'dat',
      'hop le',
      'thanh cong',
      'da gan ma',
      'da cap ma',
      'da cap nhat',
      'da len ban do',
      'dung',
      'ok',
      'oke',
      'okay',
    ],
    ...[
      'accepted',
      'accept',
      'approved',
      'confirmed',
      'valid',
      'success',
      'successful',
      'done',
      'passed',
      'pass',
      'yes',
    ],
    ...['true', '✓', '✔'],
  ],
  rejected: [
    ...['tu choi', 'bi tu choi', 'da tu choi', 'khong tiep nhan', 'khong chap nhan', 'khong duyet', 'khong dong y'],
    ...[
      'khong dat',
      'chua dat',
      'khong hop le',
      'khong thanh cong',
      'that bai',
      'loi',
      'bi loi',
      'sai',
      'tra lai',
      'bi tra lai',
    ],
    ...[
      'huy',
      'trung',
      'rejected',
      'reject',
      'refused',
      'declined',
      'denied',
      'invalid',
      'error',
      'failed',
      'fail',
      'no',
    ],
    ...['false', 'duplicate', '✗', '✘'],
  ],
  pending: [
    ...[
      'chua xu ly',
      'dang xu ly',
      'cho xu ly',
      'cho duyet',
      'chua duyet',
      'chua tiep nhan',
      'dang cho',
      'cho',
      'tam dung',
    ],
    ...['pending', 'processing', 'in progress', 'waiting', 'new', 'open'],
  ],
};
const meaning = new Map(
  Object.entries(words).flatMap(([verdict, list]) =>
    list.map((word) => [word, verdict as Verdict | 'pending'] as const),
  ),
);
/** Clear enough that more words may follow: "đã tiếp nhận ngày 12/11". */
const openings = [...meaning].filter(([word]) => word.includes(' '));
/** Words that turn round what stands before them. */
const turning = /\b(nhung|but|dang|chua|khong|not|cho)\b/;

/** Null where it is a word nobody knows. */
export function readVerdictWords(cell: string): VerdictSaid | null {
  const whole = foldText(cell).replace(/[.!]+$/, '');
  const plain = meaning.get(whole);
  if (plain) return { verdict: plain, rest: null };
  const parted = /^([^:;,()\-–—/|]+)[:;,(\-–—/|]\s*(.+?)[\s)]*$/u.exec(cell.normalize('NFC'));
  const first = parted && meaning.get(foldText(parted[1]!));
  // "Đạt – chưa đo" is not an acceptance.
  if (first && !(first === 'accepted' && turning.test(foldText(parted[2]!))))
    return { verdict: first, rest: parted[2]! };
  const opening = openings.find(([word]) => whole.startsWith(`${word} `));
  if (!opening || turning.test(whole.slice(opening[0].length))) return null;
  return { verdict: opening[1], rest: opening[1] === 'rejected' ? cell.trim() : null };
}
