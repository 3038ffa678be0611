'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { fieldId } from './names';
import { useTyped } from './step-context';
import { useHydrated } from './use-hydrated';

type Renderer = ComponentType<{ text: string; className?: string }>;

/** Below a long answer: says that Markdown works, with a preview. Its renderer is loaded on demand. */
export function MarkdownPreview({ name, label }: { name: string; label: ReactNode }) {
  const t = useTranslations('contribute.form.markdown');
  const hydrated = useHydrated();
  const [typed, now] = [useTyped(name), useWatch({ name }) as unknown]; // the field's current text
  const text = typeof now === 'string' ? now : typed;
  const [shown, setShown] = useState(false);
  const [renderer, setRenderer] = useState<{ Markdown: Renderer } | 'failed' | null>(null);
  const toggle = () => {
    setShown(!shown);
    if (shown || (renderer !== null && renderer !== 'failed')) return;
    setRenderer(null);
    import('@/app/ui/markdown').then(
      ({ Markdown }) => setRenderer({ Markdown }),
      () => setRenderer('failed'),
    );
  };
  return (
    <div className="mt-1 max-w-[46rem]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
        <details className="grow">
          <summary className="w-fit py-0.5">{t('help')}</summary>
          <p>{t('hint')}</p>
        </details>
        {hydrated && (
          <Button
            variant="quiet"
            className="text-sm"
            aria-expanded={shown}
            aria-controls={`${fieldId(name)}-preview`}
            onClick={toggle}
          >
            {t('preview')}
            <span className="sr-only">: {label}</span>
          </Button>
        )}
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
      </div>
      <div
        id={`${fieldId(name)}-preview`}
        role="region"
        aria-label={t('preview')}
        hidden={!shown}
        className="mt-2 border-s-2 border-accent py-1 ps-4"
      >
        {shown && <Preview text={text} renderer={renderer} />}
      </div>
      <p role="status" className="sr-only">
        {shown &&
          t(renderer === 'failed' ? 'failed' : !renderer ? 'loading' : text.trim() === '' ? 'nothing' : 'shown')}
      </p>
    </div>
  );
}

function Preview({ text, renderer }: { text: string; renderer: { Markdown: Renderer } | 'failed' | null }) {
  const t = useTranslations('contribute.form.markdown');
  if (renderer === 'failed') return <p className="text-sm text-danger">{t('failed')}</p>;
  if (!renderer) return <p className="text-sm text-muted">{t('loading')}</p>;
  return text.trim() === '' ? (
    <p className="text-sm text-muted">{t('nothing')}</p>
  ) : (
    <renderer.Markdown text={text} className="!text-base" />
  );
}
