/** A finding in words: the record it is about, and what is wrong with it. */
import type { Finding } from '../../domain/checks/findings.ts';
import type { AnswerSystem } from '../../domain/records/platformAnswer.ts';
import { findRecord, type World } from '../../domain/records/world.ts';
import { t } from '../i18n/t.ts';
import { recordTitle } from './label.ts';

export function findingText({ checkId, params }: Finding): string {
  if (checkId === 'sign-text-outdated' && params['should'] === '') return t(`check.${checkId}.gone`, params);
  if (checkId !== 'answer-rejected') return t(`check.${checkId}.text`, params);
  const said = { ...params, system: t(`answerSystem.${params['system'] as AnswerSystem}`) };
  return t(params['reason'] === '' ? `check.${checkId}.noReason` : `check.${checkId}.text`, said);
}

/** "Số 5 · Số 7": the records the fault lies in; at most three by name. */
export function findingTitle(world: World, { recordIds }: Pick<Finding, 'recordIds'>): string {
  const titles = recordIds.flatMap((id) => {
    const record = findRecord(world, id);
    return record ? [recordTitle(world, record)] : [];
  });
  return titles.length > 3 ? `${titles.slice(0, 3).join(' · ')} …` : titles.join(' · ');
}
