import type { ReactNode } from 'react';
import { searchWhileTyping } from '@/app/(form)/server/finding-actions';
import { foundFor } from '@/app/(form)/server/finding';
import type { OpenForm } from '@/app/(form)/server/form';
import { listedProposals } from '@/app/(form)/server/listed-proposals';
import type { ListProblem } from '@/app/(form)/server/proposal-intents';
import { listFormerNames } from '@/lib/agreements/search/search';
import { kindOf } from '@/lib/questions/registry';
import type { KindName, QuestionOf } from '@/lib/questions/registry';
import { AnswerField } from './answer-field';
import { ProjectFields } from './project-fields';
import { ProposalList } from './proposal-list';
import { ProposalStarter } from './proposal-starter';
import { SignatoryFields } from './signatory-fields';

type FieldsProps<Kind extends KindName> = {
  question: QuestionOf<Kind>;
  open: OpenForm;
  problem?: ListProblem;
  find?: string | string[];
};
type Fields = { [Kind in KindName]: (props: FieldsProps<Kind>) => ReactNode };

/** The fields of each kind of question. Passes to the browser only the data it needs. */
const fields: Fields = {
  signatory: (props) => <SignatoryStep {...props} />,
  projects: (props) => <ProjectsStep {...props} />,
  proposals: (props) => <ProposalsStep {...props} />,
  text: ({ question }) => <AnswerField question={question} />,
};

/** The fields of a question, by its kind. */
export function fieldsFor<Kind extends KindName>(props: FieldsProps<Kind>): ReactNode {
  const kind: Kind = props.question.kind;
  return fields[kind](props);
}

async function SignatoryStep({ question, open }: FieldsProps<'signatory'>) {
  const annex = new Set(open.call.annex.map(({ slug }) => slug));
  const former = await listFormerNames();
  const pickable = open.dataset.agreements.map(({ slug, name, shortName }) => ({
    slug,
    name,
    shortName,
    inAnnex: annex.has(slug),
    formerNames: former.get(slug) ?? [],
  }));
  const described = open.draft.questionnaire.questions.find((one) => kindOf(one).entries);
  return <SignatoryFields agreements={pickable} question={question} proposalStep={described?.shortTitle} />;
}

async function ProjectsStep({ question, open }: FieldsProps<'projects'>) {
  const former = await listFormerNames();
  const agreements = {
    slug: 'agreements',
    tags: open.dataset.agreements.map(({ slug, name, shortName }) => ({
      key: slug,
      label: shortName,
      otherNames: [name, ...(former.get(slug) ?? [])],
    })),
  };
  // The call asks about the newest set, so that one comes first.
  const criteria = open.dataset.sets.toReversed().map((set) => ({
    slug: set.slug,
    title: set.title,
    tags: set.criteria.map(({ key, title }) => ({ key, label: title })),
  }));
  return <ProjectFields agreements={[agreements]} criteria={criteria} question={question} />;
}

async function ProposalsStep({ question, open, problem, find }: FieldsProps<'proposals'>) {
  const { proposals, removed } = await listedProposals(open, question.key);
  return (
    <>
      <ProposalList proposals={proposals} removed={removed} />
      <ProposalStarter
        agreements={open.dataset.agreements}
        problem={problem}
        search={searchWhileTyping.bind(null, open.call.slug)}
        asked={await foundFor(find, open.held.id)}
      />
      <AnswerField question={question} />
    </>
  );
}
