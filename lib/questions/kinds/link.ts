import { z } from 'zod';
import { filled, link as address } from '@/lib/platform/text/typed-text';
import { hasVisible } from '@/lib/platform/text/clean-text';
import { oneRow } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { isBlank, typedText } from '@/lib/questions/typed-fields';

const settings = { most: z.number().int().min(1).max(20).optional() };

/** One address of the web, or several, one on each line. */
export const link: ValueKind<string, string[], typeof settings> = {
  settings,
  settingFields: [{ name: 'most', type: 'number', label: 'How many links at most', min: 1, max: 20 }],
  typed: typedText,
  sent: (typed) => (isBlank(typed) ? undefined : typed.split(/\r\n?|\n/).filter(hasVisible)),
  schema: ({ most = 1 }) => z.array(filled(address)).min(1, 'required').max(most, 'too_many'),
  shape: z.array(z.string()).describe('Addresses of the web.'),
  fieldAt: () => [],
  prefill: (value = []) => value.join('\n'),
  parts: (value) => [{ values: value.map((one) => ({ text: one, link: one })) }],
  compared: (value) => value,
  columns: () => [{ name: '', title: '', cell: (value) => value.join(' ') }],
  paperRows: ({ most = 1 }, context, label) =>
    oneRow(
      { kind: most === 1 ? 'link' : 'links' },
      context,
      label,
      most === 1 ? [] : [context.words('questions.link.lines', { most })],
    ),
  minutes: () => [1, 5],
};
