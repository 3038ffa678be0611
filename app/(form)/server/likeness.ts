import type { LooksLike } from '@/app/(form)/form/use-looks-like';
import { tellingTexts } from '@/lib/agreements/facts/registry';
import type { TellingField } from '@/lib/agreements/facts/registry';
import { alikeAmong } from '@/lib/agreements/search/likeness';
import type { Description } from '@/lib/agreements/search/likeness';
import { listDescriptions } from '@/lib/agreements/search/search';
import { isRemoved, placeOf, sectionKey } from '@/lib/contributions/drafts/steps';
import type { SectionPlace } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { ProposalValues } from '@/lib/questions/typed-proposal';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { OpenForm } from './form';
import { contributePaths } from './paths';

export type Typed = Record<TellingField, string>;

/**
 * The entries similar to a new agreement: in the dataset, and among the draft's other new agreements. Leaves out those
 * that the author has marked as different.
 */
export async function looksLike(
  open: OpenForm,
  place: SectionPlace,
  typed: Typed,
  distinct: readonly string[],
): Promise<LooksLike[]> {
  const known = [...(await inDataset(open)), ...inDraft(open, place)].filter(({ id }) => !distinct.includes(id));
  return alikeAmong(typed, known).map(({ entry: { id, name, inDraft: mine, href, already }, reasons }) => ({
    id,
    name,
    inDraft: mine,
    href,
    already,
    reasons,
  }));
}

/** The values by which a proposal is compared, as typed. */
export const describedIn = ({ cells }: ProposalValues): Typed => tellingTexts((field) => cells[field]?.value ?? '');

type Entry = Description & Omit<LooksLike, 'reasons'>;

async function inDataset({ locale, draft }: OpenForm): Promise<Entry[]> {
  const updated = new Set(
    [...draft.sections.values()].flatMap(({ data }) => {
      const { kind, agreement } = readValues('proposal', data);
      return kind === 'update' && !isRemoved(data) ? [agreement] : [];
    }),
  );
  return (await listDescriptions()).map(({ slug, ...known }) => ({
    ...known,
    id: slug,
    inDraft: false,
    already: updated.has(slug),
    href: pathsIn(locale).agreement(slug),
  }));
}

function inDraft({ locale, call, draft }: OpenForm, place: SectionPlace): Entry[] {
  return [...draft.sections].flatMap(([key, { data }]) => {
    const other = placeOf(key);
    const values = readValues('proposal', data);
    if (other.position === undefined || key === sectionKey(place) || values.kind !== 'new' || isRemoved(data))
      return [];
    const described = describedIn(values);
    return [
      {
        ...described,
        id: key,
        inDraft: true,
        already: true,
        href: contributePaths(locale, call.slug).step(other.step, other.position),
      },
    ];
  });
}
