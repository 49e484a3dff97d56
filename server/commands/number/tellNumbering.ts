/** What was numbered, what was not and why, in words for the terminal. */
import type { NumberedHouses, RefusedNumber } from '../../../domain/formats/numberFiles.ts';
import { reasonWords } from '../fileReport.ts';

const shownPerReason = 5;

const roadReasonWords: Readonly<Record<string, string>> = {
  'only-road': 'chỉ có một đường ở gần',
  nearest: 'đường gần nhất',
  'wider-at-corner': 'ở góc, theo đường rộng hơn',
  access: 'có lối đi dẫn ra',
  sight: 'đường gần hơn bị nhà khác che',
  'not-a-path': 'đường gần hơn chỉ là lối mòn',
  row: 'theo dãy nhà liền kề',
  'goes-on': 'ở góc, theo đường chạy tiếp',
  along: 'nhà nằm dọc theo đường',
};

const withoutNumberWords: Readonly<Record<string, string>> = {
  ...reasonWords,
  'no-road-within-reach': 'không có đường trong tầm',
  'entrance-shared': 'trùng lối vào với nhà khác',
  'numbers-exhausted': 'hết số để chèn',
};

const refusedNumberWords: { readonly [C in RefusedNumber['code']]: string } = {
  'number-malformed': 'không đọc được',
  'address-number-taken': 'nhà khác trên đường này đã mang số này',
};

/** `keeps`: numbers of the file were to be kept. */
export function tellNumbering(numberedHouses: NumberedHouses, keeps: boolean): string[] {
  const { addresses, roads, refusedRoads, roadNotes, warnings, keptNumbers, refusedNumbers } = numberedHouses;
  const numbered = addresses.filter(({ number }) => number !== null);
  const lines = [
    `Đã đánh số ${numbered.length} trên ${addresses.length} nhà, dọc ${new Set(numbered.map(({ road }) => road)).size} đường có tên (${roads.length} tuyến).`,
  ];
  for (const [reason, indexes] of grouped(addresses, true)) {
    lines.push(`  ${indexes.length} nhà: ${roadReasonWords[reason] ?? reason}`);
  }
  for (const [reason, indexes] of grouped(addresses, false)) {
    const shown = indexes.slice(0, shownPerReason).map((index) => `#${index}`);
    const more = indexes.length > shownPerReason ? ', …' : '';
    lines.push(
      `Không đánh số ${indexes.length} nhà: ${withoutNumberWords[reason] ?? reason} (${shown.join(', ')}${more})`,
    );
  }
  if (keeps) lines.push(`Giữ nguyên ${keptNumbers} số nhà của tệp.`);
  for (const { featureIndex, number, code } of refusedNumbers) {
    lines.push(`Không giữ số nhà #${featureIndex} "${number}": ${refusedNumberWords[code]}`);
  }
  for (const { featureIndex, name, code } of refusedRoads) {
    lines.push(`Không lấy đường #${featureIndex}${name ? ` ${name}` : ''}: ${reasonWords[code] ?? code}`);
  }
  for (const { featureIndex, name, code } of roadNotes) {
    if (code === 'name-shared-numbered') continue;
    lines.push(`Ghi chú về đường #${featureIndex}${name ? ` ${name}` : ''}: ${reasonWords[code] ?? code}`);
  }
  const counts = new Map<string, number>();
  for (const { code } of warnings) counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const [code, count] of counts) lines.push(`Cảnh báo ${code}: ${count}`);
  return lines;
}

function grouped(addresses: NumberedHouses['addresses'], isNumbered: boolean): [string, number[]][] {
  const groups = new Map<string, number[]>();
  addresses.forEach(({ number, reason }, index) => {
    if ((number !== null) !== isNumbered) return;
    const known = groups.get(reason);
    if (known) known.push(index);
    else groups.set(reason, [index]);
  });
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
