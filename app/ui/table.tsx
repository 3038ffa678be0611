import type { ComponentProps, ReactNode } from 'react';

type TableProps = Omit<ComponentProps<'table'>, 'id'> & {
  id: string;
  caption: ReactNode;
  captionHidden?: boolean;
  /** On a narrow screen each row becomes a block of its own, instead of the table scrolling sideways. */
  stacked?: boolean;
};

/**
 * A table that scrolls sideways on a narrow screen, by keyboard too; or, stacked, one whose rows become blocks there.
 * The roles are explicit because some browsers drop them when a table is laid out as blocks.
 */
export function Table({
  id,
  caption,
  captionHidden = false,
  stacked = false,
  className = '',
  children,
  ...rest
}: TableProps) {
  const table = (
    <table id={id} role="table" className={`table ${stacked ? 'table-stacked' : ''} ${className}`} {...rest}>
      <caption id={`${id}-caption`} className={captionHidden ? 'sr-only' : undefined}>
        {caption}
      </caption>
      {children}
    </table>
  );
  if (stacked) return table;
  return (
    <div role="region" aria-labelledby={`${id}-caption`} tabIndex={0} className="relative overflow-x-auto">
      {table}
    </div>
  );
}

export function Row(props: ComponentProps<'tr'>) {
  return <tr role="row" {...props} />;
}

/** The head of a column. */
export function ColumnHead(props: ComponentProps<'th'>) {
  return <th scope="col" role="columnheader" {...props} />;
}

/** The head of a row. */
export function RowHead(props: ComponentProps<'th'>) {
  return <th scope="row" role="rowheader" {...props} />;
}

type CellProps = ComponentProps<'td'> & {
  numeric?: boolean;
  /** Repeats the head of the column where a stacked table no longer shows it. */
  label?: string;
};

export function Cell({ numeric = false, label, className = '', children, ...rest }: CellProps) {
  return (
    <td role="cell" className={numeric ? `numeric ${className}` : className || undefined} {...rest}>
      {label && (
        <span aria-hidden="true" className="cell-label">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
