/** The sheet of all that is held of one household, to be printed and handed to the person who asked for it. */
import { createHash } from 'node:crypto';
import { escapedMarkup } from '../../domain/markup.ts';
import type { PersonAsk } from '../../domain/households/personRequest.ts';
import type { PrivateContents } from '../db/tables.ts';
import type { Held } from './held.ts';

const kindWords: Readonly<Record<string, string>> = {
  'household.add': 'Ghi vào danh sách',
  'household.update': 'Sửa',
  'household.delete': 'Xoá khỏi danh sách',
  'household.import': 'Nhập danh sách từ tệp',
  'household.replace': 'Thay danh sách từ tệp',
  'household.assign': 'Gắn với nhà',
  'household.erase': 'Xoá dữ liệu cá nhân',
  'village.import': 'Nhập dữ liệu thôn',
  'change.revert': 'Hoàn tác',
};

const readWords: Readonly<Record<PrivateContents, string>> = {
  'household-cameras': 'Xem camera của các hộ',
  households: 'Mở thôn: danh sách hộ được tải về máy, tên và điện thoại bị che',
  'households-shown': 'Hiện tên và điện thoại',
  'household-sheet': 'Xem toàn bộ dữ liệu của hộ',
};

const askWords: Readonly<Record<PersonAsk, string>> = { show: 'xem', correct: 'sửa', erase: 'xoá' };

const fieldWords: Readonly<Record<string, string>> = {
  headName: 'họ tên chủ hộ',
  phone: 'số điện thoại',
  surveyAnswers: 'trả lời khảo sát',
};

/** dd/mm/yyyy, of a day or of a moment in Vietnam. */
const dayText = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');
const momentText = (at: string): string => {
  const there = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  return `${there.slice(11, 16)} ${dayText(there)}`;
};

export function heldPage(held: Held, village: string, at: Date): string {
  const { household } = held;
  const answers = Object.entries(household?.surveyAnswers ?? {});
  const known = household
    ? [
        ['Số thứ tự hộ', String(household.ordinal)],
        ['Họ tên chủ hộ', household.headName ?? 'không có'],
        ['Số điện thoại', household.phone ?? 'không có'],
        ['Địa chỉ', held.address ?? (household.houseId === null ? 'chưa gắn với nhà' : 'nhà chưa có số')],
        ...answers.map(([question, answer]) => [`Khảo sát: ${question}`, answer]),
        ...(held.cameras.length > 0 ? [['Camera của hộ', held.cameras.join(', ')]] : []),
      ]
    : [['Danh sách hộ', 'Hộ này không còn trong danh sách.']];
  return pageOf(`Phiếu dữ liệu cá nhân, ${village}`, [
    `<p>${escapedMarkup(village)} · lập lúc ${momentText(at.toISOString())} theo yêu cầu của người có dữ liệu.</p>`,
    '<h2>Dữ liệu đang lưu</h2>',
    table(known),
    '<h2>Mục đích và thời hạn lưu</h2>',
    list(
      held.collections.map(
        (one) =>
          `${one.name}: ${one.purpose}. Thu thập ngày ${dayText(one.collectedOn)}, lưu đến ngày ${dayText(one.endsOn)}${one.erased ? `, đã xoá ngày ${dayText(one.erased.on)}` : ''}.`,
      ),
      'Chưa ghi đợt thu thập nào có hộ này.',
    ),
    '<h2>Đã giao cho ai</h2>',
    list(
      held.exports.map(
        (one) =>
          `${momentText(one.at)}: ${one.recipient ?? ''}, để ${one.purpose ?? ''} (${one.by.displayName} xuất, ${one.rowCount} dòng, ${one.format.toUpperCase()}${one.sha256 ? `, SHA-256 ${one.sha256.slice(0, 16)}…` : ''}).`,
      ),
      'Chưa có danh sách đầy đủ nào được xuất từ khi ghi hộ này.',
    ),
    held.exports.length === 0
      ? ''
      : '<p class="note">Là các danh sách đầy đủ đã xuất từ khi ghi hộ này, nên có thể có dữ liệu của hộ. Danh sách công khai và các đợt bàn giao không có tên, điện thoại.</p>',
    '<h2>Ai đã xem</h2>',
    list(
      held.reads.map((one) => `${momentText(one.at)}: ${one.by.displayName}. ${readWords[one.contents]}.`),
      'Chưa có lần nào.',
    ),
    '<h2>Đã ghi và sửa</h2>',
    list(
      held.history.map(({ at: then, by, kind, values }) => {
        const was = values && [values.headName, values.phone].filter((part) => part !== null).join(', ');
        return `${momentText(then)}: ${kindWords[kind] ?? 'Thay đổi khác'} (${by})${was ? `. Khi đó: ${was}` : ''}.`;
      }),
      'Chưa có.',
    ),
    '<h2>Yêu cầu đã nhận</h2>',
    list(
      held.requests.map(
        (one) =>
          `Ngày ${dayText(one.askedOn)}: ${askWords[one.asked]}, hạn trả lời ${dayText(one.dueOn)}${one.answer ? `, trả lời ngày ${dayText(one.answer.on)}${one.answer.reason === null ? '' : `: từ chối, ${one.answer.reason}`}` : ''}.`,
      ),
      'Chưa có.',
    ),
    `<p class="note">Các trường dữ liệu cá nhân được lưu: ${Object.values(fieldWords).join(', ')}.</p>`,
  ]);
}

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map(([name = '', value = '']) => `<tr><th>${escapedMarkup(name)}</th><td>${escapedMarkup(value)}</td></tr>`).join('')}</table>`;

const list = (lines: readonly string[], none: string): string =>
  lines.length === 0
    ? `<p>${escapedMarkup(none)}</p>`
    : `<ul>${lines.map((line) => `<li>${escapedMarkup(line)}</li>`).join('')}</ul>`;

const style = `
body{margin:0 auto;padding:24px 20px;max-width:760px;color:#1d1b16;font:16px/1.45 system-ui,sans-serif}
h1{margin:0 0 4px;font-size:24px}
h2{margin:20px 0 6px;font-size:17px}
table{border-collapse:collapse;width:100%}
th,td{padding:6px 8px;border:1px solid #b9b4a6;text-align:left;vertical-align:top}
th{width:34%;font-weight:600}
ul{margin:0;padding-left:20px}
.note{font-size:14px;color:#5d5a52}
@media print{body{padding:0}}
`;

/** The page's own style by its hash, and nothing else at all. */
export const heldPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const pageOf = (title: string, parts: readonly string[]): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>Phiếu dữ liệu cá nhân</h1>
${parts.join('\n')}
</body>
</html>
`;
