/** What was taken from a village's files, what was left out and why, in words for the terminal. */
import type {
  FeatureNoteCode,
  FeatureRefusalCode,
  FileProblem,
  FileProblemCode,
  FileRole,
} from '../../domain/formats/fileProblem.ts';
import type { VillageFromFiles } from '../../domain/formats/villageFiles.ts';

type Report = VillageFromFiles['report'];

const fileWords: { readonly [R in FileRole]: string } = {
  boundary: 'ranh giới',
  roads: 'đường',
  buildings: 'nhà',
  addresses: 'địa chỉ',
};

const problemWords: { readonly [C in FileProblemCode]: string } = {
  'file-too-large': 'tệp quá lớn',
  'file-not-json': 'không phải JSON',
  'file-too-deep': 'JSON lồng quá sâu',
  'file-not-geojson': 'không phải FeatureCollection của GeoJSON',
  'file-not-xml': 'không phải XML',
  'file-not-osm': 'không phải XML của OpenStreetMap',
  'file-without-outlines': 'không có cột hình dạng (WKT)',
  'file-too-many-features': 'quá nhiều đối tượng',
  'file-without-boundary': 'không có vùng ranh giới hợp lệ',
  'nothing-to-take': 'không có đường hay nhà nào lấy được',
  'too-many-records': 'quá nhiều đối tượng cho một thôn',
  'file-changed': 'tệp đã đổi trong lúc đọc',
};

/** The usual reasons; a rarer one is shown by its code. */
export const reasonWords: { readonly [C in FeatureRefusalCode | FeatureNoteCode]?: string } = {
  'feature-malformed': 'đối tượng sai mẫu',
  'geometry-of-other-type': 'hình khác loại mong đợi',
  'geometry-not-finite': 'toạ độ ngoài phạm vi',
  'too-many-vertices': 'quá nhiều đỉnh',
  'not-a-way': 'không phải đường đi lại',
  'outside-boundary': 'nằm ngoài ranh giới',
  'outside-village': 'nằm ngoài ranh giới',
  'line-too-short': 'đường quá ngắn',
  'line-crosses-itself': 'đường tự cắt',
  'polygon-not-closed': 'vùng không khép kín',
  'polygon-crosses-itself': 'vùng tự cắt',
  'polygon-no-area': 'vùng không có diện tích',
  'name-shared-numbered': 'trùng tên, đã thêm số phân biệt',
  'name-dropped': 'tên không hợp lệ, để trống',
  'cut-at-boundary': 'cắt tại ranh giới',
  'largest-part-taken': 'lấy phần lớn nhất',
  'not-joined-crosses-itself': 'không nối được vì sẽ tự cắt',
  'gap-bridged': 'hai đoạn cách nhau một quãng ngắn, đã nối thẳng',
  'second-carriageway': 'làn đường thứ hai chạy song song, không đo lý trình trên đó',
  'fork-measured-apart': 'nhánh rẽ cùng tên, có lý trình riêng',
};

const shownPerReason = 5;

export function tellFileProblem({ file, code, params }: FileProblem): string {
  const where = params['line'] === undefined ? '' : `, ở dòng ${params['line']} hoặc ngay sau đó`;
  return `${file === null ? 'Các tệp' : `Tệp ${fileWords[file]}`}: ${problemWords[code]}${where}. Chưa ghi gì.`;
}

export function tellReport({ taken, refused, notes }: Report): string[] {
  return [
    `Đã lấy: ${taken.roads} đường (${taken.namedRoads} có tên) từ ${taken.roadFeatures} đoạn; ${taken.houses} nhà từ ${taken.buildingFeatures} công trình và ${taken.addressFeatures} điểm địa chỉ; ranh giới ${taken.boundary === 'given' ? 'theo tệp' : 'suy ra từ đường và nhà'}.`,
    ...tellGroup(refused, 'Không lấy'),
    ...tellGroup(notes, 'Ghi chú'),
  ];
}

function tellGroup(items: Report['refused'] | Report['notes'], heading: string): string[] {
  const groups = new Map<string, (Report['refused'] | Report['notes'])[number][]>();
  for (const item of items) {
    const reason = `${fileWords[item.file]}: ${reasonWords[item.code] ?? item.code}`;
    groups.set(reason, [...(groups.get(reason) ?? []), item]);
  }
  return [...groups].map(([reason, members]) => {
    const shown = members
      .slice(0, shownPerReason)
      .map(({ featureIndex, name }) => `#${featureIndex}${name ? ` ${name}` : ''}`);
    const more = members.length > shownPerReason ? ', …' : '';
    return `${heading}: ${members.length} ${reason} (${shown.join(', ')}${more})`;
  });
}
