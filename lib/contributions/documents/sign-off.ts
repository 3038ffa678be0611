import { createHash } from 'node:crypto';
import { piece } from '@/lib/questions/paper';
import type { PaperSection } from '@/lib/questions/paper';
import type { Words } from '@/lib/platform/i18n/words';
import type { ContributionContent } from './content';

/**
 * The version of what is signed: 12 digits of a hash of the answers and of what is public of their author. It is the
 * same on every paper with the same answers, and changes with each of them; notes for the editors, contact details,
 * faults and the dataset do not count.
 */
export function versionOf({ answers, about }: ContributionContent): string {
  const signed = answers.map(({ question, text, shown, proposals, files }) => ({
    ...{ key: question.key, text: text.trim(), shown, files },
    proposals: proposals.map(({ title, cells }) => ({
      title,
      cells: cells.map(({ cell, proposed }) => ({ cell, proposed })),
    })),
  }));
  const hash = createHash('sha256').update(JSON.stringify({ signed, shown: about.shown, group: about.group }));
  return hash
    .digest('hex')
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

type SignOffInput = { content: ContributionContent; reference: string | null; state: string; words: Words };

/** Where those who answer for the contribution sign: what they sign, and room for name, office, date and signature. */
export function signOffSection({ content, reference, state, words }: SignOffInput): PaperSection {
  const fact = (term: string, text: string) => ({ term, pieces: [piece(text, 'strong')] });
  return {
    id: 'sign-off',
    title: words('sharing.signOff.title'),
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact(words('sharing.signOff.reference'), reference ?? words('sharing.signOff.noReference')),
          fact(words('sharing.paper.state'), state),
          fact(words('sharing.signOff.version'), versionOf(content)),
        ],
      },
      { kind: 'help', text: words('sharing.signOff.versionHint'), withNext: true },
      {
        kind: 'signature',
        labels: (['name', 'office', 'date', 'signature'] as const).map((part) => words(`sharing.signOff.${part}`)),
      },
    ],
  };
}
