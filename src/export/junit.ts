import type { Verdict } from '../claims/verdict.ts';
import { xml } from './feed.ts';

/** Verdicts as a JUnit report, for checks that run by themselves: what differs fails, what is not checkable is skipped. */
export function junitReport(verdicts: readonly Verdict[]): string {
  const failures = verdicts.filter((verdict) => verdict.verdict === 'differs').length;
  const skipped = verdicts.filter((verdict) => verdict.verdict === 'not checkable').length;
  const counts = `tests="${verdicts.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const cases = verdicts.flatMap((verdict) => {
    const place = verdict.claim.place?.file === undefined ? '' : ` file="${xml(verdict.claim.place.file)}"`;
    const head = `<testcase classname="claims" name="${xml(verdict.id)}"${place} time="0"`;
    if (verdict.verdict === 'holds') return [`${head}/>`];
    const message = xml(verdict.says[0] ?? verdict.why ?? '');
    const inside =
      verdict.verdict === 'differs'
        ? `<failure message="${message}">${xml(verdict.says.join('\n'))}</failure>`
        : `<skipped message="${message}"/>`;
    return [`${head}>${inside}</testcase>`];
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites ${counts}>\n<testsuite name="counterfoil verify" ${counts}>\n${cases.join('\n')}\n</testsuite>\n</testsuites>\n`;
}
