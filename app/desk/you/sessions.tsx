import { Moment } from '@/app/ui/moment';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { signOutEverywhere } from '@/app/desk/actions';
import { Command } from '@/app/desk/parts/command';
import type { OwnSession } from '@/lib/accounts/sessions';

/** The signed-in editor's sessions, and a button to end all of them. */
export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <p className="mb-4 max-w-measure">
        Each sign-in is also mailed to you. If one of these is not yours, sign out everywhere and tell an admin. Tokens
        for programs go on working until they are revoked.
      </p>
      <Table id="sessions-table" caption="Your sessions" captionHidden>
        <thead>
          <Row>
            <ColumnHead>Browser</ColumnHead>
            <ColumnHead>Signed in</ColumnHead>
            <ColumnHead className="max-sm:hidden">Ends by itself</ColumnHead>
          </Row>
        </thead>
        <tbody>
          {sessions.map(({ id, device, createdAt, expires, current }) => (
            <Row key={id}>
              <RowHead className="font-normal">
                {device ?? 'A browser that did not say which'}
                {current && <strong> (this one)</strong>}
              </RowHead>
              <Cell>
                <Moment value={createdAt.toISOString()} locale="en" />
              </Cell>
              <Cell className="max-sm:hidden">
                <Moment value={expires.toISOString()} locale="en" />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="mt-4">
        <Command
          action={signOutEverywhere}
          fields={{}}
          label="Sign out everywhere"
          done="You are signed out everywhere."
          className="px-4 text-sm"
        />
      </div>
    </>
  );
}
