import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MARKS } from '@/app/(form)/form/step-list';
import { StateMark } from '@/app/ui/stepper';
import type { StepState } from '@/lib/contributions/drafts/progress';

type ReadingSectionProps = {
  id: string;
  title: string;
  /** How far the step is. */ state: StepState;
  /** The question, above the answer. */ aside?: ReactNode;
  /** Absent where the step can't be changed any more. */ href?: string;
  /** Absent where nothing is answered: then it is one line. */ children?: ReactNode;
};

/** One step as it will be sent, with its state and a link back to it. */
export async function ReadingSection({ id, title, state, aside, href, children }: ReadingSectionProps) {
  const [t, states] = [await getTranslations('contribute.check'), await getTranslations('progress.states')];
  return (
    <section aria-labelledby={id} className={`border-t border-rule ${children ? 'pt-4 pb-8' : 'py-2'}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className={children ? undefined : 'font-sans text-base font-semibold tracking-normal'}>
          {title}
        </h2>
        <StateMark
          state={MARKS[state]}
          word={states(state)}
          className="order-last w-full sm:order-none sm:w-auto sm:self-center sm:grow"
        />
        {href && (
          <a href={`${href}?from=check`} className="link no-print text-sm" aria-label={t('changeOf', { what: title })}>
            {t('change')}
          </a>
        )}
      </div>
      {children && (
        <>
          {aside && <p className="mt-2 max-w-measure text-sm text-muted">{aside}</p>}
          <div className="mt-4">{children}</div>
        </>
      )}
    </section>
  );
}
