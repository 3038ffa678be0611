import { expect, it } from 'vitest';
import { can } from './policy';
import type { Action } from './policy';

const TABLE: [Action, observer: boolean, editor: boolean, admin: boolean][] = [
  ['contribution.read', true, true, true],
  ['note.write', true, true, true],
  ['contact.read', false, true, true],
  ['contribution.decide', false, true, true],
  ['contribution.publish', false, true, true],
  ['contribution.erase', false, true, true],
  ['mail.read', false, true, true],
  ['mail.send', false, true, true],
  ['people.read', true, true, true],
  ['token.manage_own', false, true, true],
  ['people.manage', false, false, true],
  ['call.manage', false, false, true],
  ['release.create', false, false, true],
];

it.each(TABLE)('%s: observer %s, editor %s, admin %s', (action, observer, editor, admin) => {
  const may = {
    observer: can({ role: 'observer' }, action),
    editor: can({ role: 'editor' }, action),
    admin: can({ role: 'admin' }, action),
  };
  expect(may).toEqual({ observer, editor, admin });
});
