/** A refusal in words. */
import type { Refusal } from '../../domain/edits/refusal.ts';
import { t } from './t.ts';

export const refusalText = (refusal: Refusal): string => t(`refusal.${refusal.code}`, refusal.params);
