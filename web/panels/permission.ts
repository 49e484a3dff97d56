/** Why this person may not do a kind of edit at all: the reason under a button that would open a form or a tool. */
import type { EditKind } from '../../domain/edits/registry.ts';
import type { Refusal } from '../../domain/edits/refusal.ts';
import { mayEdit } from '../../domain/permissions.ts';
import { refusalText } from '../i18n/refusals.ts';
import { t } from '../i18n/t.ts';
import { village } from '../state/village.svelte.ts';

export const whyNotAllowed = (kind: EditKind): string | null =>
  mayEdit(village.role, kind) ? null : t('refusal.forbidden');

export const whyNot = (refusal: Refusal | null): string | null => (refusal ? refusalText(refusal) : null);
