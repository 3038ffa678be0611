import { AboutFields } from '@/app/(form)/form/about-fields';
import { AnswerField } from '@/app/(form)/form/answer-field';
import { ProjectFields } from '@/app/(form)/form/project-fields';
import { ProposalList } from '@/app/(form)/form/proposal-list';
import { ProposalStarter } from '@/app/(form)/form/proposal-starter';
import { SignatoryFields } from '@/app/(form)/form/signatory-fields';
import { searchWhileTyping } from '@/app/(form)/server/finding-actions';
import { foundFor } from '@/app/(form)/server/finding';
import { questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import type { ListProblem } from '@/app/(form)/server/proposal-intents';
import { listedProposals } from '@/app/(form)/server/listed-proposals';
import { listFormerNames } from '@/lib/agreements/search/search';
import { COUNTRIES } from '@/lib/contributions/constants';
import { LANGUAGES } from '@/lib/platform/i18n/languages';

/** The fields of a step, by the kind of its question. */
export async function StepFields({
  open,
  step,
  problem,
  find,
}: {
  open: OpenForm;
  step: string;
  problem?: ListProblem;
  find?: string | string[];
}) {
  const question = questionOf(open, step);
  if (!question)
    return (
      <AboutFields
        countries={namedIn(open.locale, 'region', COUNTRIES)}
        languages={namedIn(open.locale, 'language', LANGUAGES)}
      />
    );
  const { agreements, sets } = open.dataset;
  switch (question.kind) {
    case 'signatory': {
      const annex = new Set(open.call.annex.map(({ slug }) => slug));
      const former = await listFormerNames();
      const pickable = agreements.map(({ slug, name, shortName }) => ({
        slug,
        name,
        shortName,
        inAnnex: annex.has(slug),
        formerNames: former.get(slug) ?? [],
      }));
      const proposalStep = open.draft.questionnaire.questions.find(({ kind }) => kind === 'proposals')?.shortTitle;
      return <SignatoryFields agreements={pickable} max={question.maxLength} proposalStep={proposalStep} />;
    }
    case 'projects': {
      const former = await listFormerNames();
      const tags = [
        {
          slug: 'agreements',
          tags: agreements.map(({ slug, name, shortName }) => ({
            key: slug,
            label: shortName,
            otherNames: [name, ...(former.get(slug) ?? [])],
          })),
        },
      ];
      // The set the call asks about is the newest: it comes first.
      const criteria = sets.toReversed().map((set) => ({
        slug: set.slug,
        title: set.title,
        tags: set.criteria.map(({ key, title }) => ({ key, label: title })),
      }));
      return <ProjectFields agreements={tags} criteria={criteria} max={question.maxLength} />;
    }
    case 'proposals': {
      const { proposals, removed } = await listedProposals(open, step);
      return (
        <>
          <ProposalList proposals={proposals} removed={removed} />
          <ProposalStarter
            agreements={agreements}
            problem={problem}
            search={searchWhileTyping.bind(null, open.call.slug)}
            asked={await foundFor(find, open.held.id)}
          />
          <AnswerField max={question.maxLength} besides />
        </>
      );
    }
    case 'text':
      return <AnswerField max={question.maxLength} />;
  }
}

function namedIn(locale: string, type: 'region' | 'language', codes: readonly string[]) {
  const names = new Intl.DisplayNames(locale, { type });
  const collator = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => collator.compare(a.name, b.name));
}
