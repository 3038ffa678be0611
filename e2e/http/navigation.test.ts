import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { read as readPage, statusOf } from './requests';

const read = async (path: string) => parseHTML(await readPage(path)).document;

/** The entries of a navigation as text and address, with those marked as current. */
function entriesOf(document: Document, label: string) {
  const links = [...document.querySelectorAll(`body > header nav[aria-label="${label}"] a`)];
  return {
    entries: links.map((link) => [link.textContent, link.getAttribute('href')]),
    current: links
      .filter((link) => link.hasAttribute('aria-current'))
      .map((link) => [link.textContent, link.getAttribute('aria-current')]),
  };
}

test('the main navigation has five entries, and the pages of the open one are a second row', async () => {
  const matrix = await read('/en/matrix/view/transpose/yes');
  expect(entriesOf(matrix, 'Main')).toEqual({
    entries: [
      ['Call', '/en/calls'],
      ['Agreements', '/en/agreements'],
      ['Analysis', '/en/analysis'],
      ['Contributions', '/en/contributions'],
      ['Data', '/en/data'],
    ],
    current: [['Agreements', 'true']],
  });
  expect(entriesOf(matrix, 'Agreements')).toEqual({
    entries: [
      ['List', '/en/agreements'],
      ['Matrix', '/en/matrix'],
      ['Compare', '/en/compare'],
      ['Criteria', '/en/criteria'],
    ],
    current: [['Matrix', 'true']],
  });
  const projects = await read('/en/projects');
  expect(entriesOf(projects, 'Main').current).toEqual([['Contributions', 'true']]);
  expect(entriesOf(projects, 'Contributions').current).toEqual([['Projects', 'page']]);
  const home = await read('/en');
  expect(entriesOf(home, 'Main').current).toEqual([]);
  expect(home.querySelectorAll('body > header nav')).toHaveLength(1);
  expect(home.querySelector('footer a[href="/en/about"]')?.textContent).toBe('About');
});

test('all notes of a row and of a column of the matrix are one view, linked from their heads, without a script', async () => {
  const matrix = await read('/en/matrix');
  const linkOf = (label: string) => matrix.querySelector(`table a[aria-label="${label}"]`)?.getAttribute('href');
  const ofRow = linkOf('Read all notes on Paris Call');
  const ofColumn = linkOf('Read all notes on Reference to human rights');
  expect([ofRow, ofColumn]).toEqual([
    '/en/matrix/view/notes/paris-call#elements-2019-notes',
    '/en/matrix/view/notes/reference-to-human-rights#elements-2019-notes',
  ]);
  const row = (await read(ofRow ?? '')).getElementById('elements-2019-notes')?.closest('section');
  const written = [...matrix.querySelectorAll('button[aria-label^="Note on Paris Call, "]')];
  const inElements = written.filter((button) => button.getAttribute('popovertarget')?.startsWith('n0-'));
  expect(row?.querySelectorAll('li')).toHaveLength(inElements.length);
  expect(row?.querySelectorAll('li blockquote').length).toBe(inElements.length);
  expect(row?.textContent).toContain('Without a note: Multi-stakeholderism (Yes)');
  const column = (await read(ofColumn ?? '')).getElementById('elements-2019-notes')?.closest('section');
  expect([...(column?.querySelectorAll('h4') ?? [])].map((head) => head.textContent)).toContain('Paris Call');
  expect(await statusOf('/en/matrix/view/notes/no-such-agreement')).toBe(404);
});
