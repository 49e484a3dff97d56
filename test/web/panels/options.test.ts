import { describe, expect, it } from 'vitest';
import { editDefinitions } from '../../../domain/edits/registry.ts';
import { subjectOptions } from '../../../web/panels/options.ts';

describe('the subjects of the history', () => {
  it('are those of all edits there are, each once and in words', () => {
    const options = subjectOptions();
    const subjects = Object.keys(editDefinitions).map((kind) => kind.split('.')[0]);
    expect(options.map(({ value }) => value)).toEqual([...new Set(subjects)]);
    expect(options.map(({ value }) => value)).toEqual(expect.arrayContaining(['records', 'exception']));
    for (const { value, label } of options) expect(label, value).not.toContain('subject.');
    expect(options.every(({ label }) => label !== '' && label !== undefined)).toBe(true);
  });
});
