import { createHash } from 'node:crypto';
import { piece } from '@/lib/questions/paper';
import type { Block, PaperSection } from '@/lib/questions/paper';
import type { SignOff } from '@/lib/contributions/sign-offs';
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

/** An approver's answer in the web form, as papers need it (`SignOff`). */
export type Approval = Pick<SignOff, 'name' | 'office' | 'version' | 'outcome' | 'at'>;

type SignOffInput = {
  content: ContributionContent;
  reference: string | null;
  state: string;
  words: Words;
  approvals: readonly Approval[];
  /** With room to sign by hand. */ isToSign: boolean;
  /** A time in words. */ moment: (at: Date) => string;
};

/**
 * Where those who answer for the contribution sign: what they sign, who has approved which version in the web form, and
 * room for name, office, date and signature.
 */
export function signOffSection(input: SignOffInput): PaperSection {
  const { content, reference, state, words, isToSign } = input;
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
      ...approvalBlocks(input),
      ...(isToSign
        ? [
            {
              kind: 'signature' as const,
              labels: (['name', 'office', 'date', 'signature'] as const).map((part) =>
                words(`sharing.signOff.${part}`),
              ),
            },
          ]
        : []),
    ],
  };
}

function approvalBlocks({ content, approvals, words, moment }: SignOffInput): Block[] {
  const items = approvals
    .filter(({ outcome }) => outcome === 'approved')
    .toReversed()
    .map(({ name, office, version, at }) => {
      const said = { name: [name, office].filter(Boolean).join(', '), version, moment: moment(at) };
      const isThis = version === versionOf(content);
      return [piece(words(isThis ? 'signoff.paper.approvedThis' : 'signoff.paper.approved', said))];
    });
  return items.length > 0 ? [{ kind: 'list', label: words('signoff.paper.approvals'), items }] : [];
}
