/** What a household is called in lists: its place in the village's list, and its head as far as it is shown. */
import type { Household } from '../../domain/records/household.ts';
import { t } from '../i18n/t.ts';
import { nameShown } from '../state/personsShown.svelte.ts';

export function householdTitle(household: Household): string {
  const [name, { ordinal }] = [nameShown(household), household];
  return name === null ? t('household.ordinal', { ordinal }) : t('household.headed', { ordinal, name });
}
