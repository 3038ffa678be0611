export type Step = {
  /** Of its own; otherwise the steps are counted. */
  number?: string;
  /** Above it: the part of the form that begins here. */
  heading?: string;
  href?: string;
  label: string;
  state: 'done' | 'begun' | 'open' | 'errors';
  /** The state in the reader's language. */
  stateWord: string;
  current?: boolean;
  /** Below the label: further information on the step. */
  note?: string;
};

const marks: Record<Step['state'], { path: string; colour: string }> = {
  done: { path: 'M4.6 8.3l2.3 2.4 4.5-5', colour: 'text-ok' },
  begun: { path: 'M5 8h6', colour: 'text-ink' },
  open: { path: '', colour: 'text-muted' },
  errors: { path: 'M8 4.4v4.4M8 11.2v.4', colour: 'text-danger' },
};

/** The steps of a form as links, each with its state as a mark and a word; the current one is marked as current. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <nav aria-label={label} className="no-print text-sm">
      <ol className="border-t border-rule">
        {steps.map((step, at) => (
          <li key={`${step.label} ${step.number}`} className={`border-b border-rule ${step.current ? 'bg-wash' : ''}`}>
            {step.heading && <p className="px-2 pt-4 pb-1 font-semibold">{step.heading}</p>}
            <StepLine step={step} number={step.number ?? String(at + 1)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLine({ step, number }: { step: Step; number: string }) {
  const content = (
    <>
      <span className="min-w-5 shrink-0 text-end text-muted tabular-nums">{number}</span>
      <span className={`grow ${step.current ? 'font-semibold text-ink' : ''}`}>
        {step.label}
        {step.note && <span className="block text-xs font-normal text-muted">{step.note}</span>}
      </span>
      <StateMark state={step.state} word={step.stateWord} />
    </>
  );
  const look = 'flex min-h-11 items-center gap-3 px-2 py-2';
  if (!step.href) return <span className={`${look} text-muted`}>{content}</span>;
  return (
    <a
      href={step.href}
      aria-label={[step.label, step.stateWord, step.note].filter(Boolean).join(', ')}
      aria-current={step.current ? 'step' : undefined}
      className={`${look} text-accent hover:bg-wash`}
    >
      {content}
    </a>
  );
}

type StateMarkProps = {
  state: Step['state'];
  word: string;
  className?: string;
  /** Screen readers get the word elsewhere. */ isSilent?: boolean;
};

/** The state as a mark and a word. */
export function StateMark({ state, word, className = 'w-28', isSilent = false }: StateMarkProps) {
  const { path, colour } = marks[state];
  return (
    <span
      aria-hidden={isSilent || undefined}
      className={`flex shrink-0 items-center gap-1 text-xs leading-4 ${colour} ${className}`}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        className="size-4 shrink-0"
      >
        <circle cx="8" cy="8" r="6.6" />
        <path d={path} strokeLinecap="round" />
      </svg>
      {word}
    </span>
  );
}
