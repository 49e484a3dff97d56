/** The heads of the sample's households: names that say themselves that they are made up, phones nobody can have. */
import type { Random } from './random.ts';

export interface Person {
  readonly headName: string;
  readonly phone: string | null;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ', 'Bùi', 'Mai', 'Trịnh'];
const middles = ['Văn', 'Thị', 'Đình', 'Hữu', 'Ngọc', 'Xuân', 'Quang', 'Thu'];
/** "Example", "illustration", "supposed", "imagined", "fictional", "for instance": no one is called so. */
const inventions = ['Ví Dụ', 'Minh Hoạ', 'Giả Định', 'Tưởng Tượng', 'Hư Cấu', 'Thí Dụ'];

export function inventPeople(count: number, random: Random): readonly Person[] {
  const names = families.flatMap((family) =>
    middles.flatMap((middle) => inventions.map((invention) => `${family} ${middle} ${invention}`)),
  );
  const chosen = random.shuffled(names).slice(0, count);
  if (chosen.length < count) throw new Error(`only ${chosen.length} names for ${count} households`);
  return chosen.map((headName, index) => ({
    headName,
    // 00 is the prefix for calls abroad: no Vietnamese telephone has such a number.
    phone: random.chance(0.7) ? `0000000${String(index + 1).padStart(3, '0')}` : null,
  }));
}
