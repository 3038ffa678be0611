import { Section } from '@/app/ui/section';
import type { Questionnaire } from '@/lib/calls/schema';
import { saySize } from '@/lib/platform/i18n/sizes';
import type { Words } from '@/lib/platform/i18n/words';
import { ASIDE, pictureField } from '@/lib/received/choice-names';
import type { ReceivedReading } from '@/lib/received/read-received';
import { PlaceChoice } from './choices-context';
import { questionName } from './offered-places';

type PictureListProps = {
  pictures: ReceivedReading['pictures'];
  /** Those that can't be kept, and why. */ left: ReceivedReading['leftPictures'];
  questionnaire: Questionnaire;
  words: Words;
  locale: string;
};

/** The pictures of a file, each to be kept as a file of a question or left aside; then those that can't be kept. */
export function PictureList({ pictures, left, questionnaire: { questions }, words, locale }: PictureListProps) {
  const count = pictures.length + left.length;
  if (count === 0) return null;
  const offered = questions.map((question) => ({
    tag: question.key,
    label: questionName(question, questions, words),
  }));
  return (
    <Section
      id="pictures"
      layout="above"
      title={words('intake.pictures.title', { count })}
      aside={pictures.length > 0 && words('intake.pictures.aside')}
    >
      <ul className="border-t border-rule">
        {pictures.map(({ name, bytes, question }, at) => (
          <li
            key={at}
            className="gap-x-10 border-b border-rule py-4 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
          >
            <p className="wrap-anywhere">
              <bdi>{name}</bdi> <span className="text-sm text-muted">{saySize(bytes.length, locale)}</span>
            </p>
            <PlaceChoice
              field={pictureField(at)}
              label={words('intake.pictures.choice', { number: at + 1 })}
              initial={question ?? ASIDE}
              others={[{ value: ASIDE, label: words('intake.units.leave') }]}
              groups={[{ title: words('intake.pictures.keep'), places: offered }]}
            />
          </li>
        ))}
        {left.map(({ name, reason }, at) => (
          <li key={at} className="border-b border-rule py-4">
            <p className="wrap-anywhere">
              <bdi>{name}</bdi>
            </p>
            <p className="text-sm text-muted">
              {words('intake.pictures.left')} {words(`errors.reasons.${reason}`)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
