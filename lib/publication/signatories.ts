import { db } from '@/lib/platform/db/client';
import { cutAtWord } from '@/lib/platform/text/cut-text';
import { foldText } from '@/lib/platform/text/fold-text';
import { AUTHOR, asReadersMay } from './contact-details';
import type { PublicAttribution, PublicSignatories } from './schema';
import { publicSignatories } from './schema';

const MOST = 320;

/** The beginning of a text: its first paragraph; of a long one as many whole words as fit, with three dots. */
export function excerptOf(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/);
  if (first.length <= MOST) return first === text.trim() ? first : `${first} …`;
  return cutAtWord(first, MOST + ' …'.length);
}

/**
 * Who states in the current revision of a published contribution that they have signed the agreement: the organisations
 * by name, each once with every reference; of anonymous and unnamed ones only the number. Empty for an unknown slug.
 */
export async function listSignatoriesOf(slug: string): Promise<PublicSignatories> {
  const rows = await db.signature.findMany({
    where: { agreement: { slug }, revision: { contribution: { status: 'published', publishedAt: { not: null } } } },
    orderBy: [{ revision: { contribution: { submittedAt: 'desc' } } }, { revisionId: 'asc' }, { position: 'asc' }],
    select: { revision: { select: { number: true, contribution: { select: AUTHOR } } } },
  });
  // Several entries of one contribution are one statement; those of its earlier revisions do not count.
  const signing = rows.flatMap(({ revision: { number, contribution } }) =>
    number === contribution.currentRevision ? [contribution] : [],
  );
  const said = [...new Map(signing.map((contribution) => [contribution.reference, contribution])).values()];
  const named = new Map<string, { attribution: PublicAttribution; contributions: (string | null)[] }>();
  for (const contribution of said) {
    const name = foldText(contribution.publicAffiliation ?? contribution.publicName ?? '');
    if (contribution.anonymous || name === '') continue;
    const known = named.get(name) ?? {
      attribution: asReadersMay(contribution, attributionOf(contribution)),
      contributions: [],
    };
    named.set(name, { ...known, contributions: [...known.contributions, contribution.reference] });
  }
  const listed = [...named].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  return publicSignatories.parse({
    named: listed,
    unnamed: said.length - listed.reduce((sum, { contributions }) => sum + contributions.length, 0),
  });
}

type AuthorRow = {
  anonymous: boolean;
  publicName: string | null;
  publicAffiliation: string | null;
  publicCountry: string | null;
  stakeholderGroup: string | null;
};

function attributionOf({
  anonymous,
  publicName,
  publicAffiliation,
  publicCountry,
  stakeholderGroup,
}: AuthorRow): PublicAttribution {
  return { anonymous, name: publicName, affiliation: publicAffiliation, country: publicCountry, stakeholderGroup };
}
