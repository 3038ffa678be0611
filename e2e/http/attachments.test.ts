import { expect, test } from 'vitest';
import { makeDraft } from '@/prisma/factories/drafts';
import { makePdf } from '@/prisma/factories/files';
import { ask, origin, read } from './requests';

const STEP = '/en/calls/2020/contribute/gaps';

test('a file posted from another site, or without the draft, is refused with a message and not stored', async () => {
  const { cookie } = await makeDraft();
  const body = new FormData();
  body.set('file', new File([new Uint8Array(makePdf())], 'Annual report.pdf', { type: 'application/pdf' }));
  const foreign = await ask(`${STEP}/files`, {
    method: 'POST',
    body,
    headers: { Cookie: cookie, Origin: 'https://evil.example' },
  });
  expect([foreign.status, (await foreign.text()).includes('from a page of another site')]).toEqual([403, true]);
  const without = await ask(`${STEP}/files`, { method: 'POST', body, headers: { Origin: origin() } });
  expect([without.status, (await without.text()).includes('private link')]).toEqual([404, true]);
  const step = await read(STEP, { headers: { Cookie: cookie } });
  expect(step).toContain('Your answer');
  expect(step).not.toContain('Annual report.pdf');
});
