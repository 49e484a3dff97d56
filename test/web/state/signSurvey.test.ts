import { beforeEach, expect, it } from 'vitest';
import { goBack, goOn, reorder, startSurvey, stopSurvey, survey } from '../../../web/state/signSurvey.svelte.ts';

beforeEach(() => startSurvey(['a', 'b', 'c', 'd']));

it('goes from sign to sign and counts what was found', () => {
  goOn('good');
  goOn('skipped');
  expect([survey.signId, survey.seen, survey.total]).toEqual(['c', 2, 4]);
  goOn('damaged');
  goOn('skipped');
  expect([survey.signId, survey.seen, survey.total]).toEqual([null, 4, 4]);
  expect(['good', 'damaged', 'missing', 'skipped'].map((what) => survey.count(what as 'good'))).toEqual([1, 1, 0, 2]);
  goOn('good');
  expect(survey.count('good')).toBe(1);
  startSurvey(survey.skipped);
  expect([survey.left, survey.seen]).toEqual([['b', 'd'], 0]);
});

it('goes back to the one before, whose finding no longer counts', () => {
  goBack();
  expect(survey.signId).toBe('a');
  goOn('missing');
  goOn('good');
  goBack();
  expect([survey.signId, survey.count('good'), survey.count('missing'), survey.total]).toEqual(['b', 0, 1, 4]);
});

it('takes those left in another order; what was seen stays seen', () => {
  goOn('good');
  reorder(['d', 'c', 'b']);
  expect([survey.signId, survey.seen, survey.total]).toEqual(['d', 1, 4]);
  stopSurvey();
  expect([survey.signId, survey.total]).toEqual([null, 0]);
});
