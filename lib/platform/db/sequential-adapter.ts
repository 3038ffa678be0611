import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils';

/**
 * The driver's adapter with one change: the statements of a transaction run one after the other. Prisma reads several
 * relations of a row at once, but a connection runs one statement at a time. The driver queues the others today and
 * refuses them from its version 9 on.
 */
export class InTurnPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => inTurn(await startTransaction(isolationLevel));
    return adapter;
  }
}

function inTurn(transaction: Transaction): Transaction {
  let [last, over]: [Promise<unknown>, boolean] = [Promise.resolve(), false];
  const { queryRaw, executeRaw, commit, rollback } = transaction;
  const turn =
    <Answer>(ask: (query: SqlQuery) => Promise<Answer>) =>
    (query: SqlQuery): Promise<Answer> => {
      const answer = last.then(() => {
        // The pool may have given the connection to another caller by now.
        if (over) throw new Error('The transaction is over: nothing more can be asked within it.');
        return ask.call(transaction, query);
      });
      last = answer.catch(() => {});
      return answer;
    };
  const end = (how: () => Promise<void>) => (): Promise<void> => {
    over = true;
    return how.call(transaction);
  };
  return Object.assign(transaction, {
    queryRaw: turn(queryRaw),
    executeRaw: turn(executeRaw),
    commit: end(commit),
    rollback: end(rollback),
  });
}
