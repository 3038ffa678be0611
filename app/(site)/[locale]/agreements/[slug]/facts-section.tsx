import { Fragment } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import { DefinitionList } from '@/app/ui/definition-list';
import type { Definition } from '@/app/ui/definition-list';
import { linkTo } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { ALL_FIELDS, FACTS, isRowField } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { rowsOf } from '@/lib/publication/fact-rows';
import { FactRows } from './fact-rows';
import type { AgreementView } from './view';

/** The facts that the page on the method explains, by the section that does. */
const EXPLAINED: Partial<Record<FactField, string>> = { space: 'spaces', bindingNature: 'nature' };

const LISTED = ALL_FIELDS.filter((field) => FACTS[field].place === 'facts');

/** The facts of the agreement that its page does not show elsewhere; unknown ones are listed below. */
export function FactsSection(view: AgreementView) {
  const { agreement, sources, published, relations, names, correctable } = view;
  const t = useTranslations('agreements.page');
  const locale = useLocale();
  const isKnown = (field: FactField) =>
    isRowField(field)
      ? rowsOf(agreement, field).length > 0 || (field === 'relations' && relations.length > 0)
      : agreement.facts[field] !== undefined;
  const unknown = LISTED.filter((field) => !isKnown(field));
  const items = LISTED.flatMap((field): Definition[] => {
    if (!isKnown(field)) return [];
    if (isRowField(field)) {
      const rows = <FactRows field={field} {...view} />;
      return [{ key: field, term: <FactName field={field} />, description: rows }];
    }
    const cell = agreement.facts[field];
    if (!cell) return [];
    const description = (
      <div id={field} className="space-y-1">
        <div className="marked-text [&_.prose]:font-sans [&_.prose]:text-base">
          <FactValue cell={cell} fact={{ key: field, names }} />
          <SourceMark cell={cell} sources={sources} />
        </div>
        <Provenance cell={cell} published={published} />
        <StatedViews cell={cell} published={published} fact={{ key: field, names }} />
        {correctable && <CorrectLink agreement={agreement} cell={field} title={factLabel(field, locale)} />}
      </div>
    );
    return [{ key: field, term: <FactName field={field} />, description }];
  });
  return (
    <Section id="facts" title={t('facts')} aside={t('factsAside')}>
      <DefinitionList items={items} />
      {unknown.length > 0 && (
        <p className="mt-4 text-sm text-muted">
          {t.rich('unknown', {
            fields: () =>
              unknown.map((field, at) => (
                <Fragment key={field}>
                  {at > 0 && ', '}
                  <FactName field={field} />
                  {correctable && (
                    <CorrectLink
                      agreement={agreement}
                      cell={field}
                      title={factLabel(field, locale)}
                      isUnknown
                      className="ms-1.5"
                    />
                  )}
                </Fragment>
              )),
          })}
        </p>
      )}
    </Section>
  );
}

/** What the fact is called, with a link to what its values mean. */
function FactName({ field }: { field: FactField }) {
  const locale = useLocale();
  const section = EXPLAINED[field];
  const name = factLabel(field, locale);
  return section ? linkTo(`${pathsIn(locale).method}#${section}`)(name) : name;
}
