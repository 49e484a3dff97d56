/** Text as it stands in XML. */
import { escapedMarkup } from '../../../markup.ts';

/** What XML 1.0 has no way to write is left out: control characters and halves of surrogate pairs. */
const unwritable =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const xmlText = (text: string): string => escapedMarkup(text.replace(unwritable, '')).replaceAll('\r', '&#13;');
