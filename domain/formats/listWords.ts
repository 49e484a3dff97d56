/** What the list says in Vietnamese for the values of records. */
import type { HouseUse } from '../records/house.ts';
import type { SignState } from '../records/sign.ts';
import { villageOf, type World } from '../records/world.ts';

export const useWords: { readonly [U in HouseUse]: string } = {
  residential: 'Nhà ở',
  public: 'Công trình công cộng',
  business: 'Cơ sở kinh doanh',
  worship: 'Nơi thờ tự',
  school: 'Trường học',
  other: 'Công trình khác',
};

export const plateWords: { readonly [S in SignState]: string } = {
  planned: 'Dự kiến',
  ordered: 'Đã đặt làm',
  installed: 'Đã gắn',
  damaged: 'Hư hỏng',
  missing: 'Bị mất',
  removed: 'Đã gỡ',
};

/** What every paper of a village that is made up says; null for a real one. */
export const noticeOf = (world: World): string | null => (villageOf(world)?.isSample ? 'Dữ liệu minh hoạ' : null);

/** dd/mm/yyyy. */
export const vietnameseDate = (date: string): string => date.split('-').reverse().join('/');
