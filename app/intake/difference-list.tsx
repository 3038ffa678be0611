import { Section } from '@/app/ui/section';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Words } from '@/lib/platform/i18n/words';
import { BOTH, FROM_DRAFT, FROM_FILE, initialChoice, takesBoth } from '@/lib/received/differences';
import type { Difference, Side } from '@/lib/received/differences';
import { SideChoice } from './choices-context';
import { LongText } from './long-text';
import { placeName } from './offered-places';
import { answerInWords } from './words';

type DifferenceListProps = { differences: readonly Difference[]; questionnaire: Questionnaire; words: Words };

/** What file and draft say differently, each with the choice of what stays. */
export function DifferenceList({ differences, questionnaire, words }: DifferenceListProps) {
  if (differences.length === 0) return null;
  const titleOf = (step: string | undefined) =>
    questionnaire.questions.find(({ key }) => key === step)?.shortTitle ?? questionnaire.about.title;
  return (
    <Section
      id="differences"
      layout="above"
      title={words('intake.differences.title', { count: differences.length })}
      aside={words('intake.differences.aside')}
    >
      <ol className="border-t border-rule">
        {differences.map((difference) => {
          const [place] = difference.places;
          const name = `${titleOf(place?.step)}, ${place ? placeName(place) : ''}`;
          return (
            <li key={difference.id} className="border-b border-rule py-5">
              <h3 className="font-sans font-semibold">{name}</h3>
              {difference.changedSince && (
                <p className="text-sm text-muted">{words('intake.differences.changedSince')}</p>
              )}
              <div className="mt-3 gap-x-10 space-y-3 md:grid md:grid-cols-2 md:space-y-0">
                <SideText head={words('intake.differences.draft')} sides={difference.draft} words={words} />
                <SideText head={words('intake.differences.file')} sides={difference.file} words={words} />
              </div>
              <SideChoice
                field={difference.id}
                legend={words('intake.differences.choice', { name })}
                initial={initialChoice(difference)}
                options={[
                  { value: FROM_DRAFT, label: words('intake.differences.keep') },
                  {
                    value: FROM_FILE,
                    label: words(difference.file.length === 0 ? 'intake.differences.empty' : 'intake.differences.take'),
                  },
                  ...(takesBoth(difference) ? [{ value: BOTH, label: words('intake.differences.both') }] : []),
                ]}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function SideText({ head, sides, words }: { head: string; sides: readonly Side[]; words: Words }) {
  return (
    <div>
      <p className="text-sm font-semibold text-muted">{head}</p>
      {sides.length === 0 && <p className="text-muted">{words('intake.differences.nothing')}</p>}
      {sides.map(({ place, value }) => (
        <div key={place.tag} className="mt-1">
          {sides.length > 1 && <p className="text-sm text-muted">{place.label}</p>}
          <LongText text={answerInWords(place, value, words)} more={words('intake.units.whole')} />
        </div>
      ))}
    </div>
  );
}
