/** What papers about signs say in Vietnamese: kinds, posts, places, directions, sizes, and why a sign stands there. */
import { roadLabel } from '../addressing/roadName.ts';
import { eighthOf } from '../geometry/compass.ts';
import type { Sign, SignKind } from '../records/sign.ts';
import type { World } from '../records/world.ts';
import type { FaceProblem } from '../signs/face/faceDrawing.ts';
import type { Need } from '../signs/needs.ts';
import { bearingsOf } from '../signs/reading.ts';
import type { OrderLine } from '../signs/orderLines.ts';
import type { PlacedSign } from '../signs/signPlace.ts';
import type { FaceSize, SizeVerdict } from '../signs/sizes.ts';
import { decimal } from './vietnameseFigures.ts';

export const signKindWords: { readonly [K in SignKind]: string } = {
  'road-name': 'Biển tên đường',
  'lane-mouth': 'Biển đầu ngõ',
  direction: 'Biển chỉ dẫn',
  'village-entrance': 'Biển đầu thôn',
  'house-plate': 'Biển số nhà',
};

export const postWords: { readonly [P in Sign['post']]: string } = {
  new: 'Cột mới',
  'existing-pole': 'Cột có sẵn',
  wall: 'Gắn tường',
};

/** What an order says of a sign's post: a new one is bought once. */
export const orderedPostWords = ({ sign, isFirstOnNewPost, isOnStandingPost }: OrderLine): string => {
  if (sign.post !== 'new' || sign.signKind === 'house-plate' || isFirstOnNewPost) return postWords[sign.post];
  return isOnStandingPost ? 'Cột đã dựng' : 'Chung cột với biển khác';
};

export const sizeWords = ({ widthMillimeters, heightMillimeters }: FaceSize): string =>
  `${widthMillimeters} × ${heightMillimeters} mm`;

const winds = ['bắc', 'đông bắc', 'đông', 'đông nam', 'nam', 'tây nam', 'tây', 'tây bắc'] as const;

/** "đông bắc (45°)". */
export const windWords = (degrees: number): string => {
  const whole = Math.round(((degrees % 360) + 360) % 360) % 360;
  return `${winds[eighthOf(whole)]} (${whole}°)`;
};

/** Where each of the faces looks, in their order: "bắc (0°), đông nam (120°) và tây nam (240°)". */
export function facingWords({ facingDegrees, faces }: Pick<Sign, 'facingDegrees' | 'faces'>): string {
  const looks = bearingsOf(facingDegrees, faces.length).map(windWords);
  return [looks.slice(0, -1).join(', '), ...looks.slice(-1)].filter((words) => words !== '').join(' và ');
}

/** "Đường Đền Hàn, cách đầu đường 123 m, bên trái, cách tim đường 3,2 m". */
export function placeWords(world: World, { road, place }: PlacedSign): string {
  if (!road || !place) return 'Xa đường, xem toạ độ';
  const side = place.side === 'left' ? 'bên trái' : 'bên phải';
  const from = `cách đầu ${road.class === 'road' ? 'đường' : 'ngõ'} ${decimal(place.measureMeters, 0)} m`;
  return `${roadLabel(world, road)}, ${from}, ${side}, cách tim đường ${decimal(place.distanceMeters, 1)} m`;
}

export function problemWords(problem: FaceProblem): string {
  switch (problem.code) {
    case 'does-not-fit':
      return `Chữ không vừa mặt biển: chỉ còn cao ${decimal(problem.letterMillimeters, 0)} mm, phải từ ${decimal(problem.leastMillimeters, 0)} mm. Hãy rút gọn chữ hoặc chọn biển lớn hơn.`;
    case 'no-letter':
      return `Phông chữ của biển không có ký tự “${problem.character}”.`;
    case 'empty':
      return 'Mặt biển chưa có chữ.';
  }
}

/** What is to be said of a size; null where nothing is. */
export function sizeVerdictWords(judged: SizeVerdict): string | null {
  if (judged.verdict === 'ok') return null;
  if (judged.verdict === 'error') return `Nhỏ hơn cỡ tối thiểu ${sizeWords(judged.least)}`;
  return judged.code === 'below-standard'
    ? 'Nhỏ hơn cỡ chuẩn, phải thống nhất'
    : `Số dài: nên dùng cỡ ${sizeWords(judged.standard)}`;
}

/** What can be read because of it, each thing once: "Từ Đường Trục Thôn đến ngã rẽ đọc được: Đường Đền Hàn". */
export function whyWords(world: World, needs: readonly Need[]): readonly string[] {
  const subjects = new Map<string, Set<string>>();
  for (const need of needs) {
    const { landmarkId, roadId } = need.subject;
    const landmark = landmarkId === null ? undefined : world.landmark.get(landmarkId);
    const [road, from] = [world.road.get(roadId), world.road.get(need.fromRoadId)];
    const what = landmark?.name ?? (road ? roadLabel(world, road) : null);
    if (what === null) continue;
    const where = whereWords(need.kind, from ? roadLabel(world, from) : null);
    subjects.set(where, (subjects.get(where) ?? new Set()).add(what));
  }
  return [...subjects].map(([where, what]) => `${where}: ${[...what].join(', ')}.`);
}

function whereWords(kind: Need['kind'], from: string | null): string {
  switch (kind) {
    case 'choice':
      return from === null ? 'Trước ngã rẽ đọc được' : `Đi ${from} đến ngã rẽ đọc được`;
    case 'landmark':
      return from === null ? 'Chỉ lối rẽ đến' : `Đi ${from}, chỉ lối rẽ đến`;
    case 'end':
      return 'Ở đầu đường vào thôn đọc được';
    case 'repeat':
      return 'Đoạn dài chưa có biển, nhắc lại tên';
  }
}
