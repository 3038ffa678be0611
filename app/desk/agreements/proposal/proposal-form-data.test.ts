import { expect, it } from 'vitest';
import { editorProposal } from '@/lib/review/editor-proposal-schema';
import { readProposal } from './proposal-form-data';

const began = JSON.stringify({ count: '60', unit: 'companies', asOf: '', list: 'One\nTwo', link: '' });
const form = {
  ...{ kind: 'update', agreement: 'gcsc', baseVersion: '2', comment: 'Why', source: 'Its statutes' },
  submissionKey: '00000000-0000-4000-8000-000000000001',
  ...{ 'cell.signatories': 'on', 'signatories.note': 'it was never signed.', 'signatories.clear': began },
  ...{ 'signatories.count': '60', 'signatories.unit': 'companies', 'signatories.list': 'One\r\nTwo' },
};
const parsed = (typed: Record<string, string>) => editorProposal.safeParse(readProposal({ ...form, ...typed }));

it('reads a ticked box as no value while the fields are as they began', () => {
  expect(parsed({}).data?.changes).toEqual([
    { cell: 'signatories', value: null, note: 'it was never signed.', source: 'Its statutes' },
  ]);
});

it.each<Record<string, string>>([{ 'signatories.count': '61' }, { 'signatories.clear': 'on' }])(
  'refuses a ticked box beside %j',
  (typed) => {
    expect(parsed(typed).error?.issues).toEqual([
      expect.objectContaining({ path: ['changes', 0, 'value'], message: 'none_and_value' }),
    ]);
  },
);

it('asks for the reason of a ticked box', () => {
  expect(parsed({ 'signatories.note': '' }).error?.issues).toEqual([
    expect.objectContaining({ path: ['changes', 0, 'note'], message: 'clear_reason_required' }),
  ]);
});
