import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { LabelledValues, RecordList } from '@/app/ui/shown-values';
import type { Shown, ShownName, ShownProject } from '@/lib/questions/kind';

type ShownPartsProps = {
  parts: readonly Shown[];
  namesLabel: string;
  /** The language of the texts, where it is known. */ language?: string | null;
};

/** The parts of an answer as its author reads them: before it is sent, and later on the status page. */
export function ShownParts({ parts, ...rest }: ShownPartsProps) {
  return parts.map((part, at) => <ShownPart key={at} part={part} {...rest} />);
}

function ShownPart({ part, namesLabel, language }: Omit<ShownPartsProps, 'parts'> & { part: Shown }) {
  switch (part.piece) {
    case 'names':
      return <Names label={namesLabel} items={part.items} language={language} />;
    case 'projects':
      return <Projects items={part.items} language={language} />;
    case 'value':
      return <LabelledValues label={part.label} values={part.values} />;
    case 'records':
      return <RecordList items={part.items} under={2} />;
  }
}

type InLanguage = Pick<ShownPartsProps, 'language'>;

function Names({ label, items, language }: InLanguage & { label: string; items: ShownName[] }) {
  return (
    <div>
      <h3 className="eyebrow mb-2 font-sans">{label}</h3>
      <ul className="space-y-1.5">
        {items.map(({ agreement, name, note }, at) => (
          <li key={at} dir="auto">
            {agreement?.name ?? name}
            {note && <Markdown text={note} language={language} className="!text-sm text-muted" />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Projects({ items, language }: InLanguage & { items: ShownProject[] }) {
  const t = useTranslations('status.sent');
  return (
    <ol className="space-y-8">
      {items.map(({ title, description, link, agreements, criteria }, at) => (
        <li key={at} className="space-y-2">
          <h3 dir="auto" {...inLanguageOf(language)}>
            {title}
          </h3>
          <Markdown text={description} under={3} language={language} />
          {link && <p className="text-sm wrap-anywhere">{link}</p>}
          <Named label={t('agreements')} names={agreements.map(({ shortName }) => shortName)} />
          <Named label={t('criteria')} names={criteria.map((criterion) => criterion.title)} />
        </li>
      ))}
    </ol>
  );
}

function Named({ label, names }: { label: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="max-w-measure text-sm">
      <span className="text-muted">{label}:</span> {names.join(', ')}
    </p>
  );
}

export function Answer({
  text,
  language,
  empty,
}: {
  text: string;
  /** The language of the text, where it is known. */ language?: string | null;
  empty?: ReactNode;
}) {
  if (text.trim() === '') return empty ? <p className="text-muted">{empty}</p> : null;
  return <Markdown text={text} under={2} language={language} />;
}
