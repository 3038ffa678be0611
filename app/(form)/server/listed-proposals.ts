import { cellName } from '@/lib/agreements/facts/cell-name';
import { getTranslations } from 'next-intl/server';
import { referenceNames } from '@/app/server/reference-names';
import type { ListedProposal } from '@/app/(form)/form/proposal-list';
import { changesOf } from '@/lib/questions/proposal-changes';
import { proposalState } from '@/lib/contributions/drafts/progress';
import { isRemoved } from '@/lib/contributions/drafts/steps';
import { placeOf } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { ProposalValues } from '@/lib/questions/typed-proposal';
import type { OpenForm } from './form';
import { namesOf } from './names';
import { contributePaths } from './paths';

/** The proposals of a step as its page lists them, and the removed ones. */
export async function listedProposals(
  open: OpenForm,
  step: string,
): Promise<{ proposals: ListedProposal[]; removed: ListedProposal[] }> {
  const [names, titleOf, references] = [
    await namesOf(open.dataset),
    await proposalTitles(open),
    await referenceNames(),
  ];
  const paths = contributePaths(open.locale, open.call.slug);
  const listed = [...open.draft.sections].flatMap(([key, { data }]) => {
    const { step: owner, position } = placeOf(key);
    if (owner !== step || position === undefined) return [];
    const values = readValues('proposal', data);
    const part = open.parts.find((one) => one.step === step && one.position === position);
    const changes =
      part?.section.kind === 'proposal' ? changesOf(values, part.section.base, part.section.criteria) : [];
    return [
      {
        position,
        title: titleOf(values),
        cells: changes.map(({ cell }) => cellName(names, cell, references)),
        state: proposalState(step, position, open),
        href: paths.step(step, position),
        removed: isRemoved(data),
      },
    ];
  });
  const ordered = listed.sort((a, b) => a.position - b.position);
  return { proposals: ordered.filter(({ removed }) => !removed), removed: ordered.filter(({ removed }) => removed) };
}

/** A proposal's title: the name of its agreement, or the name it proposes. */
export async function proposalTitles({
  dataset,
}: Pick<OpenForm, 'dataset'>): Promise<(values: ProposalValues) => string> {
  const t = await getTranslations('contribute.form.proposals');
  return ({ kind, agreement, cells }) => {
    if (kind === 'update')
      return t('update', { agreement: dataset.agreements.find(({ slug }) => slug === agreement)?.name ?? agreement });
    const name = cells.name?.value.trim();
    return name ? t('new', { name }) : t('unnamed');
  };
}
