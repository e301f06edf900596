// `node scripts/count-tests.mjs REPORT.json`: one line from the test runner's report, `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Counts tests by outcome. A file that could not be loaded, and a run without a report, count as one failure.
 * @param {string | null} report the JSON text of the report, null where there is none
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (report === null) return { ...counts, failed: 1 };
  const { success, testResults = [] } = JSON.parse(report);
  for (const file of testResults) {
    const failedBefore = counts.failed;
    for (const test of file.assertionResults ?? []) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  if (success === false && counts.failed === 0) counts.failed = 1;
  return counts;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = process.argv[2] ?? '';
  const { passed, failed, skipped } = countTests(existsSync(path) ? readFileSync(path, 'utf8') : null);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
