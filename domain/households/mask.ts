/** Names and telephones of persons where they need not be read whole (RULES §6: masks). */

/** "Nguyễn Văn An" → "Nguyễn V. A."; a single word keeps its first letter. */
export function maskedName(name: string): string {
  const [family = '', ...given] = name.trim().split(/\s+/);
  const initial = (word: string) => `${[...word][0]!}.`;
  return given.length === 0 ? (family === '' ? '' : initial(family)) : [family, ...given.map(initial)].join(' ');
}

/** "0912345678" → "0912***678". */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? phone.replace(/./g, '*') : `${phone.slice(0, 4)}${'*'.repeat(phone.length - 7)}${phone.slice(-3)}`;
