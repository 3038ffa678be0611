import Form from 'next/form';
import { Button, LinkButton } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import type { AuditFilter } from '@/lib/platform/audit/schema';
import { auditQuery } from './audit-address';
import { AUDIT_ACTION_WORDS, auditActionInWords } from '@/app/desk/words/audit-actions';

type AuditFiltersProps = { filter: AuditFilter; people: readonly { id: string; name: string }[] };

/**
 * The filters are in the address, so that each combination can be bookmarked and shared. A new address resets the
 * fields.
 */
export function AuditFilters({ filter, people }: AuditFiltersProps) {
  return (
    <Form
      action="/desk/audit"
      key={auditQuery(filter)}
      className="mb-8 flex flex-wrap items-end gap-x-5 gap-y-4 border-y border-rule py-5"
    >
      <ActionSelect action={filter.action} />
      <Select id="who" name="who" label="Who" defaultValue={filter.who ?? ''}>
        <option value="">Anyone</option>
        <option value="contributor">A contributor</option>
        <option value="system">The system</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput
        id="contribution"
        name="contribution"
        label="Contribution"
        width="short"
        placeholder="BPF-2020-007"
        autoComplete="off"
        defaultValue={filter.contribution}
      />
      <TextInput
        id="agreement"
        name="agreement"
        label="Agreement"
        width="short"
        placeholder="paris-call"
        autoComplete="off"
        defaultValue={filter.agreement}
      />
      <TextInput id="from" name="from" label="From" type="date" width="short" defaultValue={filter.from} />
      <TextInput id="to" name="to" label="To" type="date" width="short" defaultValue={filter.to} />
      <div className="flex gap-3">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {auditQuery(filter) !== '' && (
          <LinkButton href="/desk/audit" variant="quiet">
            Show everything
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

function ActionSelect({ action }: { action: string | undefined }) {
  return (
    <Select id="action" name="action" label="What" defaultValue={action ?? ''} className="w-64">
      <option value="">Anything</option>
      {Object.entries(AUDIT_ACTION_WORDS).map(([group, actions]) => (
        <optgroup key={group} label={group}>
          {[...new Set(Object.keys(actions).map((one) => one.split('.')[0]))].map((kind) => (
            <option key={kind} value={kind}>
              {`Everything about: ${kind}`}
            </option>
          ))}
          {Object.keys(actions).map((one) => (
            <option key={one} value={one}>
              {sayAction(one)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function sayAction(action: string): string {
  const { before, named, after } = auditActionInWords(action);
  return [before, named && '…', after].filter(Boolean).join(' ');
}
