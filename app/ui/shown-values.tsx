import { Fragment } from 'react';

type ShownValue = { text: string; link?: string };
type Labelled = { label: string; values: readonly ShownValue[] };

/** Values after their label: one on the same line, several as a list. */
export function LabelledValues({ label, values }: Labelled) {
  const [only, ...more] = values;
  if (only && more.length === 0)
    return (
      <p className="max-w-measure">
        <span className="text-muted">{label}:</span> <Value value={only} />
      </p>
    );
  return (
    <div className="max-w-measure">
      <p className="text-muted">{label}:</p>
      <ul className="list-disc ps-5">
        {values.map((value, at) => (
          <li key={at}>
            <Value value={value} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The parts of a value in a cell of a table. */
export function PartValues({ parts }: { parts: readonly { label?: string; values: readonly ShownValue[] }[] }) {
  return parts.map(({ label, values }, at) => (
    <div key={at}>
      {label !== undefined && <span className="text-muted">{label}: </span>}
      {values.map((value, place) => (
        <Fragment key={place}>
          {place > 0 && <br />}
          <Value value={value} />
        </Fragment>
      ))}
    </div>
  ));
}

function Value({ value: { text, link } }: { value: ShownValue }) {
  if (link === undefined)
    return (
      <span dir="auto" className="whitespace-pre-line wrap-anywhere">
        {text}
      </span>
    );
  return (
    <a href={link} rel="noopener nofollow" dir="auto" className="link wrap-anywhere">
      {text}
    </a>
  );
}

const HEADINGS = { 2: 'h3', 3: 'h4', 4: 'h5' } as const;
type RecordListProps = { items: readonly { title: string; fields: readonly Labelled[] }[]; under: 2 | 3 | 4 };

/** Records one below the other, each with its title and fields. `under` is the level of the heading above them. */
export function RecordList({ items, under }: RecordListProps) {
  const Heading = HEADINGS[under];
  return (
    <ol className="space-y-5">
      {items.map(({ title, fields }, at) => (
        <li key={at} className="space-y-1 border-s-2 border-rule ps-4">
          <Heading className="font-sans text-base font-semibold" dir="auto">
            {title}
          </Heading>
          {fields.map((field, index) => (
            <LabelledValues key={index} {...field} />
          ))}
        </li>
      ))}
    </ol>
  );
}
