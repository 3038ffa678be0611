import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { searchWhileTyping } from '@/app/(form)/server/finding-actions';
import { foundFor } from '@/app/(form)/server/finding';
import type { OpenForm } from '@/app/(form)/server/form';
import { listedProposals } from '@/app/(form)/server/listed-proposals';
import type { ListProblem } from '@/app/(form)/server/proposal-intents';
import { listFormerNames } from '@/lib/agreements/search/search';
import { kindOf } from '@/lib/questions/registry';
import type { FieldKindName } from '@/lib/questions/record-fields';
import type { KindName, Question, QuestionOf } from '@/lib/questions/registry';
import { VALUE } from '@/lib/questions/value-question';
import { AnswerField } from './answer-field';
import { ProjectFields } from './project-fields';
import { ProposalList } from './proposal-list';
import { ProposalStarter } from './proposal-starter';
import { RecordFields } from './record-fields';
import { SignatoryFields } from './signatory-fields';
import { ValueInput } from './value-inputs';
import type { Pickables } from './value-inputs';

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
  choice: (props) => <ValueStep {...props} />,
  choices: (props) => <ValueStep {...props} />,
  'yes-no': (props) => <ValueStep {...props} />,
  rating: (props) => <ValueStep {...props} />,
  number: (props) => <ValueStep {...props} />,
  date: (props) => <ValueStep {...props} />,
  link: (props) => <ValueStep {...props} />,
  file: (props) => <FileStep {...props} />,
  records: (props) => <RecordsStep {...props} />,
};

type AnyFieldsProps = Omit<FieldsProps<'text'>, 'question'> & { question: Question };

/** The fields of a question, by its kind. */
export function fieldsFor(props: AnyFieldsProps): ReactNode {
  const { question } = props;
  // the line of its own kind
  const fieldsOf = fields[question.kind] as (props: AnyFieldsProps) => ReactNode;
  return (
    <>
      <QuestionNotes question={question} />
      {fieldsOf(props)}
    </>
  );
}

/** What the questionnaire says beside the question: whether an answer is needed, and an example of one. */
function QuestionNotes({ question: { required, example } }: { question: Pick<Question, 'required' | 'example'> }) {
  const t = useTranslations('questions');
  if (!required && example === undefined) return null;
  return (
    <div className="max-w-measure space-y-3">
      {required && <p className="font-semibold">{t('needed')}</p>}
      {example !== undefined && (
        <div className="border-s-2 border-rule ps-4 text-sm">
          <p className="text-muted">{t('example')}</p>
          <p className="whitespace-pre-line">{example}</p>
        </div>
      )}
    </div>
  );
}

type ValueKindName = KindName & FieldKindName;

type ValueQuestion = { [Kind in Exclude<ValueKindName, 'text'>]: QuestionOf<Kind> }[Exclude<ValueKindName, 'text'>];

/** A question with one value: its controls, and room for words. */
function ValueStep({ question }: { question: ValueQuestion }) {
  const t = useTranslations('questions');
  return (
    <>
      <ValueInput
        name={VALUE}
        label={t('answer')}
        required={question.required}
        field={question}
        pickables={{ agreements: [], criteria: [] }}
      />
      <AnswerField question={question} />
    </>
  );
}

/** The files themselves are below the fields of every question. */
function FileStep({ question }: FieldsProps<'file'>) {
  const t = useTranslations('questions.file');
  return (
    <>
      <p className="max-w-measure">{t('hint')}</p>
      <AnswerField question={question} />
    </>
  );
}

async function RecordsStep({ question, open }: FieldsProps<'records'>) {
  return <RecordFields question={question} pickables={await pickablesOf(open)} />;
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
  return <ProjectFields {...await pickablesOf(open)} question={question} />;
}

async function pickablesOf(open: OpenForm): Promise<Pickables> {
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
  return { agreements: [agreements], criteria };
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
