'use client';

import { Choice } from '@/app/ui/choice';
import { KEY_GROUPS } from './review-keys';

type KeyListProps = { on: boolean; switchTo: (on: boolean) => void; close: () => void };

/** The list of keys, beside the work and not over it, so that it can stay open while an editor learns them. */
export function KeyList({ on, switchTo, close }: KeyListProps) {
  return (
    <section
      id="keys"
      aria-labelledby="keys-title"
      tabIndex={0}
      className="no-print fixed end-4 bottom-20 z-20 max-h-[calc(100dvh-6rem)] w-[min(19rem,calc(100vw-2rem))] overflow-y-auto border border-edge bg-surface px-5 py-4 text-sm text-ink lg:start-4 lg:end-auto lg:bottom-4 lg:max-h-[calc(100dvh-2rem)]"
    >
      <div className="flex items-baseline justify-between">
        <h2 id="keys-title" className="text-xl">
          Keys
        </h2>
        <button type="button" onClick={close} className="link min-h-8 cursor-pointer">
          Close
        </button>
      </div>
      {KEY_GROUPS.map(({ title, keys }) => (
        <div key={title} className="mt-2">
          <h3 className="font-sans text-xs font-semibold text-muted">{title}</h3>
          <dl className={on ? undefined : 'text-muted'}>
            {keys.map(({ key, words }) => (
              <div key={key} className="flex gap-x-3 py-0.5">
                <dt className="w-7 shrink-0">
                  <Key>{key}</Key>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <div className="mt-3 border-t border-rule pt-2">
        <Choice
          type="checkbox"
          id="letters-on"
          label="Single letters are commands"
          checked={on}
          onChange={(event) => switchTo(event.target.checked)}
        />
        <p className="text-muted">
          Never while you type. Always: <Key>Ctrl</Key> <Key>Enter</Key> records, <Key>Esc</Key> leaves a field.
        </p>
      </div>
    </section>
  );
}

const Key = ({ children }: { children: string }) => (
  <kbd className="rounded-sm border border-edge bg-paper px-1.5 font-mono text-xs">{children}</kbd>
);
