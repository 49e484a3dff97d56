/** VNI for Windows, the codes of fonts called VNI-…: a vowel, then a sign for its hat and tone. */

const [grave, acute, hook, tilde, dot] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const [hat, breve] = ['\u0302', '\u0306'];

const tones: readonly (readonly [string, string])[] = [
  ['ø', grave],
  ['ù', acute],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
];
const hats: readonly (readonly [string, string])[] = [
  ['â', hat],
  ['à', hat + grave],
  ['á', hat + acute],
  ['å', hat + hook],
  ['ã', hat + tilde],
  ['ä', hat + dot],
];
const breves: readonly (readonly [string, string])[] = [
  ['ê', breve],
  ['è', breve + grave],
  ['é', breve + acute],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
];
const singles: readonly (readonly [string, string])[] = [
  ['ñ', 'đ'],
  ['ö', 'ư'],
  ['ô', 'ơ'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];

const letterOf = new Map<string, string>();
function add(code: string, letter: string): void {
  letterOf.set(code, letter.normalize('NFC'));
  letterOf.set(code.toUpperCase(), letter.normalize('NFC').toUpperCase());
  // A capital is often followed by a small sign.
  letterOf.set(code[0]!.toUpperCase() + code.slice(1), letter.normalize('NFC').toUpperCase());
}
for (const [code, letter] of singles) add(code, letter);
for (const [sign, mark] of tones) {
  for (const vowel of ['a', 'e', 'o', 'u', 'y']) add(vowel + sign, vowel + mark);
  add(`ô${sign}`, `ơ${mark}`);
  add(`ö${sign}`, `ư${mark}`);
}
for (const [sign, mark] of hats) for (const vowel of ['a', 'e', 'o']) add(vowel + sign, vowel + mark);
for (const [sign, mark] of breves) add(`a${sign}`, `a${mark}`);

const codes = new RegExp([...letterOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

export const fromVni = (text: string): string => text.replace(codes, (code) => letterOf.get(code) ?? code);
