import { type Transaction } from '../../client';
import { councilVote } from '../../schema';

/** Adds a member's vote, once; says whether it was added. The only INSERT into council_vote (art. 28 in a trigger). */
export async function insertVote(tx: Transaction, vote: typeof councilVote.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(councilVote)
    .values(vote)
    .onConflictDoNothing()
    .returning({ itemId: councilVote.itemId });
  return added.length > 0;
}
