import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';

/** The parts of a contribution as its author reads them again: before it is sent, and ever after on its status page. */
export type ReadSignatory = { name: string; note?: string };
export type ReadProject = {
  title: string;
  description: string;
  link?: string;
  agreements: string[];
  criteria: string[];
};

export function Signatories({ label, items }: { label: string; items: ReadSignatory[] }) {
  return (
    <div>
      <h3 className="eyebrow mb-2 font-sans">{label}</h3>
      <ul className="space-y-1.5">
        {items.map(({ name, note }, at) => (
          <li key={at} dir="auto">
            {name}
            {note && <Markdown text={note} className="!text-sm text-muted" />}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Projects({ items, words }: { items: ReadProject[]; words: { agreements: string; criteria: string } }) {
  return (
    <ol className="space-y-8">
      {items.map(({ title, description, link, agreements, criteria }, at) => (
        <li key={at} className="space-y-2">
          <h3 dir="auto">{title}</h3>
          <Markdown text={description} under={3} />
          {link && <p className="text-sm wrap-anywhere">{link}</p>}
          <Named label={words.agreements} names={agreements} />
          <Named label={words.criteria} names={criteria} />
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
  /** What it is written in, where that is known. */ language?: string | null;
  empty?: ReactNode;
}) {
  if (text.trim() === '') return empty ? <p className="text-muted">{empty}</p> : null;
  return <Markdown text={text} under={2} language={language} />;
}
