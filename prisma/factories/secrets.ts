import { db } from '@/lib/db/client';
import { decideChanges } from '@/lib/review/mutations';
import { writeNote } from '@/lib/review/notes/mutations';
import { declineContribution, publishContribution } from '@/lib/review/publication/mutations';
import { stepAside } from '@/lib/review/recusal/mutations';
import { makeEditor } from './people';
import type { SubmissionInput } from './submissions';
import { submit } from './submissions';

/** Words that occur nowhere else, so that finding one is finding a leak. */
const marked = (what: string) => `leak-${what}-zq7`;

function contributionOf(kind: string, about: SubmissionInput['about']): SubmissionInput {
  return {
    answers: { gaps: `An answer that everyone may read: shown-answer-${kind}.` },
    signatories: [{ agreement: 'arab-convention', note: `shown-signature-${kind}` }],
    projects: [{ title: `shown-project-${kind}`, description: 'Puts the norm into practice.', agreements: ['arab-convention'], criteria: ['report-vulnerabilities'] }],
    proposals: [
      {
        kind: 'update',
        agreement: 'arab-convention',
        comment: `For the editors: ${marked(`comment-${kind}`)}`,
        changes: [{ cell: 'stakeholders', value: `shown-proposal-${kind}` }, { cell: 'report-vulnerabilities', value: 'no' }],
      },
    ],
    about,
    consent: true,
  };
}

/**
 * Contributions with marked contact details in every state: published with a chosen affiliation, published anonymously,
 * waiting, and declined; one with decided cells; all with internal notes and an editor who has stepped aside. Returns what must appear nowhere in public, and what must.
 */
export async function seedPublishedSecrets() {
  const editor = await makeEditor({ email: `${marked('editor')}@example.org`, organisation: marked('organisation') });
  const about = (kind: string) => ({ name: marked(`name-${kind}`), email: `${marked(`mail-${kind}`)}@example.org`, affiliation: marked(`affiliation-${kind}`), country: 'NR' });
  const open = await submit(contributionOf('open', { ...about('open'), affiliation: 'Shown Affiliation zq7', show: { affiliation: true } }));
  const anonymous = await submit(contributionOf('anonymous', { ...about('anonymous'), anonymous: true, show: { name: true, affiliation: true, country: true } }));
  const waiting = await submit(contributionOf('waiting', { ...about('waiting'), show: { name: true, affiliation: true, country: true } }));
  const declined = await submit(contributionOf('declined', about('declined')));

  const cell = open.changes.stakeholders ?? '';
  const { currentVersion } = await currentCell('arab-convention', 'stakeholders');
  const decided = await decideChanges({ editor, reference: open.reference, decisions: [{ change: cell, outcome: 'accept', seen: currentVersion, resolve: true }] });
  if (!decided.ok) throw new Error(`not decided: ${JSON.stringify(decided)}`);
  const aside = await makeEditor({ email: `${marked('aside')}@example.org` });
  for (const { reference } of [open, anonymous, waiting, declined]) {
    const noted = await writeNote({ editor, reference, input: { text: `@${marked('mentioned')} what do you think of it? ${marked('note')}` } });
    if (!noted.ok) throw new Error(`not noted: ${JSON.stringify(noted)}`);
    await stepAside({ editor: aside, reference });
  }
  for (const { reference } of [open, anonymous]) await publishContribution({ editor, reference });
  await declineContribution({ editor, reference: declined.reference, reason: marked('decline-reason') });

  return {
    secrets: [
      'zq7@example.org', 'leak-', open.token, anonymous.token, editor.email,
      ...['answer', 'proposal', 'signature', 'project'].flatMap((part) => [`shown-${part}-waiting`, `shown-${part}-declined`]),
      // Not even that they exist.
      waiting.reference, declined.reference,
    ],
    shown: ['Shown Affiliation zq7', 'shown-answer-open', 'shown-answer-anonymous', 'shown-proposal-open', 'shown-project-open', 'shown-project-anonymous'],
    references: { published: [open.reference, anonymous.reference], hidden: [waiting.reference, declined.reference] },
  };
}

async function currentCell(slug: string, key: string): Promise<{ currentVersion: number }> {
  const row = await db.cell.findFirst({ where: { agreement: { slug }, key }, select: { version: true } });
  return { currentVersion: row?.version ?? 0 };
}
