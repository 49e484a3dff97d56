/** Findings by check, in the order of the checks: those with errors first. */
import type { CheckId } from '../../domain/checks/checks.ts';
import type { Finding } from '../../domain/checks/findings.ts';

export interface CheckGroup {
  readonly checkId: CheckId;
  readonly findings: readonly Finding[];
  readonly errors: number;
}

export function checkGroups(findings: readonly Finding[]): readonly CheckGroup[] {
  const groups = new Map<CheckId, Finding[]>();
  for (const finding of findings) {
    const others = groups.get(finding.checkId);
    if (others) others.push(finding);
    else groups.set(finding.checkId, [finding]);
  }
  return [...groups]
    .map(([checkId, found]) => ({
      checkId,
      findings: found.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error')),
      errors: found.filter(({ severity }) => severity === 'error').length,
    }))
    .sort((a, b) => Number(b.errors > 0) - Number(a.errors > 0));
}
