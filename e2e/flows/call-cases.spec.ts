import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import type { Desk } from '@/e2e/fixtures/test';
import { expect, test } from '@/e2e/fixtures/test';
import { makePdf } from '@/prisma/factories/files';
import { makeEmptyCall } from '@/prisma/factories/questionnaires';
import { agreeAndSubmit, openFiles } from './contributor';
import { addQuestion, addRule, expectSaved, fillAbout, fillRows, openEditor, publishVersion } from './questionnaire';

/** What other forums have asked for, each set up by hand at the desk, answered in the form and read by an editor. */
type Walk = {
  /** Builds the questionnaire in the editor. */
  build: (desk: Page) => Promise<void>;
  /** Answers it, from the first step to the check page. */
  answer: (page: Page, form: string) => Promise<void>;
};

async function walk(page: Page, desk: Page, { build, answer }: Walk) {
  const { slug } = await makeEmptyCall({ published: true });
  await openEditor(desk, slug);
  await build(desk);
  await fillAbout(desk, 'About you', 'What you answer is published; an address never is.');
  await publishVersion(desk, slug, 'First version');

  const form = `/en/calls/${slug}/contribute`;
  await page.goto(form);
  await answer(page, form);
  await page.goto(`${form}/about`);
  await page.getByRole('radio', { name: 'Anonymously' }).check();
  await next(page, 'check');
  await expectAccessible(page);
  await agreeAndSubmit(page);
  await page.waitForURL(/\/(done|status)/);
  const reference = /BPF-[A-Z0-9-]+-\d+/.exec(await page.locator('main').innerText())?.[0] ?? '';
  await desk.goto(`/desk/contributions/${reference}`);
}

const start = (page: Page) => page.getByRole('button', { name: 'Start', exact: true }).first().click();

async function next(page: Page, step: string) {
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(new RegExp(`/contribute/${step}(\\?|$)`));
}

test('a call with seven theme questions, and other words for one audience', async ({ page, openDesk }) => {
  const { page: desk } = await admin(openDesk);
  const themes = ['Norms', 'Trust', 'Capacity', 'Incidents', 'Law', 'Supply chains', 'Human rights'];
  await walk(page, desk, {
    build: async () => {
      await desk.locator('#part-groups').click();
      await desk.getByRole('button', { name: 'Add an audience' }).click();
      await desk.getByLabel('Name of audience 1').fill('Governments');
      for (const theme of themes)
        await addQuestion(desk, {
          kind: 'Text',
          title: `What do you do about ${theme.toLowerCase()}?`,
          shortTitle: theme,
        });
      await desk
        .getByRole('group', { name: /^Wording for “Governments”/ })
        .getByLabel('Question', { exact: true })
        .fill('What does your government do about human rights?');
    },
    answer: async () => {
      await page.getByRole('radio', { name: 'Governments' }).first().check();
      await start(page);
      await page.waitForURL(/\/contribute\/norms/);
      await expect(page.getByText('What do you do about norms?')).toBeVisible();
      await page.getByLabel('Your answer').fill('We publish them.');
      await next(page, 'trust');
      await page.goto(page.url().replace('/trust', '/human-rights'));
      await expect(page.getByText('What does your government do about human rights?')).toBeVisible();
      await page.getByLabel('Your answer').fill('We protect them.');
      await next(page, 'about');
    },
  });
  await expect(desk.getByText('We protect them.').first()).toBeVisible();
  await expect(desk.getByText('Governments').first()).toBeVisible();
});

test('a general and a specific section with a limit of words, and “please do not publish” as a choice', async ({
  page,
  openDesk,
}) => {
  const { page: desk } = await admin(openDesk);
  await walk(page, desk, {
    build: async () => {
      await desk.locator('#part-groups').click();
      for (const [at, title] of ['General', 'Specific'].entries()) {
        await desk.getByRole('button', { name: 'Add a section' }).click();
        await desk.getByLabel(`Title of section ${at + 1}`).fill(title);
      }
      await addQuestion(desk, {
        kind: 'Text',
        title: 'What do you see?',
        shortTitle: 'What you see',
        section: 'General',
      });
      await desk.getByLabel('Words at most').fill('5');
      await addQuestion(desk, {
        kind: 'Choice',
        title: 'May this be published?',
        shortTitle: 'Publishing',
        section: 'Specific',
      });
      await fillRows(desk, 'Choices', ['Yes, please', 'Please do not publish']);
    },
    answer: async () => {
      await start(page);
      await page.waitForURL(/\/contribute\/what-you-see/);
      await expect(page.getByText('General').first()).toBeVisible();
      await page.getByLabel('Your answer').fill('More words than this question allows us.');
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await expect(page.getByText(/This has 7 words; 5 words are allowed/).first()).toBeVisible();
      await page.getByLabel('Your answer').fill('Attacks on hospitals, mostly.');
      await next(page, 'publishing');
      await openFiles(page);
      await page
        .getByLabel('Choose a file')
        .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: makePdf() });
      await page.getByRole('button', { name: 'Add the file' }).click();
      await expect(page.getByText('report.pdf').first()).toBeVisible();
      await page.getByRole('radio', { name: 'Please do not publish' }).check();
      await next(page, 'about');
    },
  });
  await expect(desk.getByText('report.pdf').first()).toBeVisible();
  await expect(desk.getByText('Please do not publish').first()).toBeVisible();
});

