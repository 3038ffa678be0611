import { Link } from '@/app/ui/link';
import { AboutStep } from '@/app/(form)/[locale]/calls/[call]/contribute/[step]/step-fields';
import { fieldsFor } from '@/app/(form)/form/kind-fields';
import { FormWords } from '@/app/(form)/form/form-words';
import { namesOf } from '@/app/(form)/server/names';
import { unstoredForm } from '@/app/(form)/server/unstored-form';
import { PARTS } from '@/lib/calls/questionnaire/editing';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';
import { shownDraft } from '@/lib/calls/questionnaire/parsed';
import type { ShownDraft } from '@/lib/calls/questionnaire/parsed';
import { wordsIn } from '@/lib/platform/i18n/words';
import { sentenceOf } from '@/lib/questions/condition';
import { numberOf, sectionBeginningWith } from '@/lib/questions/numbering';
import type { Question } from '@/lib/questions/registry';
import { TriedFields } from './tried-fields';

type PreviewStepProps = { draft: OpenDraft; part: string; heading: 'h2' | 'h3' };

/** One step of the form as contributors would see it now. Nothing that is typed in it is stored. */
export async function PreviewStep({ draft, part, heading: Heading }: PreviewStepProps) {
  const shown = shownDraft(draft.typed, new Set(draft.published.keys()));
  const question = shown.byId.get(part);
  const step =
    part === PARTS.about ? <AboutPreview /> : question && <Fields draft={draft} shown={shown} question={question} />;
  return (
    <section aria-labelledby="preview-title">
      <p className="border-b border-ink pb-2 text-sm text-muted">
        Preview: as contributors would see it. What you type here is not stored.{' '}
        <Link href={`${editorPath(draft.call.slug)}/preview?open=${encodeURIComponent(part)}`} className="link">
          Step by step
        </Link>
      </p>
      <Heading id="preview-title" className="mt-4 text-2xl" dir="auto">
        {question?.shortTitle ?? (part === PARTS.about ? shown.questionnaire.about.title : 'Preview')}
      </Heading>
      {question && <Words question={question} shown={shown} />}
      {part === PARTS.about && <p className="mt-2 text-muted">{shown.questionnaire.about.help}</p>}
      <div className="mt-5">
        {step ?? (
          <p className="text-muted">
            {part === PARTS.groups
              ? 'Open a question to see its step of the form.'
              : 'This step can be shown once the settings of its kind of answer are complete.'}
          </p>
        )}
      </div>
    </section>
  );
}

/** What stands above the fields of a step. */
function Words({ question, shown: { questionnaire } }: { question: Question; shown: ShownDraft }) {
  const { questions } = questionnaire;
  const section = sectionBeginningWith(question.key, questionnaire);
  const condition = sentenceOf(question, questions, wordsIn('en'));
  return (
    <div className="mt-1 space-y-2">
      {section && (
        <p className="font-semibold" dir="auto">
          {section.title} <span className="font-normal text-muted">{section.help}</span>
        </p>
      )}
      <p className="text-lg" dir="auto">
        <span className="sr-only">{numberOf(question, questions)}. </span>
        {question.title}
      </p>
      {question.help !== '' && (
        <p className="text-muted" dir="auto">
          {question.help}
        </p>
      )}
      {condition !== null && <p className="text-sm text-muted">{condition}</p>}
    </div>
  );
}

async function Fields({ draft, shown, question }: { draft: OpenDraft; shown: ShownDraft; question: Question }) {
  const open = await unstoredForm(draft.call.slug, shown.questionnaire);
  return (
    <FormWords>
      <TriedFields key={question.key} names={await namesOf(open.dataset)}>
        {fieldsFor({ question, open })}
      </TriedFields>
    </FormWords>
  );
}

const AboutPreview = () => (
  <FormWords>
    <TriedFields names={{}}>
      <AboutStep locale="en" offersEditorsOnly={false} />
    </TriedFields>
  </FormWords>
);
