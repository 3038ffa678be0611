import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { submit } from '@/prisma/factories/submissions';
import { agreeAndSubmit } from './contributor';

const CHECK = '/en/calls/2020/contribute/check';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the same words sent twice, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('are recognised, and sent again only after a confirmation', async ({ page, holdDraft }) => {
      const answer = `Nobody has agreed yet on what an attack on the routing system is, and that is the first thing to settle. ${Date.now()}`;
      await submit({ answers: { gaps: answer }, about: { anonymous: true }, consent: true });
      await holdDraft({ sections: { gaps: { text: answer }, about: { attribution: 'anonymous' } } });
      await page.goto(CHECK);
      await agreeAndSubmit(page);
      await expect(page.getByRole('alert').filter({ hasText: 'exactly the same' })).toBeVisible();
      await expect(page.getByRole('checkbox', { name: /I agree/ })).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page); // axe is a script itself
      await page.getByRole('checkbox', { name: 'Send it all the same' }).check();
      await page.getByRole('button', { name: 'Submit the contribution' }).click();
      await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
    });
  });
}
