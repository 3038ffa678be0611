import { expect, it } from 'vitest';
import { rowInMail, withNames } from './mail-references';

const names = {
  agreement: new Map([
    ['ngo', 'Harbour Accord'],
    ['eu-ngo', 'Lighthouse Pact'],
  ]),
  criterion: new Map([['openness', 'Who may take part? At a cost of $&']]),
};

it.each([
  ['relations:builds-on-ngo', 'builds on Harbour Accord'],
  ['relations:builds-on-eu-ngo', 'builds on Lighthouse Pact'],
  ['relations:builds-on-unknown-one', 'builds on unknown one'],
  ['quotations:openness', 'Who may take part? At a cost of $&'],
  ['views:openness-indirect', 'Who may take part? At a cost of $& indirect'],
  ['dates:in-force', 'in force'],
  ['links:site-ngo', 'site ngo'],
  ['counts:supporters-states-2019-11', 'supporters states 2019-11'],
])('calls the row of %s “%s”', (key, row) => {
  expect(rowInMail(key, names)).toEqual({ row });
});

it.each(['name', 'supply-chain-integrity'])('has no row for %s', (key) => {
  expect(rowInMail(key, names)).toEqual({});
});

it.each([
  [
    { relation: 'amends', agreement: 'ngo' },
    { relation: 'amends', agreement: 'Harbour Accord' },
  ],
  [
    { relation: 'amends', agreement: 'never-known' },
    { relation: 'amends', agreement: 'never-known' },
  ],
  [
    { criterion: 'openness', passage: 'ngo' },
    { criterion: 'Who may take part? At a cost of $&', passage: 'ngo' },
  ],
  ['ngo', 'ngo'],
  [null, null],
  [['ngo'], ['ngo']],
])('names what %j refers to', (value, named) => {
  expect(withNames(value, names)).toEqual(named);
});
