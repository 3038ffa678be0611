import { expect, it } from 'vitest';
import { printedIn, printedMatcher } from './printed';

const paper = { locale: 'en', site: 'Site', title: 'Title', fileName: 'a', facts: [], preface: [], sections: [] };
const isPrinted = printedMatcher(printedIn(paper));

it('knows a sentence that an earlier form printed, with the address of its site, and nothing that was added to it', () => {
  const sentence = (end: string) =>
    `Updates: one row for each point that should read differently. You find the current values at ${end}`;
  expect(isPrinted(sentence('https://forum.example/en/agreements.'))).toBe(true);
  expect(isPrinted(sentence(`https://forum.example/. ${'We disagree with all of them. '.repeat(10)}`))).toBe(false);
  expect(isPrinted('For the editors only')).toBe(true);
  expect(isPrinted('For the editors only: call us')).toBe(false);
});
