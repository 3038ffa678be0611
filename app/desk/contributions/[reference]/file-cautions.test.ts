import { expect, it } from 'vitest';
import { FINDINGS } from '@/lib/contributions/files/examination/findings';
import { cautionFor } from './file-cautions';

it('each finding has a meaning and an advice for editors, and a file without findings has none', () => {
  const said = FINDINGS.map((finding) => cautionFor([finding]));
  expect(new Set(said).size).toBe(FINDINGS.length);
  for (const words of said) expect(words).toMatch(/^(Active content|Not examined|Not scanned)\b.*\.$/);
  expect(cautionFor(['remote_template', 'dde'])).toMatch(
    /^Active content\. When it is opened, it may fetch its template .* or ask another program to run \(DDE\)\. Save it,/,
  );
  expect(cautionFor([])).toBeUndefined();
  expect(cautionFor(null)).toMatch(/^Not examined/);
});
