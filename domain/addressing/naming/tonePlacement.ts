/** One place for the tone mark of a syllable, so that hòa and hoà, thủy and thuỷ, qúy and quý compare as the same. */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const syllable = new RegExp(
  '^(ngh|ng|nh|gh|kh|ph|th|tr|ch|gi(?=[aăâeêoôơuư])|qu(?=[aăâeêioôơy])|[bcdđghklmnprstvx])?' +
    '([aăâeêioôơuưy]{1,3})(ch|ng|nh|[cmnpt])?$',
  'iu',
);

/** Each tone set on the vowel where school books have it (hoà, thuỷ, quý); what is no Vietnamese syllable stays. */
export const oneTonePlacement = (text: string): string =>
  text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => (hasMark(word) ? placed(word) : word));

const hasMark = (word: string): boolean => /[^\x00-\x7F]/.test(word);

function placed(word: string): string {
  const decomposed = word.normalize('NFD');
  const found = decomposed.match(tones) ?? [];
  if (found.length !== 1) return word;
  const bare = decomposed.replace(tones, '').normalize('NFC');
  const [, initial = '', vowels, final = ''] = syllable.exec(bare) ?? [];
  if (vowels === undefined) return word;
  const at = initial.length + toneIndex(vowels.toLowerCase(), final !== '') + 1;
  return `${bare.slice(0, at)}${found[0]}${bare.slice(at)}`.normalize('NFC');
}

/** On the last vowel with a mark of its own; else before a final consonant, after the glide of oa, oe, uy; else first. */
function toneIndex(vowels: string, isClosed: boolean): number {
  const marked = [...vowels].findLastIndex((vowel) => 'ăâêôơư'.includes(vowel));
  if (marked !== -1) return marked;
  if (vowels.length === 1) return 0;
  if (vowels.length === 3 || isClosed) return 1;
  return ['oa', 'oe', 'uy'].includes(vowels) ? 1 : 0;
}

/**
 * Mỹ and Mĩ, Sỹ and Sĩ, Quý and Quí as the same: y that is a syllable's only vowel becomes i. Not in tay, thúy, Thụy,
 * where i would be another syllable.
 */
export const iForY = (text: string): string =>
  text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
    const bare = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    if (!/^(?:[bcdđghklmnpqrstvx]|ch|gh|kh|ngh?|nh|ph|qu|th|tr)?y$/iu.test(bare)) return word;
    return word.normalize('NFD').replace(/y/g, 'i').replace(/Y/g, 'I').normalize('NFC');
  });
