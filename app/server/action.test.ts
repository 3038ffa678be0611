import { redirect } from 'next/navigation';
import { expect, it, vi } from 'vitest';
import { failure } from '@/lib/platform/errors';
import { publicAction } from './action';
import { initialState } from '@/app/ui/action-state';

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

it('returns the typed values with a failure', async () => {
  const action = publicAction(async () => failure('stale'));
  expect(await action(initialState, formOf({ note: 'Three careful paragraphs', $ACTION_ID: 'x' }))).toEqual({
    result: { ok: false, reason: 'stale' },
    typed: { note: 'Three careful paragraphs' },
  });
});

it('empties the form after success', async () => {
  const action = publicAction(async () => ({ ok: true, decided: 3 }));
  expect(await action(initialState, formOf({ note: 'done with' }))).toEqual({
    result: { ok: true, decided: 3 },
    typed: {},
  });
});

it('turns an exception into words and keeps the typed values', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const action = publicAction(async () => {
    throw new Error('secret detail');
  });
  expect(await action(initialState, formOf({ note: 'kept' }))).toEqual({
    result: { ok: false, reason: 'unexpected' },
    typed: { note: 'kept' },
  });
  logged.mockRestore();
});

it('lets a redirect pass', async () => {
  const action = publicAction(async () => redirect('/desk'));
  await expect(action(initialState, formOf({}))).rejects.toThrow('NEXT_REDIRECT');
});
