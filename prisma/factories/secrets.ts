import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { writeNote } from '@/lib/review/notes';
import { declineContribution, publishContribution, takeDownContribution } from '@/lib/review/publication';
import { recuse } from '@/lib/review/interests/recusal';
import { makeEditor } from './people';
import { withdrawn } from './published';
import { redactEverywhere } from './redactions';
import type { SubmissionInput } from './submissions';
import { submit } from './submissions';

/** Words that occur nowhere else, so that finding one means a leak. */
const marked = (what: string) => `leak-${what}-zq7`;

/** Contact details in a text that is public itself. */
const PHONE = '+41 22 555 70 77';
const CONTACT = `Ask ${marked('text')}@example.org or ${PHONE}.`;

/** The words that must appear in public. */
const SHOWN = [
  'Shown Affiliation zq7',
  'shown-answer-open',
  'shown-answer-anonymous',
  'shown-proposal-open',
  'shown-project-open',
  'shown-project-anonymous',
  'shown-reason-down',
  'shown-proposal-cited',
  '‹e-mail address not shown›',
  '‹telephone number not shown›',
  '‹passage removed by the forum’s editors: personal data›',
];

/** A passage that an editor takes out of every text of a published contribution. */
const PASSAGE = marked('redacted');

function contributionOf(kind: string, about: SubmissionInput['about']): SubmissionInput {
  const reach = kind === 'open' ? `${CONTACT} ${PASSAGE}, and more.` : CONTACT;
  return {
    answers: { gaps: `An answer that everyone may read: shown-answer-${kind}. ${reach}` },
    signatories: [{ agreement: 'arab-convention', note: `shown-signature-${kind} ${reach}` }],
    projects: [
      {
        title: `shown-project-${kind}`,
        description: `Puts the norm into practice. ${reach}`,
        agreements: ['arab-convention'],
        criteria: ['report-vulnerabilities'],
      },
    ],
    proposals: [
      {
        kind: 'update',
        agreement: 'arab-convention',
        comment: `For the editors: ${marked(`comment-${kind}`)}`,
        changes: [
          { cell: 'stakeholders', value: `shown-proposal-${kind}`, note: reach, source: `A source, ${reach}` },
          { cell: 'report-vulnerabilities', value: 'no' },
        ],
      },
    ],
    about,
    consent: true,
  };
}

/**
 * Contributions with marked contact details in every state: published with a chosen affiliation, published anonymously,
 * waiting, declined, taken down, withdrawn, and not public though a value came from it; one with decided cells; all
 * with internal notes and an editor who has recused themselves; a passage is taken out of one. Returns the words that must appear nowhere in public,
 * and those that must.
 */
export async function seedPublishedSecrets() {
  const editor = await makeEditor({ email: `${marked('editor')}@example.org`, organisation: marked('organisation') });
  const about = (kind: string) => ({
    name: marked(`name-${kind}`),
    email: `${marked(`mail-${kind}`)}@example.org`,
    affiliation: marked(`affiliation-${kind}`),
    country: 'NR',
  });
  const all = { name: true, affiliation: true, country: true };
  const chosen = { affiliation: 'Shown Affiliation zq7', show: { affiliation: true } };
  const open = await submit(contributionOf('open', { ...about('open'), ...chosen }));
  const anonymous = await submit(contributionOf('anonymous', { ...about('anonymous'), anonymous: true, show: all }));
  const waiting = await submit(contributionOf('waiting', { ...about('waiting'), show: all }));
  const declined = await submit(contributionOf('declined', about('declined')));

  await acceptStakeholders(editor, open);
  await annotate(editor, [open, anonymous, waiting, declined]);
  for (const { reference } of [open, anonymous]) await publishContribution({ editor, reference });
  await redactEverywhere(editor, open.reference, PASSAGE);
  const [down, gone, cited] = [
    await submit(contributionOf('down', about('down'))),
    await submit(contributionOf('gone', about('gone'))),
    await submit(contributionOf('cited', about('cited'))),
  ];
  await acceptStakeholders(editor, cited);
  for (const { reference } of [down, gone]) await publishContribution({ editor, reference });
  await takeDownContribution({ editor, reference: down.reference, reason: 'shown-reason-down' });
  await withdrawn(gone.reference);
  await declineContribution({ editor, reference: declined.reference, reason: marked('decline-reason') });

  return {
    secrets: [
      'zq7@example.org',
      'leak-',
      PHONE,
      open.token,
      anonymous.token,
      editor.email,
      ...['answer', 'proposal', 'signature', 'project'].flatMap((part) =>
        ['waiting', 'declined', 'down', 'gone'].map((kind) => `shown-${part}-${kind}`),
      ),
      // The value belongs to the dataset; the rest of the contribution is not public.
      ...['answer', 'signature', 'project'].map((part) => `shown-${part}-cited`),
      // Not even their existence is public.
      waiting.reference,
      declined.reference,
    ],
    shown: SHOWN,
    references: {
      published: [open.reference, anonymous.reference],
      left: [down.reference, gone.reference, cited.reference],
      hidden: [waiting.reference, declined.reference],
    },
  };
}

type Editor = Awaited<ReturnType<typeof makeEditor>>;
type Sent = Awaited<ReturnType<typeof submit>>;

async function acceptStakeholders(editor: Editor, { reference, changes }: Sent): Promise<void> {
  const cell = await db.cell.findFirst({
    where: { agreement: { slug: 'arab-convention' }, key: 'stakeholders' },
    select: { version: true },
  });
  const accept = {
    change: changes.stakeholders ?? '',
    outcome: 'accept',
    seen: cell?.version ?? 0,
    resolve: true,
  } as const;
  const decided = await decideChanges({ editor, reference, decisions: [accept] });
  if (!decided.ok) throw new Error(`not decided: ${JSON.stringify(decided)}`);
}

/** An internal note on each, and an editor who has recused themselves from it. */
async function annotate(editor: Editor, sent: readonly Sent[]): Promise<void> {
  const aside = await makeEditor({ email: `${marked('aside')}@example.org` });
  const text = `@${marked('mentioned')} what do you think of it? ${marked('note')}`;
  for (const { reference } of sent) {
    const noted = await writeNote({ editor, reference, input: { text } });
    if (!noted.ok) throw new Error(`not noted: ${JSON.stringify(noted)}`);
    await recuse({ editor: aside, reference });
  }
}
