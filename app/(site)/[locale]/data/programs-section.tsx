import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { origin } from '@/lib/platform/env';
import { downloadPath } from '@/lib/platform/i18n/paths';

const addressOf = (file: string) => `${origin()}${downloadPath(file)}`;

/** A few lines for each program, with the addresses of this installation. */
const snippets = () =>
  [
    {
      key: 'r',
      code: `cells <- read.csv("${addressOf('cells.csv')}", na.strings = "", encoding = "UTF-8")
assessed <- subset(cells, kind == "assessment")
table(assessed$cell, assessed$value_text)`,
    },
    {
      key: 'pandas',
      code: `import pandas as pd

cells = pd.read_csv("${addressOf('cells.csv')}", dtype={"value_count": "Int64"}, keep_default_na=False, na_values=[""])
assessed = cells[cells["kind"] == "assessment"]
print(assessed.pivot(index="agreement", columns="cell", values="value_text"))

values = pd.read_csv("${addressOf('values.csv')}", keep_default_na=False, na_values=[""])
print(values[(values["cell"] == "signatories") & (values["part"] == "list")])`,
    },
    {
      key: 'excel',
      code: `let
  File = Csv.Document(Web.Contents("${addressOf('cells.csv')}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  Cells = Table.PromoteHeaders(File, [PromoteAllScalars = true])
in
  Cells`,
    },
  ] as const;

export function ProgramsSection() {
  const t = useTranslations('data.programs');
  return (
    <Section id="programs" title={t('title')} aside={t('aside')}>
      {snippets().map(({ key, code }) => (
        <div key={key} className="mb-6">
          <h3 className="mb-1 text-lg">{t(key)}</h3>
          <p className="mb-2 max-w-measure text-muted">{t(`${key}Says`)}</p>
          <pre
            tabIndex={0}
            aria-label={t('code', { program: t(key) })}
            className="overflow-x-auto border-s-2 border-rule bg-wash p-4 font-mono text-xs"
          >
            {code}
          </pre>
        </div>
      ))}
    </Section>
  );
}
