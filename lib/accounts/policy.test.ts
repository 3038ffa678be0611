import { expect, it } from 'vitest';
import { can } from './policy';
import type { Action } from './policy';

const TABLE: [Action, editor: boolean, admin: boolean][] = [
  ['contribution.read', true, true],
  ['contribution.decide', true, true],
  ['contribution.publish', true, true],
  ['contribution.erase', true, true],
  ['mail.read', true, true],
  ['mail.send', true, true],
  ['people.read', true, true],
  ['token.manage_own', true, true],
  ['people.manage', false, true],
  ['call.manage', false, true],
  ['release.create', false, true],
];

it.each(TABLE)('%s: editor %s, admin %s', (action, editor, admin) => {
  expect({ editor: can({ role: 'editor' }, action), admin: can({ role: 'admin' }, action) }).toEqual({ editor, admin });
});
