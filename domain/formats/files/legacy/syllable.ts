/** Whether a word can be a Vietnamese syllable: what tells a decoded text from a garbled one. */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const onset = 'ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx]';
const nucleus =
  'uyê|uya|uyu|uây|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|oeo|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]';
const syllable = new RegExp(`^(?:${onset})?(?:${nucleus})(ch|ng|nh|[cmnpt])?$`, 'u');

/** One tone at most; behind p, t, c and ch only the sharp and the heavy one. */
export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD');
  const found = parts.match(tones) ?? [];
  if (found.length > 1) return false;
  const match = syllable.exec(parts.replace(tones, '').normalize('NFC').toLowerCase());
  if (!match) return false;
  return !/^(?:[cpt]|ch)$/.test(match[1] ?? '') || found[0] === '\u0301' || found[0] === '\u0323';
}
