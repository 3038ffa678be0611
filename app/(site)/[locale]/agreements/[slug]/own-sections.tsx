import { useLocale } from 'next-intl';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import { Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { factPieces, pieceText } from '@/lib/agreements/facts/pieces';
import { ALL_FIELDS, FACTS, isRowField } from '@/lib/agreements/facts/registry';
import type { CellField, RowField } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import { rowsOf } from '@/lib/publication/fact-rows';
import { FactRows } from './fact-rows';
import type { AgreementView } from './view';

const FIELDS = ALL_FIELDS.filter((field) => FACTS[field].place === 'section');

/** The facts that have a section each, such as the elements that the paper found in this agreement and in no other. */
export function OwnSections(view: AgreementView) {
  return FIELDS.map((field) =>
    isRowField(field) ? (
      <RowSection key={field} field={field} {...view} />
    ) : (
      <OwnSection key={field} field={field} {...view} />
    ),
  );
}

function RowSection({ field, ...view }: AgreementView & { field: RowField }) {
  const locale = useLocale();
  if (rowsOf(view.agreement, field).length === 0) return null;
  return (
    <Section id={field} title={factLabel(field, locale)}>
      <FactRows field={field} {...view} />
    </Section>
  );
}

function OwnSection({
  field,
  agreement,
  sources,
  published,
  names,
  correctable,
}: AgreementView & { field: CellField }) {
  const locale = useLocale();
  const cell = agreement.facts[field];
  if (!cell) return null;
  const entries = (cell.disputed ? [] : factPieces(field, cell.value, locale, names)).flatMap((piece) =>
    piece.kind === 'list' ? piece.items : [pieceText(piece, locale)],
  );
  return (
    <Section id={field} title={factLabel(field, locale)}>
      {cell.disputed && <FactValue cell={cell} fact={{ key: field, names }} />}
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
        <StatedViews cell={cell} published={published} fact={{ key: field, names }} />
        {correctable && <CorrectLink agreement={agreement} cell={field} title={factLabel(field, locale)} />}
      </div>
    </Section>
  );
}
