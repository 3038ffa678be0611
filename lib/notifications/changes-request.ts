import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Locale } from '@/lib/platform/i18n/routing';
import { readMailNames, rowInMail } from './mail-references';
import type { MailNames } from './mail-references';
import { askedQuestions } from './schema';

const requestedItems = z.array(z.object({ kind: z.enum(['question', 'cell']), id: z.string(), text: z.string() }));

/** What editors asked for: each point with the name of its question or cell. */
export async function readChangesRequest(messageId: string, locale: Locale) {
  const { text, items, contribution } = await db.message.findUniqueOrThrow({
    where: { id: messageId },
    select: {
      text: true,
      items: true,
      contribution: {
        select: {
          audience: true,
          questionnaire: { select: { content: true } },
          proposedChanges: { select: CELL_NAME },
        },
      },
    },
  });
  const titles = new Map(
    askedQuestions(contribution.questionnaire.content, locale, contribution.audience).map(({ key, title }) => [
      key,
      title,
    ]),
  );
  const names = await readMailNames();
  const cells = new Map(contribution.proposedChanges.map((change) => [change.id, change]));
  return {
    text,
    items: requestedItems.parse(items).map(({ kind, id, text: words }) => {
      const cell = kind === 'cell' ? cells.get(id) : undefined;
      return { about: (cell ? nameOfCell(cell, locale, names) : titles.get(id)) ?? id, text: words };
    }),
  };
}

const CELL_NAME = {
  id: true,
  key: true,
  criterion: { select: { shortTitle: true } },
  agreement: { select: { shortName: true } },
} as const;
type CellName = { key: string; criterion: { shortTitle: string } | null; agreement: { shortName: string } | null };

function nameOfCell({ key, criterion, agreement }: CellName, locale: Locale, names: MailNames): string {
  const facts: Record<string, { label: string }> = catalogues[locale].facts;
  const [field = key] = key.split(':');
  const label = criterion?.shortTitle ?? facts[field]?.label ?? key;
  const cell = [label, rowInMail(key, names).row].filter(Boolean).join(': ');
  return agreement ? `${agreement.shortName}: ${cell}` : cell;
}
