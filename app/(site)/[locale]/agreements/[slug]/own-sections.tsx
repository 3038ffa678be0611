import { useLocale } from 'next-intl';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { factPieces, pieceText } from '@/lib/agreements/facts/pieces';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import type { AgreementView } from './view';

const FIELDS = FACT_FIELDS.filter((field) => FACTS[field].place === 'section');

/** The facts that have a section each, such as the elements that the paper found in this agreement and in no other. */
export function OwnSections(view: AgreementView) {
  return FIELDS.map((field) => <OwnSection key={field} field={field} {...view} />);
}

function OwnSection({ field, agreement, sources, published }: AgreementView & { field: FactField }) {
  const locale = useLocale();
  const cell = agreement.facts[field];
  if (!cell) return null;
  const entries = factPieces(field, cell.value, locale).flatMap((piece) =>
    piece.kind === 'list' ? piece.items : [pieceText(piece, locale)],
  );
  return (
    <Section id={field} title={factLabel(field, locale)}>
      <Prose>
        <ul>
          {entries.map((entry, at) => (
            <li key={entry} dir="auto">
              <bdi>{entry}</bdi>
              {at === entries.length - 1 && <SourceMark cell={cell} sources={sources} />}
            </li>
          ))}
        </ul>
      </Prose>
      <div className="mt-4">
        <Provenance cell={cell} published={published} />
      </div>
    </Section>
  );
}
