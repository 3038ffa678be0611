import { writePastTriggers } from './past-triggers';

/** Values as older rules let them in, one of every kind that is refused or cleaned today. */
export const OLDER = {
  hidden: 'Bot\u202Enet \u2066act\u2069 of\u200B the\u00AD desk',
  blank: '\u3164',
  links: [
    'https:///x',
    'https://.',
    'https://example',
    'http://localhost/x',
    'https://example.org/a b.pdf',
    'https://example.org\\evil',
    'https://user:pw@example.org/',
  ],
} as const;

const cells = (link: string) => ({
  maintainer: OLDER.hidden,
  stakeholders: OLDER.blank,
  summary: `${OLDER.hidden}\n\n${OLDER.blank}`,
  link,
  signatories: { unit: OLDER.blank, asOf: '2019', list: [OLDER.hidden, OLDER.blank], link },
  uniqueElements: [OLDER.blank, OLDER.hidden],
});

/**
 * Writes such values into an agreement and a contribution, in the dataset, its history and the sent revision. It
 * bypasses the schemas that refuse them today and the triggers that protect sent content.
 */
export async function holdOlderValues({
  agreement,
  reference,
  link,
}: {
  agreement: string;
  reference: string;
  link: string;
}): Promise<void> {
  await writePastTriggers(async (tx) => {
    for (const [key, value] of Object.entries(cells(link))) {
      const json = JSON.stringify(value);
      await tx.$executeRaw`UPDATE cells SET value = ${json}::jsonb, note = ${OLDER.hidden}, source = ${OLDER.hidden} WHERE key = ${key} AND agreement_id = (SELECT id FROM agreements WHERE slug = ${agreement})`;
      await tx.$executeRaw`UPDATE revision_cells c SET after = jsonb_build_object('value', ${json}::jsonb, 'note', ${OLDER.hidden}::text, 'source', ${OLDER.hidden}::text)
        FROM revisions r JOIN agreements a ON a.id = r.agreement_id WHERE r.id = c.revision_id AND a.slug = ${agreement} AND c.key = ${key} AND c.after IS NOT NULL`;
      await tx.$executeRaw`UPDATE proposed_changes SET value = ${json}::jsonb, note = ${OLDER.hidden}, source = ${OLDER.hidden} WHERE key = ${key} AND contribution_id = (SELECT id FROM contributions WHERE reference = ${reference})`;
    }
    await tx.$executeRaw`UPDATE answers a SET text = ${OLDER.hidden} FROM contribution_revisions r JOIN contributions c ON c.id = r.contribution_id WHERE r.id = a.revision_id AND c.reference = ${reference}`;
    await tx.$executeRaw`UPDATE projects p SET title = ${OLDER.blank}, description = ${OLDER.hidden}, link = ${link} FROM contribution_revisions r JOIN contributions c ON c.id = r.contribution_id WHERE r.id = p.revision_id AND c.reference = ${reference}`;
    await tx.$executeRaw`UPDATE signatures s SET note = ${OLDER.hidden} FROM contribution_revisions r JOIN contributions c ON c.id = r.contribution_id WHERE r.id = s.revision_id AND c.reference = ${reference}`;
    await tx.$executeRaw`UPDATE contributions SET public_affiliation = ${OLDER.hidden} WHERE reference = ${reference}`;
  });
}
