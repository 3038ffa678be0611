'use client';

import { useRef, useState } from 'react';
import type { ComponentProps, ComponentType } from 'react';
import { Button } from '@/app/ui/button';
import { TextArea } from '@/app/ui/text-area';
import { useHydrated } from '@/app/(form)/form/use-hydrated';
import { fillDates } from '@/lib/calls/placeholders';
import type { PlaceholderDates } from '@/lib/calls/placeholders';

type Renderer = ComponentType<{ text: string; under?: 1 | 2 | 3 | 4; className?: string }>;
type ProseFieldProps = Omit<ComponentProps<typeof TextArea>, 'ref' | 'onInput' | 'footnote' | 'label'> & {
  label: string;
  /** What the placeholders say in the preview: the dates as they are stored. */
  dates: PlaceholderDates;
};

/** A text in Markdown with its preview, whose renderer is loaded when it is first asked for. */
export function ProseField({ label, dates, ...field }: ProseFieldProps) {
  const hydrated = useHydrated();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [renderer, setRenderer] = useState<{ Markdown: Renderer } | 'failed' | null>(null);
  const toggle = () => {
    setText(text === null ? (area.current?.value ?? '') : null);
    if (text !== null || (renderer !== null && renderer !== 'failed')) return;
    import('@/app/ui/markdown').then(
      ({ Markdown }) => setRenderer({ Markdown }),
      () => setRenderer('failed'),
    );
  };
  return (
    <div>
      <TextArea
        {...field}
        label={label}
        ref={area}
        onInput={(event) => setText(text === null ? null : event.currentTarget.value)}
      />
      {hydrated && (
        <Button
          variant="quiet"
          className="text-sm"
          aria-expanded={text !== null}
          aria-controls={`${field.id}-preview`}
          onClick={toggle}
        >
          {text === null ? 'Preview' : 'Close the preview'}
          <span className="sr-only">: {label}</span>
        </Button>
      )}
      <div
        id={`${field.id}-preview`}
        role="region"
        aria-label={`Preview: ${label}`}
        hidden={text === null}
        className="max-w-[46rem] border-s-2 border-accent py-1 ps-4"
      >
        {text !== null && <Preview text={fillDates(text, dates)} renderer={renderer} />}
      </div>
    </div>
  );
}

function Preview({ text, renderer }: { text: string; renderer: { Markdown: Renderer } | 'failed' | null }) {
  if (renderer === 'failed') return <p className="text-sm text-danger">The preview could not be loaded.</p>;
  if (!renderer) return <p className="text-sm text-muted">Preparing the preview</p>;
  if (text.trim() === '') return <p className="text-sm text-muted">Nothing is written yet.</p>;
  return <renderer.Markdown text={text} under={1} className="!text-base" />;
}
