import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { Questionnaire } from '@/lib/calls/schema';
import type { PlacedAnswer } from '@/lib/intake/placing/place-answers';
import { groupBy } from '@/lib/platform/group-by';
import type { Words } from '@/lib/platform/i18n/words';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { answerField, ASIDE } from '@/lib/received/choice-names';
import { isSure } from '@/lib/received/choices';
import { PlaceChoice, TakeOver } from './choices-context';
import { LongText } from './long-text';
import { commonPlaces, placeName } from './offered-places';
import { answerInWords } from './words';

type AnswerListsProps = {
  answers: readonly PlacedAnswer[];
  questionnaire: Questionnaire;
  places: readonly PlacedAt[];
  words: Words;
};
type Numbered = { answer: PlacedAnswer; at: number };

/** The answers that were placed: first those that a person should look at, then the sure ones, folded by question. */
export function AnswerLists({ answers, questionnaire, places, words }: AnswerListsProps) {
  const numbered = answers.map((answer, at) => ({ answer, at }));
  const unsure = numbered.filter(({ answer }) => !isSure(answer));
  const sure = numbered.filter(({ answer }) => isSure(answer));
  const titleOf = (step: string) =>
    questionnaire.questions.find(({ key }) => key === step)?.shortTitle ?? questionnaire.about.title;
  return (
    <>
      {unsure.length > 0 && (
        <Section
          id="unsure"
          layout="above"
          title={words('intake.answers.unsure', { count: unsure.length })}
          aside={words('intake.answers.unsureAside')}
        >
          <AnswerTable
            id="unsure-answers"
            caption={words('intake.answers.unsure', { count: unsure.length })}
            rows={unsure}
            {...{ questionnaire, places, words, titleOf }}
          />
        </Section>
      )}
      {answers.length === 0 && <p className="mb-8 max-w-measure">{words('intake.answers.none')}</p>}
      {sure.length > 0 && (
        <Section
          id="sure"
          layout="above"
          title={words('intake.answers.sure', { count: sure.length })}
          aside={words('intake.answers.sureAside')}
        >
          {[...groupBy(sure, ({ answer }) => answer.place.step)].map(([step, rows]) => {
            const caption = words('intake.answers.question', { title: titleOf(step), count: rows.length });
            return (
              <details key={step} open={answers.length <= MAX_OPEN} className="border-b border-rule py-3">
                <summary className="w-fit font-semibold">{caption}</summary>
                <div className="mt-3">
                  <AnswerTable
                    id={`answers-${step}`}
                    caption={caption}
                    rows={rows}
                    {...{ questionnaire, places, words, titleOf }}
                  />
                </div>
              </details>
            );
          })}
        </Section>
      )}
    </>
  );
}

/** So few answers are read without unfolding anything. */
const MAX_OPEN = 12;

type AnswerTableProps = Omit<AnswerListsProps, 'answers'> & {
  id: string;
  caption: string;
  rows: readonly Numbered[];
  titleOf: (step: string) => string;
};

function AnswerTable({ id, caption, rows, questionnaire, places, words, titleOf }: AnswerTableProps) {
  const heads = {
    place: words('intake.answers.place'),
    file: words('intake.answers.file'),
    answer: words('intake.answers.answer'),
    take: words('intake.answers.take'),
  };
  return (
    <Table id={id} caption={caption} captionHidden stacked className="w-full table-fixed">
      <thead>
        <Row>
          <ColumnHead className="w-1/5">{heads.place}</ColumnHead>
          <ColumnHead>{heads.file}</ColumnHead>
          <ColumnHead>{heads.answer}</ColumnHead>
          <ColumnHead className="w-1/6">{heads.take}</ColumnHead>
        </Row>
      </thead>
      <tbody>
        {rows.map(({ answer, at }) => {
          const { place, text, value, how } = answer;
          const name = nameOf(place, words);
          const said = answerInWords(place, value, words);
          return (
            <Row key={place.tag}>
              <RowHead>
                <span className="block">{name}</span>
                <span className="block text-sm font-normal text-muted">{words(`intake.how.${how}`)}</span>
              </RowHead>
              <Cell label={heads.file}>
                <LongText text={text} more={words('intake.units.whole')} />
              </Cell>
              <Cell label={heads.answer}>
                {foldText(said) === foldText(text) && said.length > MAX_REPEATED ? (
                  <span className="text-muted">{words('intake.answers.same')}</span>
                ) : (
                  <LongText text={said} more={words('intake.units.whole')} />
                )}
              </Cell>
              <Cell label={heads.take}>
                {isSure(answer) ? (
                  <TakeOver
                    field={answerField(at)}
                    value={place.tag}
                    leave={ASIDE}
                    label={words('intake.answers.takeOf', { place: `${titleOf(place.step)}, ${name}` })}
                  />
                ) : (
                  <PlaceChoice
                    field={answerField(at)}
                    label={words('intake.answers.placeOf', { place: name })}
                    initial={place.tag}
                    others={[
                      { value: place.tag, label: name },
                      { value: ASIDE, label: words('intake.units.leave') },
                    ]}
                    groups={commonPlaces(questionnaire, places, words).map((group) => ({
                      ...group,
                      places: group.places.filter(({ tag }) => tag !== place.tag),
                    }))}
                  />
                )}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

/** A long text that reads the same is shown once. */
const MAX_REPEATED = 160;

const nameOf = (place: PlacedAt, words: Words): string =>
  place.entry && place.entry.position === undefined
    ? `${placeName(place)} (${words('intake.answers.proposal', { kind: place.entry.kind, number: place.entry.number })})`
    : placeName(place);
