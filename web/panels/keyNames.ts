/** Keys as they are written on a keyboard, in the language of the interface where they have words. */
import { t } from '../i18n/t.ts';

const named = ['Escape', 'Space', 'Delete', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

/** "Ctrl+Shift+z" → "Ctrl + Shift + Z". */
export const keyNames = (key: string): string =>
  (key.length === 1 ? [key] : key.split('+'))
    .map((part) => {
      const name = named.find((one) => one === part);
      return name ? t(`key.${name}`) : part.length === 1 ? part.toUpperCase() : part;
    })
    .join(' + ');
