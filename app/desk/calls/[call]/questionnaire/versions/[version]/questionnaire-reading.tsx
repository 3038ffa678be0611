import type { Questionnaire } from '@/lib/calls/schema';
import { settingsInWords } from '@/lib/calls/questionnaire/difference';
import { typedFrom } from '@/lib/calls/questionnaire/typed-questionnaire';
import { wordsIn } from '@/lib/platform/i18n/words';
import { sentenceOf } from '@/lib/questions/condition';
import { bySection, numberOf } from '@/lib/questions/numbering';
import type { Question } from '@/lib/questions/registry';
import { kindName } from '@/app/desk/words/question-kinds';

/** All that a questionnaire asks, as a list to read. */
export function QuestionnaireReading({ content }: { content: Questionnaire }) {
  return (
    <div className="pt-6 pb-10">
      {bySection(content).map(({ section, questions }) => (
        <section key={section?.key ?? ''} aria-label={section?.title ?? 'Questions'} className="mb-6">
          {section && (
            <h3 className="border-b border-ink pb-1 text-xl" dir="auto">
              {section.title}
            </h3>
          )}
          <ol>
            {questions.map((question) => (
              <QuestionReading key={question.key} question={question} content={content} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function QuestionReading({ question, content }: { question: Question; content: Questionnaire }) {
  const { key, kind, title, help, required, wordings = {} } = question;
  const typed = typedFrom(content).questions.find(({ id }) => id === key);
  const condition = sentenceOf(question, content.questions, wordsIn('en'));
  return (
    <li className="border-b border-rule py-3">
      <p className="font-semibold" dir="auto">
        {numberOf(question, content.questions)}. {title}
      </p>
      <p className="text-sm text-muted">
        <code>{key}</code>, {kindName(kind)}
        {required && ', required'}
      </p>
      {condition !== null && <p className="text-sm">{condition}</p>}
      {help !== '' && (
        <p className="mt-1 max-w-measure" dir="auto">
          {help}
        </p>
      )}
      {typed && (
        <ul className="mt-1 text-sm">
          {settingsInWords(typed).map(({ label, text }) => (
            <li key={label} dir="auto">
              {label}: {text}
            </li>
          ))}
        </ul>
      )}
      {Object.entries(wordings).map(([audience, wording]) => (
        <p key={audience} className="mt-1 max-w-measure text-sm" dir="auto">
          {content.audiences?.find((one) => one.key === audience)?.label ?? audience}: {wording.title}
        </p>
      ))}
    </li>
  );
}
