import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { origin } from '@/lib/platform/env';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { FieldTable, fieldsOf } from './field-table';
import { GeneralSection } from './general-section';
import { illustratedDocument } from './illustrated-document';
import type { Operation } from './operation-article';
import { OperationArticle } from './operation-article';
import { ReasonsSection } from './reasons-section';
import { looked, shapeAnchor } from './schema-words';

type Props = PageProps<'/[locale]/api'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('api');

const METHODS = ['get', 'post'] as const;

/**
 * Shows the API's own description. The page is generated from it, so it lists all that the routes accept and return.
 */
export default async function ApiPage({ params }: Props) {
  await localeOf(params);
  const [t, document] = await Promise.all([getTranslations('api'), illustratedDocument()]);
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ method, path, operation: item[method] as Operation }] : [])),
  );
  const groups = (document.tags ?? []).map((tag) => ({
    ...tag,
    anchor: `group-${tag.name.toLowerCase().replaceAll(' ', '-')}`,
    operations: operations.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  const shapes = Object.entries(document.components?.schemas ?? {});
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <p>
          {t.rich('machine', {
            link: (words) => (
              <a href={apiPaths.openapi} className="link">
                {words}
              </a>
            ),
          })}
        </p>
      </PageHeader>
      <GeneralSection
        limit={(document as { 'x-reading-limit'?: { points: number; seconds: number } })['x-reading-limit']}
      />
      <nav aria-labelledby="contents" className="border-t border-rule pt-6 pb-12">
        <h2 id="contents" className="mb-5">
          {t('contents')}
        </h2>
        <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
          {groups.map(({ name, anchor, operations: within }) => (
            <div key={name}>
              <p className="eyebrow mb-2">
                <a href={`#${anchor}`}>{name}</a>
              </p>
              <ul className="space-y-1 text-sm">
                {within.map(({ operation }) => (
                  <li key={operation.operationId}>
                    <a href={`#${operation.operationId}`} className="link">
                      {operation.summary}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
      {groups.map(({ name, anchor, description, operations: within }) => (
        <Section key={name} id={anchor} title={name} aside={description} layout="above">
          {within.map((one) => (
            <OperationArticle key={one.operation.operationId} {...one} origin={origin()} />
          ))}
        </Section>
      ))}
      <Section id="shapes" title={t('shapes.title')} aside={t('shapes.aside')} layout="above">
        {shapes.map(([name, schema]) => (
          <article key={name} className="border-t border-rule pt-5 pb-8">
            <h3 id={shapeAnchor(name)}>{name}</h3>
            {looked(schema).description && (
              <p className="mt-2 mb-3 max-w-measure text-muted">{looked(schema).description}</p>
            )}
            {looked(schema).properties && (
              <FieldTable id={`fields-${name}`} caption={t('fields', { name })} rows={fieldsOf(looked(schema))} />
            )}
          </article>
        ))}
      </Section>
      <ReasonsSection problem={looked(document.components?.schemas?.Problem)} />
    </>
  );
}
