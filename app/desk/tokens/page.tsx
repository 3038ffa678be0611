import type { Metadata } from 'next';
import { MessagePlace } from '@/app/ui/message-place';
import { EmptyState } from '@/app/ui/empty-state';
import { Cell, ColumnHead, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { listTokens, listTokensOfOthers } from '@/lib/accounts/api-tokens';
import type { TokenRow } from '@/lib/accounts/api-tokens';
import { sayDay, sayMoment } from '@/lib/platform/i18n/dates';
import { revoke } from './actions';
import { TokenForm } from './token-form';

export const metadata: Metadata = { title: 'Tokens' };

export default async function TokensPage() {
  const actor = await requireActor('/desk/tokens', 'token.manage_own');
  const tokens = await listTokens(actor.userId);
  const others = can(actor, 'people.manage') ? await listTokensOfOthers(actor.userId) : [];
  const now = new Date();
  return (
    <>
      <DeskTitle
        title="Tokens"
        lead="With a token of your own a program can read the queue through the API and, where you let it, record decisions in your name. Keep it like a password."
      />
      {tokens.length > 0 ? (
        <TokenTable id="tokens" caption="Your tokens" tokens={tokens} now={now} />
      ) : (
        <EmptyState title="You have no token yet." />
      )}
      <section aria-labelledby="new" className="mt-12">
        <h2 id="new" className="mb-4 text-2xl">
          Make a token
        </h2>
        <TokenForm />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others" className="mt-12">
          <h2 id="others" className="mb-2 text-2xl">
            Tokens of others
          </h2>
          <p className="mb-4 max-w-[46rem] text-muted">
            Every token that works, of all editors. Revoke one whose program is not known any more.
          </p>
          <TokenTable id="tokens-of-others" caption="Tokens of other people" tokens={others} now={now} />
        </section>
      )}
    </>
  );
}

type OwnedToken = TokenRow & { user?: { name: string | null; email: string } };

function TokenTable({
  id,
  caption,
  tokens,
  now,
}: {
  id: string;
  caption: string;
  tokens: readonly OwnedToken[];
  now: Date;
}) {
  return (
    <Table id={id} caption={caption} captionHidden>
      <thead>
        <tr>
          <ColumnHead>Name</ColumnHead>
          {tokens[0]?.user && <ColumnHead>Whose</ColumnHead>}
          <ColumnHead>May</ColumnHead>
          <ColumnHead className="max-md:hidden">Made</ColumnHead>
          <ColumnHead>Works until</ColumnHead>
          <ColumnHead className="max-sm:hidden">Last used</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Change</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} now={now} />
        ))}
      </tbody>
    </Table>
  );
}

function TokenLine({
  token: { id, name, scopes, user, createdAt, expiresAt, lastUsedAt, revokedAt },
  now,
}: {
  token: OwnedToken;
  now: Date;
}) {
  const works = !revokedAt && expiresAt > now;
  return (
    <tr className={works ? undefined : 'text-muted'}>
      <RowHead dir="auto" className="wrap-anywhere">
        {name}
      </RowHead>
      {user && (
        <Cell dir="auto" className="wrap-anywhere">
          {user.name ?? user.email}
        </Cell>
      )}
      <Cell>{scopes.includes('decide') ? 'read and decide' : 'read'}</Cell>
      <Cell className="whitespace-nowrap max-md:hidden">{sayDay(createdAt.toISOString(), 'en')}</Cell>
      <Cell>
        {revokedAt
          ? `Revoked ${sayDay(revokedAt.toISOString(), 'en')}`
          : `${works ? '' : 'Expired '}${sayDay(expiresAt.toISOString(), 'en')}`}
      </Cell>
      <Cell className="max-sm:hidden">{lastUsedAt ? sayMoment(lastUsedAt.toISOString(), 'en') : 'Never'}</Cell>
      <Cell>
        <MessagePlace className="">
          {works && (
            <Command
              action={revoke}
              fields={{ id }}
              label="Revoke"
              done="Revoked."
              about={name}
              className="px-3 text-sm"
            />
          )}
        </MessagePlace>
      </Cell>
    </tr>
  );
}
