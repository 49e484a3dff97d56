/** Telephone numbers of Vietnam as they are now: numbers of eleven digits became numbers of ten in 2018 (RULES §9). */

/** The first four digits until 2018, and the first three since (Bộ TTTT, plan of 2018 for changing mobile numbers). */
const since2018: Readonly<Record<string, string>> = {
  ...{ '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078' },
  ...{ '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037' },
  ...{ '0168': '038', '0169': '039', '0186': '056', '0188': '058', '0199': '059' },
};

/** With the 0 of the country instead of +84, 0084 or 84. */
export const fold84 = (digits: string): string => digits.replace(/^(\+84|0084|84(?=\d{9,10}$))0?/, '0');

/** A mobile number of ten digits or a landline of eleven (02…), the old mobile forms brought up to date; null: neither. */
export function currentPhone(digits: string): string | null {
  if (/^0[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits)) return digits;
  const now = /^01\d{9}$/.test(digits) ? since2018[digits.slice(0, 4)] : undefined;
  return now === undefined ? null : now + digits.slice(4);
}
