import type { ComponentProps, ReactNode } from 'react';

type TableProps = Omit<ComponentProps<'table'>, 'id'> & { id: string; caption: ReactNode; captionHidden?: boolean };

/** A table that scrolls sideways inside itself on a narrow screen; the keyboard can reach and scroll it too. */
export function Table({ id, caption, captionHidden = false, className = '', children, ...rest }: TableProps) {
  return (
    <div role="region" aria-labelledby={`${id}-caption`} tabIndex={0} className="overflow-x-auto">
      <table id={id} className={`table ${className}`} {...rest}>
        <caption id={`${id}-caption`} className={captionHidden ? 'sr-only' : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

/** The head of a column. */
export function ColumnHead(props: ComponentProps<'th'>) {
  return <th scope="col" {...props} />;
}

/** The head of a row. */
export function RowHead(props: ComponentProps<'th'>) {
  return <th scope="row" {...props} />;
}

export function Cell({ numeric = false, className = '', ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return <td className={numeric ? `numeric ${className}` : className || undefined} {...rest} />;
}
