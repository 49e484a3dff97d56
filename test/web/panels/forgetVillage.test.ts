import { beforeEach, expect, it } from 'vitest';
import { forgetVillage } from '../../../web/panels/forgetVillage.ts';
import { tableChoice } from '../../../web/panels/tableChoice.svelte.ts';
import { startWalk, walk } from '../../../web/state/checkWalk.svelte.ts';
import { numbering } from '../../../web/state/numbering.svelte.ts';
import { askForDecision, reshaping } from '../../../web/state/reshaping.svelte.ts';
import { select, view } from '../../../web/state/view.svelte.ts';
import { village } from '../../../web/state/village.svelte.ts';
import { idOf } from '../../domain/builders.ts';

beforeEach(forgetVillage);

it('nothing chosen or asked for in one village lives on in the next', () => {
  const finding = { checkId: 'names-similar', key: 'a', severity: 'error', recordIds: [], facts: {} } as const;
  select('road', idOf(1));
  startWalk([finding as never]);
  tableChoice.kind = 'road';
  tableChoice.text = 'đền';
  tableChoice.state = 'named';
  numbering.isRenumbering = true;
  askForDecision({ kind: 'road.delete', input: { id: idOf(1) } } as never);
  const kept = () => [view.selection, walk.isOn, tableChoice.kind, tableChoice.text, tableChoice.state];
  const asked = () => [numbering.isRenumbering, reshaping.asked === null];
  expect(kept()).toEqual([{ kind: 'road', id: idOf(1) }, true, 'road', 'đền', 'named']);
  expect(asked()).toEqual([true, false]);
  forgetVillage();
  expect(kept()).toEqual([null, false, 'house', '', null]);
  expect(asked()).toEqual([false, true]);
});

it('a road that is not in the village keeps nothing to itself: the table shows all, the whole village is numbered', () => {
  expect(village.world.road.size).toBe(0);
  tableChoice.roadId = idOf(1);
  numbering.roadId = idOf(1);
  expect([tableChoice.roadId, numbering.roadId]).toEqual([null, null]);
  tableChoice.roadId = 'none';
  expect(tableChoice.roadId).toBe('none');
});
