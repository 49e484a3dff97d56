/** TCVN 5712:1993 (VN3, "ABC"), the bytes of fonts called .Vn…, as they are seen when taken for Latin-1. */

/** Letters with their codes: U+00AD, a soft hyphen elsewhere, is "ư". */
const letters =
  'àµá¸ả¶ã·ạ¹ă¨ằ»ắ¾ẳ¼ẵ½ặÆâ©ầÇấÊẩÈẫÉậËđ®èÌéÐẻÎẽÏẹÑêªềÒếÕểÓễÔệÖì×íÝỉØĩÜịÞòßóãỏáõâọä' +
  'ô«ồåốèổæỗçộéơ¬ờêớíởëỡìợîùïúóủñũòụôư\u00ADừõứøửöữ÷ựùỳúýýỷûỹüỵþĂ¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§';

const letterOf = new Map<string, string>();
for (let at = 0; at < letters.length; at += 2) letterOf.set(letters[at + 1]!, letters[at]!);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/;

export function fromTcvn3(text: string): string {
  const read = text.replace(/[\u00A1-\u00FE]/g, (code) => letterOf.get(code) ?? code);
  // A capital with a tone is the capital and the small letter that has the tone.
  return read.replace(/([AĂÂEÊIOÔƠUƯY])(\p{Ll})/gu, (both, capital: string, small: string) => {
    const parts = small.normalize('NFD');
    const isToned = tone.test(parts) && parts.replace(tone, '').normalize('NFC') === capital.toLowerCase();
    return isToned ? small.toUpperCase() : both;
  });
}
