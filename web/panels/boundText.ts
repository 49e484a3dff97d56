/** How far the places chosen can be from the best choice there is, in words. */
import type { NextDevices } from '../../domain/coverage/whereNext/nextCameras.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

/** Percent by which the best choice could add more: of what the chosen ones add, rounded up to a whole one. */
export function percentBelowBest({
  addedMeters,
  boundMeters,
}: Pick<NextDevices<unknown>, 'addedMeters' | 'boundMeters'>): number {
  const more = (boundMeters - addedMeters) / Math.max(addedMeters, 1e-9);
  // What is less than a tenth of a percent is the doubt of figures.
  return more < 0.001 ? 0 : Math.ceil(more * 100);
}

export function boundText(next: Pick<NextDevices<unknown>, 'addedMeters' | 'boundMeters'>): string {
  const percent = percentBelowBest(next);
  return percent === 0 ? t('next.best') : t('next.bound', { percent: formatNumber(percent) });
}
