import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { downloadPath } from '@/lib/platform/i18n/paths';
import { bibtex, cslJson, plainCitation } from '@/lib/publication/releases/citation';
import type { Cited } from '@/lib/publication/releases/citation';

type Props = {
  cited: Cited;
  folder: string;
  /** The files of a release: an early one does not have every form. */
  files?: readonly { name: string }[];
};

/** How to cite a release, or the dataset of today (`folder` is `latest`), in each form. */
export function CiteSection({ cited, folder, files }: Props) {
  const t = useTranslations('releases.cite');
  const forms = [
    { file: 'citation.txt', label: t('plain') },
    { file: 'citation.bib', label: t('bibtex') },
    { file: 'citation.json', label: t('csl') },
    { file: 'citation.ris', label: t('ris') },
  ].filter(({ file }) => files === undefined || files.some(({ name }) => name === file));
  return (
    <Section id="cite" title={t('title')} aside={t('aside')}>
      <p className="max-w-measure font-serif wrap-anywhere">{plainCitation(cited)}</p>
      <p className="mt-3 flex flex-wrap gap-x-5 text-sm">
        {forms.map(({ file, label }) => (
          <a key={file} href={downloadPath(file, folder)} className="link">
            {label}
          </a>
        ))}
      </p>
      <Form title={t('show', { form: t('bibtex') })} text={bibtex(cited)} />
      <Form title={t('show', { form: t('csl') })} text={JSON.stringify(cslJson(cited), null, 1)} />
    </Section>
  );
}

function Form({ title, text }: { title: string; text: string }) {
  return (
    <details className="mt-3">
      <summary className="link min-h-6 w-fit text-sm">{title}</summary>
      <pre className="mt-2 max-w-measure border-s-2 border-rule ps-4 font-mono text-[0.8em] whitespace-pre-wrap wrap-anywhere">
        {text.trim()}
      </pre>
    </details>
  );
}
