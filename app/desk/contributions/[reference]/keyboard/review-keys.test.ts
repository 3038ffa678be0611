import { expect, it } from 'vitest';
import { commandOf, KEY_GROUPS } from './review-keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const entries = KEY_GROUPS.flatMap(({ keys }) => keys);

it('has one key for each command', () => {
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  expect(new Set(entries.map(({ command }) => command)).size).toBe(entries.length);
  for (const { key, command } of entries) expect(commandOf(press(key), false, true)).toBe(command);
});

it('ignores letters while an editor types, has switched them off, or presses another key with them', () => {
  for (const { key } of entries) {
    expect(commandOf(press(key), true, true)).toBeNull();
    expect(commandOf(press(key), false, false)).toBeNull();
    expect(commandOf(press(key, { ctrlKey: true }), false, true)).toBeNull();
    expect(commandOf(press(key, { metaKey: true }), false, true)).toBeNull();
    expect(commandOf(press(key, { altKey: true }), false, true)).toBeNull();
  }
  expect(commandOf(press('z'), false, true)).toBeNull();
  expect(commandOf(press('Shift'), false, true)).toBeNull();
});

it('records from a field, and leaves a field, whether letters are on or off', () => {
  for (const on of [true, false]) {
    expect(commandOf(press('Enter', { ctrlKey: true }), true, on)).toBe('record');
    expect(commandOf(press('Enter', { metaKey: true }), true, on)).toBe('record');
    expect(commandOf(press('Escape'), true, on)).toBe('leaveField');
  }
  expect(commandOf(press('Enter'), true, true)).toBeNull();
  expect(commandOf(press('Escape'), false, true)).toBeNull();
});

it('treats a capital letter like a small one', () => {
  expect(commandOf(press('J'), false, true)).toBe('next');
});
