import { Notice } from '@/app/ui/notice';
import type { LikenessReason } from '@/lib/agreements/search/likeness';
import type { Alike } from '@/lib/review/review-page/similar-proposals';

const REASONS: Record<LikenessReason, string> = {
  abbreviation: 'the same abbreviation',
  name: 'a similar name',
  link: 'the same link',
  date: 'launched at the same time',
};

/** Warns that a new agreement may already exist, or that another contribution proposes it as well. */
export function AlikeNotice({ alike: { agreements, proposals } }: { alike: Alike }) {
  return (
    <div className="mt-4">
      <Notice
        kind="warning"
        title={
          agreements.length > 0
            ? 'This looks like an agreement that is in the dataset'
            : 'Others propose what looks like the same agreement'
        }
      >
        <ul className="space-y-1 text-sm">
          {agreements.map(({ slug, name, reasons }) => (
            <li key={slug}>
              <a href={`/en/agreements/${slug}`} className="link" dir="auto">
                {name}
              </a>
              , in the dataset: {inWords(reasons)}
            </li>
          ))}
          {proposals.map(({ proposal, reference, name, reasons }) => (
            <li key={proposal}>
              <a href={`/desk/contributions/${reference}`} className="link">
                {reference}
              </a>{' '}
              proposes <span dir="auto">{name}</span>: {inWords(reasons)}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-sm">
          <a href="#targets" className="link">
            Make it an update, or bring the two together
          </a>
        </p>
      </Notice>
    </div>
  );
}

const inWords = (reasons: readonly LikenessReason[]) => reasons.map((reason) => REASONS[reason]).join(', ');
