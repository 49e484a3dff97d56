/** What a picture on the device is called, and why it could not be put to its sign. */
import { textOnOneLine } from '../../domain/signs/faceText.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import type { KeptPhoto, PhotoRefusal } from './keptPhotos.ts';
import { whyRefused } from './refusedAfterwards.ts';
import { session } from './session.svelte.ts';
import { village } from './village.svelte.ts';

export const villageOfPhoto = ({ villageId, villageName }: KeptPhoto): string =>
  villageName ?? session.villages.find(({ id }) => id === villageId)?.name ?? '';

export function photoName({ signId, signText }: KeptPhoto): string {
  const sign = village.world.sign.get(signId);
  const text = signText ?? (sign ? textOnOneLine(sign.faces) : '');
  return text === '' ? t('unsent.photoOfSign') : t('unsent.photo', { text });
}

export function whyPhotoStays(refusal: PhotoRefusal): string {
  if (refusal.reason === 'refused') return whyRefused(refusal.failure);
  if (refusal.reason === 'rules') return refusalText(refusal.refusal);
  return t(refusal.reason === 'outdated' ? 'care.photoOutdated' : 'care.photoNoSign');
}
