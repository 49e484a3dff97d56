/** Sets of columns as they are chosen. */
import { builtInIds } from '../../domain/formats/releases/releaseProfile.ts';
import { t } from '../i18n/t.ts';
import type { OwnProfile } from '../sync/releases.ts';

export const profileOptions = (own: readonly OwnProfile[]): { readonly value: string; readonly label: string }[] => [
  ...builtInIds.map((id) => ({ value: id, label: t(`releases.profile.${id}`) })),
  ...own.map(({ id, name }) => ({ value: id, label: name })),
];