test('a call that collects incidents as records, with a date, a sector and the norms concerned', async ({
  page,
  openDesk,
}) => {
  const { page: desk } = await admin(openDesk);
  await walk(page, desk, {
    build: async () => {
      await addQuestion(desk, { kind: 'Records', title: 'Which incidents do you know of?', shortTitle: 'Incidents' });
      await desk.getByLabel(/^What one of them is called/).fill('Incident');
      const field = (at: number) => desk.getByRole('group', { name: `Fields of each ${at}`, exact: true });
      for (const [at, [label, kind]] of [
        ['What happened', 'Text'],
        ['When', 'Date'],
        ['Sector', 'Choice'],
        ['Norms concerned', 'Norms of the dataset'],
      ].entries()) {
        if (at > 0) await desk.getByRole('button', { name: 'Add to “Fields of each”' }).click();
        await field(at + 1)
          .getByLabel('Label')
          .fill(label ?? '');
        await field(at + 1)
          .getByLabel('Kind of answer')
          .selectOption({ label: kind });
      }
      await field(3).getByRole('group', { name: 'Choices 1', exact: true }).getByLabel('Text').fill('Health');
      await field(3).getByRole('group', { name: 'Choices 2', exact: true }).getByLabel('Text').fill('Energy');
    },
    answer: async () => {
      await start(page);
      await page.waitForURL(/\/contribute\/incidents/);
      await page.getByLabel('What happened').first().fill('Ransomware in a hospital');
      await page.getByLabel('When').first().fill('2018-04');
      await page.getByRole('radio', { name: 'Health' }).first().check();
      const norms = page.locator('details', { hasText: 'Norms concerned' }).first();
      await norms.locator('summary').click();
      await norms.getByRole('checkbox', { name: /supply chain/i }).check();
      await next(page, 'about');
    },
  });
  await expect(desk.getByText('Ransomware in a hospital').first()).toBeVisible();
  await expect(desk.getByText(/supply chain/i).first()).toBeVisible();
  await expect(desk.getByText('Apr 2018').first()).toBeVisible();
});

test('a yes/no question with a follow-up rating only after yes', async ({ page, openDesk }) => {
  const { page: desk } = await admin(openDesk);
  await walk(page, desk, {
    build: async () => {
      await addQuestion(desk, { kind: 'Yes or no', title: 'Do you have a policy?', shortTitle: 'Policy' });
      await addQuestion(desk, { kind: 'Rating', title: 'How far is it carried out?', shortTitle: 'How far' });
      await fillRows(desk, 'Levels, from the lowest to the highest', ['In part', 'As a whole']);
      await expectSaved(desk);
      await addRule(desk, { question: 'Question 1 “Policy”', operator: 'is', value: 'Yes' });
    },
    answer: async (_, form) => {
      await start(page);
      await page.waitForURL(/\/contribute\/policy/);
      await page.getByRole('radio', { name: 'No', exact: true }).check();
      await next(page, 'about');
      await page.goto(`${form}/policy`);
      await page.getByRole('radio', { name: 'Yes', exact: true }).check();
      await next(page, 'how-far');
      await page.getByRole('radio', { name: 'As a whole' }).check();
      await next(page, 'about');
    },
  });
  await expect(desk.getByText('As a whole').first()).toBeVisible();
});

test('three levels with evidence for each of several things', async ({ page, openDesk }) => {
  const { page: desk } = await admin(openDesk);
  await walk(page, desk, {
    build: async () => {
      await addQuestion(desk, { kind: 'Rating', title: 'How far are these in place?', shortTitle: 'Measures' });
      await fillRows(desk, 'Levels, from the lowest to the highest', ['Planned', 'Begun', 'In place']);
      await fillRows(desk, 'Rows, if several things are rated', ['A strategy', 'A response team']);
      await desk.getByLabel('A public link to evidence for each level').check();
    },
    answer: async () => {
      await start(page);
      await page.waitForURL(/\/contribute\/measures/);
      const team = page.getByRole('group', { name: /^A response team/ });
      await team.getByRole('radio', { name: 'Begun' }).check();
      await page.getByLabel(/evidence.*A response team|A response team.*evidence/i).fill('https://example.org/team');
      await next(page, 'about');
    },
  });
  await expect(desk.getByText('Begun').first()).toBeVisible();
  await expect(desk.getByRole('link', { name: /example\.org\/team/ }).first()).toBeVisible();
});

const admin = (openDesk: (options: { role: 'admin' }) => Promise<Desk>) => openDesk({ role: 'admin' });
