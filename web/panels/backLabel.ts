/** What the way back from a selected record is called: the panel it leads to. */
import { t } from '../i18n/t.ts';
import { view } from '../state/view.svelte.ts';

export function backLabel(): string {
  switch (view.behind) {
    case 'criterion6':
    case 'checks':
    case 'criterion3':
    case 'legend':
    case 'history':
    case 'candidates':
    case 'import':
    case 'answer':
    case 'households':
    case 'persons':
    case 'table':
    case 'unsent':
    case 'survey':
      return t(`panel.${view.behind}`);
    case 'selection':
      return t('panel.back');
    default:
      return t(`step.${view.behind}`);
  }
}
