import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';
import { filledIn } from '@/prisma/factories/returned-files';
import { agreeAndSubmit, openCell } from './contributor';

const CALL = '/en/calls/2020';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A person on the way through the site, and what the way costs: pages, screens down to the lowest thing that is used on
 * each, presses and fields.
 */
function personAt(page: Page) {
  const cost = { pages: 0, screens: 0, presses: 0, fields: 0 };
  let screensHere = 0;
  const reach = async (target: Locator) => {
    const screens = await target.evaluate(
      (element) => (element.getBoundingClientRect().bottom + window.scrollY) / window.innerHeight,
    );
    cost.screens += Math.max(0, Math.ceil(screens) - screensHere);
    screensHere = Math.max(screensHere, Math.ceil(screens));
  };
  return {
    cost,
    /** Is on a page. */
    arrive: async (address: string | RegExp) => {
      await page.waitForURL(address);
      cost.pages += 1;
      screensHere = 0;
    },
    press: async (target: Locator) => {
      await reach(target);
      cost.presses += 1;
      await target.click();
    },
    fill: async (target: Locator, text: string) => {
      await reach(target);
      cost.fields += 1;
      await target.fill(text);
    },
    /** The last page before sending: the consent and the button are two presses. */
    submit: async () => {
      await reach(page.getByRole('button', { name: 'Submit the contribution' }));
      cost.presses += 2;
      await agreeAndSubmit(page);
      await page.waitForURL(/\/contribute\/done/);
      cost.pages += 1;
      cost.screens += 1;
    },
  };
}

type Cost = ReturnType<typeof personAt>['cost'];

