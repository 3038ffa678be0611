import { Section } from '@/app/ui/section';
import type { Questionnaire } from '@/lib/calls/schema';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { Words } from '@/lib/platform/i18n/words';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { ABOVE, ASIDE } from '@/lib/received/choice-names';
import type { Unit } from '@/lib/received/units';
import { LeaveRest, PlaceChoice } from './choices-context';
import { LongText } from './long-text';
import { commonPlaces, nearPlaces, placeName } from './offered-places';
import { reasonInWords } from './words';

type UnitListProps = {
  units: readonly Unit[];
  questionnaire: Questionnaire;
  places: readonly PlacedAt[];
  /** The tags of places that have an answer. */
  taken: ReadonlySet<string>;
  words: Words;
};

/** With so many texts, one box can leave all of them aside. */
const MANY = 4;

/** The texts that could not be placed, each with the choice of its place. */
export function UnitList({ units, questionnaire, places, taken, words }: UnitListProps) {
  if (units.length === 0) return null;
  const common = commonPlaces(questionnaire, places, words);
  const titleOf = (key: string | null) =>
    key === ABOUT_STEP
      ? questionnaire.about.title
      : questionnaire.questions.find((question) => question.key === key)?.shortTitle;
  const choose = { value: '', label: words('intake.units.choose') };
  const leave = { value: ASIDE, label: words('intake.units.leave') };
  const above = { value: ABOVE, label: words('intake.units.above') };
  return (
    <Section
      id="to-place"
      layout="above"
      title={words('intake.units.title', { count: units.length })}
      aside={words('intake.units.aside')}
    >
      {units.filter(({ follows }) => !follows).length >= MANY && <LeaveRest label={words('intake.units.rest')} />}
      <ol className="border-t border-rule">
        {units.map((unit, at) => {
          const question = titleOf(unit.question);
          const near = nearPlaces(unit, places, taken, words);
          return (
            <li
              key={unit.id}
              className="gap-x-10 border-b border-rule py-4 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
            >
              <div>
                <LongText text={unit.text} more={words('intake.units.whole')} />
                {!unit.follows && (
                  <p className="mt-1 text-sm text-muted">
                    {reasonInWords(unit.reason, words)} {whereabouts(unit, question, words)}
                  </p>
                )}
              </div>
              <div className="mt-3 md:mt-0">
                <PlaceChoice
                  field={unit.id}
                  label={words('intake.units.place', { number: at + 1 })}
                  others={unit.follows ? [above, leave] : [choose, leave]}
                  groups={[near, ...common]}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Where a text was written: at a place that can't take it, or after another question. */
function whereabouts({ place }: Unit, question: string | undefined, words: Words): string {
  if (place) return words('intake.units.at', { place: placeName(place), question: question ?? '' });
  return question === undefined ? '' : words('intake.units.near', { question });
}
