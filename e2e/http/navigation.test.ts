import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { read as readPage, statusOf, textOf } from './requests';

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

test('the main navigation has five entries and the search, and the pages of the open one are a second row', async () => {
  const matrix = await read('/en/matrix/view/transpose/yes');
  expect(entriesOf(matrix, 'Main')).toEqual({
    entries: [
      ['Call', '/en/calls'],
      ['Agreements', '/en/agreements'],
      ['Analysis', '/en/analysis'],
      ['Contributions', '/en/contributions'],
      ['Data', '/en/data'],
      ['Search', '/en/search'],
    ],
    current: [['Agreements', 'true']],
  });
  expect(entriesOf(matrix, 'Agreements')).toEqual({
    entries: [
      ['List', '/en/agreements'],
      ['Matrix', '/en/matrix'],
      ['Compare', '/en/compare'],
      ['Criteria', '/en/criteria'],
      ['Participants', '/en/participants'],
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
  const matrix = await readPage('/en/matrix');
  const linkOf = (of: string) =>
    new RegExp(`<a href="([^"]+)" class="all-notes" aria-label="Read all notes on ${of}"`).exec(matrix)?.[1] ?? '';
  const [ofRow, ofColumn] = [linkOf('Paris Call'), linkOf('Reference to human rights')];
  expect([ofRow, ofColumn]).toEqual([
    '/en/matrix/view/notes/paris-call#elements-2019-notes',
    '/en/matrix/view/notes/reference-to-human-rights#elements-2019-notes',
  ]);
  const notesIn = async (address: string) =>
    /<section aria-labelledby="elements-2019-notes"[\s\S]*?<\/section>/.exec(await readPage(address))?.[0] ?? '';
  const row = await notesIn(ofRow);
  const noted = matrix.match(/popoverTarget="n0-\d+" aria-label="Note on Paris Call, /gi) ?? [];
  expect(noted.length).toBeGreaterThan(1);
  expect(row.match(/<li>/g)).toHaveLength(noted.length);
  expect(row.match(/<blockquote/g)).toHaveLength(noted.length);
  expect(textOf(row)).toContain('Without a note: Multi-stakeholderism (Yes)');
  const column = await notesIn(ofColumn);
  expect(column).toContain('<h4>Paris Call</h4>');
  expect(await statusOf('/en/matrix/view/notes/no-such-agreement')).toBe(404);
});
