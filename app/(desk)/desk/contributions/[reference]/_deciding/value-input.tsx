'use client';

import { faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ValueControls } from '@/app/(desk)/desk/_parts/value-controls';
import type { DecidableChange } from './cell-decision';
import { useSentDecision } from './decision-context';
import { fieldName, valueAsTyped } from './decision-fields';

/** The controls in which the value of a cell is corrected; they begin with what was proposed. */
export function ValueInput({
  change: { id, key, proposed },
}: {
  change: Pick<DecidableChange, 'id' | 'key' | 'proposed'>;
}) {
  const { typed, fault } = useSentDecision(id);
  const code = fault('value');
  const proposedAsTyped = valueAsTyped(key, proposed.value);
  const field = (part: string) => {
    const name = fieldName(id, `amended-${part}`);
    return { id: name, name, defaultValue: typed(`amended-${part}`) ?? proposedAsTyped[part] ?? '' };
  };
  return <ValueControls cell={key} label="Corrected value" error={code && faultInWords(code)} field={field} />;
}
