import type { ReactNode } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { Block, Fact, Paper, PaperSection, PaperTable, Piece } from '@/lib/questions/paper';
import { isWebAddress } from '@/lib/contributions/documents/word/runs';
import './paper-sheet.css';

type PaperSheetProps = {
  paper: Paper;
  /** Content after a section, such as its comments. */ after?: (section: PaperSection) => ReactNode;
};

/** A paper as a page for printing: the same sections, tables and words as its Word file. */
export function PaperSheet({ paper, after }: PaperSheetProps) {
  return (
    <article className="paper-sheet">
      <header className="mb-8 border-b border-ink pb-5">
        <p className="eyebrow mb-2">{paper.site}</p>
        <p className="mb-4 font-serif text-2xl">{paper.title}</p>
        <Facts facts={paper.facts} />
      </header>
      {paper.preface.map((block, at) => (
        <PaperBlock key={at} block={block} id={`preface-${at}`} language={paper.language} />
      ))}
      {paper.sections.map((section) => (
        <section key={section.id} aria-labelledby={`paper-${section.id}`} className="mb-10 border-t border-rule pt-5">
          {section.chapter && <Chapter {...section.chapter} />}
          {section.eyebrow && <p className="eyebrow mb-1 break-after-avoid">{section.eyebrow}</p>}
          <h2 id={`paper-${section.id}`} className="mb-3 text-xl leading-snug">
            {section.title}
          </h2>
          <div className="space-y-4">
            {section.blocks.map((block, at) => (
              <PaperBlock key={at} block={block} id={`${section.id}-${at}`} language={paper.language} />
            ))}
          </div>
          {after?.(section)}
        </section>
      ))}
    </article>
  );
}

function Chapter({ title, help }: { title: string; help: string }) {
  return (
    <div className="mb-6 break-after-avoid">
      <h2 className="text-2xl">{title}</h2>
      {help && <p className="mt-2 max-w-measure text-sm whitespace-pre-line text-muted">{help}</p>}
    </div>
  );
}

function PaperBlock({ block, id, language }: { block: Block; id: string; language?: string | null }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 dir="auto" className="pt-2 text-lg">
          {block.text}
        </h3>
      );
    case 'help':
      return <p className="max-w-measure text-sm text-muted">{block.text}</p>;
    case 'said':
      return <Markdown text={block.text} language={language} />;
    case 'remark':
      return <p className="text-muted italic">{block.text}</p>;
    case 'list':
      return <LabelledList {...block} />;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'faults':
      return <Faults {...block} />;
    case 'table':
      return <PaperGrid id={id} table={block} />;
    case 'signature':
      return <Signature {...block} />;
    case 'room':
      return <p className="text-sm text-muted">{block.label}</p>;
  }
}

function LabelledList({ label, items }: { label?: string; items: Piece[][] }) {
  return (
    <div>
      {label && <h3 className="mb-2 text-lg">{label}</h3>}
      <ul className="max-w-measure list-['–__'] space-y-1.5 ps-4">
        {items.map((pieces, at) => (
          <li key={at}>
            <Pieces pieces={pieces} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Faults({ title, items }: { title: string; items: string[] }) {
  return (
    <div className="border-s-4 border-danger ps-4 text-sm">
      <p className="font-semibold text-danger">{title}</p>
      <ul className="list-disc ps-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="space-y-1.5 text-sm">
      {facts.map(({ term, pieces }) => (
        <div key={term} className="gap-x-4 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-semibold text-muted">{term}</dt>
          <dd>
            <Pieces pieces={pieces} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PaperGrid({ id, table: { caption, heads, widths, rows } }: { id: string; table: PaperTable }) {
  return (
    <Table id={`grid-${id}`} caption={caption} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          {heads.map((head, at) => (
            <ColumnHead key={head} style={{ width: `${widths[at]}%` }}>
              {head}
            </ColumnHead>
          ))}
        </Row>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([name = [], ...cells], row) => (
          <Row key={row}>
            <RowHead>
              <Pieces pieces={name} />
            </RowHead>
            {cells.map((pieces, at) => (
              <Cell key={at} label={heads[at + 1]}>
                <Pieces pieces={pieces} />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Signature({ labels }: { labels: string[] }) {
  return (
    <dl className="signature max-w-measure border-t border-rule text-sm">
      {labels.map((label) => (
        <div key={label} className="flex min-h-12 items-end gap-x-4 border-b border-rule pb-1">
          <dt className="w-32 shrink-0 font-semibold text-muted">{label}</dt>
          <dd className="grow" />
        </div>
      ))}
    </dl>
  );
}

const looks = { muted: 'text-sm text-muted', strong: 'font-semibold', link: 'wrap-anywhere' };

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, look, to }, at) => (
    <span key={at} dir="auto" className={`block whitespace-pre-line wrap-anywhere ${look ? looks[look] : ''}`}>
      {to ? (
        <a href={`#paper-${to}`} className="link">
          {text}
        </a>
      ) : look === 'link' && isWebAddress(text) ? (
        <a href={text} className="link inline-block min-h-6" rel="noopener noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  ));
}
