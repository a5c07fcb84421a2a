import { type Visit } from '~/http/visit.server';
import { itemFacts, itemOf, myPart, roomFacts } from '../shared/item-view.server';
import { reportViews } from '../shared/report-view.server';

/** One item of a meeting, as the room and this visitor see it. */
export async function itemView(visit: Visit) {
  const state = await itemOf(visit, 'council.desk');
  return {
    title: state.initiative.title,
    item: itemFacts(state),
    room: await roomFacts(visit, state),
    me: myPart(visit, state),
    reports: await reportViews(visit, state),
  };
}

export type ItemView = Awaited<ReturnType<typeof itemView>>;
