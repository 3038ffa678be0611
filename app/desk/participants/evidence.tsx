import { Link } from '@/app/ui/link';

type EvidenceProps = {
  source: string | null;
  link: string | null;
  quotation: string | null;
  reservation: string | null;
  /** The reference of the contribution that says so. */
  contribution?: string;
};

/** By what it is known that a participant did something, and its reservation. */
export function Evidence({ source, link, quotation, reservation, contribution }: EvidenceProps) {
  return (
    <div className="mt-2 max-w-measure space-y-1.5 text-sm wrap-anywhere">
      {quotation && (
        <blockquote dir="auto" className="border-s-2 border-rule ps-3 font-serif text-base">
          {quotation}
        </blockquote>
      )}
      {source && (
        <p>
          <span className="text-muted">Source:</span> <bdi>{source}</bdi>
        </p>
      )}
      {link && (
        <p>
          <span className="text-muted">Link:</span>{' '}
          <a href={link} className="link" rel="noopener noreferrer nofollow" target="_blank">
            {link}
          </a>
        </p>
      )}
      {contribution && (
        <p>
          <span className="text-muted">Contribution:</span>{' '}
          <Link href={`/desk/contributions/${contribution}`} className="link">
            {contribution}
          </Link>
        </p>
      )}
      {reservation && (
        <p>
          <span className="text-muted">Reservation or declaration:</span> <bdi>{reservation}</bdi>
        </p>
      )}
    </div>
  );
}
