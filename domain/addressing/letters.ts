/** The capital letters told after a number, in Vietnamese order (TT 08/2024/TT-BXD; RULES §1.4). */

/** Every letter a number may carry, in reading order; F, J, W, Z are read but never given. */
const readOrder = 'ABCDĐEFGHIJKLMNOPQRSTUVWXYZ';

/** Vietnamese capitals without marks and without F J W Z, as in the rule's own example: 20D, 20Đ, 20E, 20G. */
const givenOrder = 'ABCDĐEGHIKLMNOPQRSTUVXY';

/** Place of a letter in reading order, or -1. */
export const letterOrder = (letter: string): number => readOrder.indexOf(letter);

/** The letters to give in order; Đ may be left out because plates and SMS lose its bar. */
export const lettersToGive = (skipDStroke: boolean): readonly string[] =>
  [...givenOrder].filter((letter) => !skipDStroke || letter !== 'Đ');
