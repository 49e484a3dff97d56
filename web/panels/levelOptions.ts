/** How well a camera shows somebody, in plain words, to be chosen. */
import { densities, levels2025 } from '../../domain/coverage/cameras/levels.ts';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';

/** Values are indexes of `densities`, as fields take them. */
export const levelOptions = () =>
  levels2025.map(({ id, pixelsPerMeter }) => ({
    value: String(densities.indexOf(pixelsPerMeter)),
    label: t('c3.levelOf', { words: t(`seenLevel.${id}`), density: formatNumber(pixelsPerMeter, 1) }),
  }));
