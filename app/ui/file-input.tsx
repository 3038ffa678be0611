import type { ComponentProps } from 'react';

/** The field `file` of a form: the chooser of a file, with a button as large as a finger. */
export function FileInput(props: Omit<ComponentProps<'input'>, 'type' | 'name' | 'className'>) {
  return (
    <input
      type="file"
      name="file"
      className="block max-w-full file:me-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-surface file:px-4 file:py-2 file:text-ink"
      {...props}
    />
  );
}