/** What a way costs is said, and may not grow. */
function expectAtMost(way: string, cost: Cost, most: Cost) {
  console.info(
    `${way}: ${Object.entries(cost)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  for (const what of ['pages', 'screens', 'presses', 'fields'] as const)
    expect(cost[what], `${way}: ${what}`).toBeLessThanOrEqual(most[what]);
}

test.describe('on a desktop', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test('the Word file of an institute becomes a contribution', async ({ page }) => {
    const blank = Buffer.from(await (await page.request.get(`${CALL}/questions.docx`)).body());
    const file = await filledIn(blank, {
      'bpf:signatory/note': 'The Paris Call is in the paper although the annex leaves it out.',
      'bpf:projects/projects/0/title': 'Global Cyber Policy Dialogues',
      'bpf:projects/projects/0/description': 'Regional dialogues that build capacity to put norms into practice.',
      'bpf:gaps/text': 'Several topics deserve an agreement of their own.',
      'bpf:comments/text': 'The paper shows well how the norms of 2015 return in other agreements.',
      'bpf:about/affiliation': 'EastWest Institute',
      'bpf:about/attribution': 'As the organisation',
    });
    await page.goto(CALL);
    const person = personAt(page);
    await person.arrive(CALL);
    await person.press(page.getByRole('link', { name: 'Send a late contribution' }).first());
    await person.arrive(/\/contribute$/);
    await page.getByLabel('The filled file').setInputFiles({ name: 'Answers.docx', mimeType: WORD, buffer: file });
    person.cost.fields += 1;
    await person.press(page.getByRole('button', { name: 'Read the file' }));
    await person.arrive(/\/from-file$/);
    await person.press(page.getByRole('button', { name: 'Begin a draft with these answers' }));
    await person.arrive(/\/contribute\/check/);
    await expect(page.getByText('Several topics deserve an agreement of their own.').first()).toBeVisible();
    await person.submit();
    expectAtMost('The Word file of an institute', person.cost, { pages: 5, screens: 11, presses: 5, fields: 1 });
  });
});

test.describe('on a phone', () => {
  const PHONE = { viewport: { width: 360, height: 800 }, hasTouch: true };
  test.use(PHONE);

  test('a new agreement is proposed, a colleague approves it, and it is sent', async ({ page, openBrowser }) => {
    await page.goto(CALL);
    const person = personAt(page);
    await person.arrive(CALL);
    await person.press(page.getByRole('link', { name: 'Send a late contribution' }).first());
    await person.arrive(/\/contribute$/);
    await person.press(page.getByRole('button', { name: 'Begin with New agreements and updates' }));
    await person.arrive(/\/contribute\/agreements/);
    await person.press(page.getByRole('button', { name: 'Describe a new agreement' }));
    await person.arrive(/\/contribute\/agreements\/1/);
    await person.fill((await openCell(page, 'Name')).getByRole('textbox').first(), 'Accord of the islands');
    const norms = page.locator('.cell-rest[open] ~ .cell-line:visible').filter({ has: page.getByRole('radio') });
    for (const norm of await norms.all()) await person.press(norm.getByText('Yes', { exact: true }));
    await person.press(page.getByRole('button', { name: 'Save and back to the list' }));
    await person.arrive(/\/contribute\/agreements$/);
    await page.goto(`${CALL}/contribute/about`);
    person.cost.presses += 2; // the list of steps, and the step
    await person.arrive(/\/contribute\/about/);
    await person.fill(page.getByLabel('Affiliation', { exact: true }), 'Ministry of Examples');
    await person.press(page.getByRole('radio', { name: 'As the organisation' }));
    await person.press(page.getByRole('button', { name: 'Save and continue' }));
    await person.arrive(/\/contribute\/check/);
    await person.press(page.getByRole('link', { name: /^Ask for approval$/ }));
    await person.arrive(/\/contribute\/share/);
    await person.fill(page.getByRole('textbox', { name: 'Whom it is for' }), 'head of division');
    await person.press(page.getByRole('button', { name: 'Make the link' }));
    const link = await page.locator('#made-link').inputValue();

    const colleague = await openBrowser(PHONE);
    await colleague.goto(link);
    const approver = personAt(colleague);
    await approver.arrive(/\/contribute\/read/);
    const section = colleague.getByRole('region', { name: 'Do you approve this text?' });
    await approver.press(colleague.getByRole('link', { name: 'To your approval' }));
    await approver.press(section.getByRole('radio', { name: 'I approve this version' }));
    await approver.fill(section.getByLabel('Your name'), 'Head of division');
    await approver.press(section.getByRole('button', { name: 'Send your answer' }));
    await expect(section.getByText('You approved this version')).toBeVisible();

    await page.goto(`${CALL}/contribute/check`);
    person.cost.presses += 1; // back to the check page
    await person.arrive(/\/contribute\/check/);
    await expect(page.getByRole('region', { name: 'Approval by colleagues' })).toContainText('approved this text');
    await person.submit();
    expectAtMost('A new agreement with eleven norms', person.cost, { pages: 10, screens: 24, presses: 24, fields: 3 });
    expectAtMost('The approval of a colleague', approver.cost, { pages: 1, screens: 7, presses: 3, fields: 1 });
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });

  test('one answer is sent anonymously', async ({ page }) => {
    await page.goto(CALL);
    const person = personAt(page);
    await person.arrive(CALL);
    await person.press(page.getByRole('link', { name: 'Send a late contribution' }).first());
    await person.arrive(/\/contribute$/);
    await person.press(page.getByRole('button', { name: 'Begin with Issues not yet addressed' }));
    await person.arrive(/\/contribute\/gaps/);
    await person.fill(page.getByLabel('Your answer'), 'No agreement speaks of hospitals.');
    await person.press(page.getByRole('button', { name: 'Save and continue' }));
    await person.arrive(/\/contribute\/comments/);
    await person.press(page.getByRole('button', { name: 'Save and continue' }));
    await person.arrive(/\/contribute\/about/);
    await person.press(page.getByRole('radio', { name: 'Anonymously' }));
    await person.press(page.getByRole('button', { name: 'Save and continue' }));
    await person.arrive(/\/contribute\/check/);
    await person.submit();
    expectAtMost('One anonymous answer', person.cost, { pages: 7, screens: 11, presses: 8, fields: 1 });
  });
});
