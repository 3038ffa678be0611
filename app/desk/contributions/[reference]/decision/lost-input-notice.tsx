'use client';

import { Notice } from '@/app/ui/notice';
import { useReviewForm } from './review-form';
import { textsIn } from './review-state';

/** Another editor decided first: the cell has no fields any more, so this shows the text that was entered in them. */
export function LostInputNotice({ change: { id, title } }: { change: { id: string; title: string } }) {
  const { state, dispatch } = useReviewForm();
  const texts = textsIn(state.entered[id] ?? {});
  if (texts.length === 0 || state.recorded.includes(id)) return null;
  return (
    <div className="mt-3">
      <Notice kind="warning" title="What you had typed here">
        <ul aria-label={`Typed for ${title}`}>
          {texts.map((text, at) => (
            <li key={at} className="whitespace-pre-line">
              {text}
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="link mt-1 min-h-8 cursor-pointer text-sm"
          onClick={() => dispatch({ type: 'forgotten', changes: [id] })}
        >
          Forget it<span className="sr-only">: typed for {title}</span>
        </button>
      </Notice>
    </div>
  );
}
