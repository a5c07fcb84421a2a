import { type Report } from '#db/reads/council/conflict-report';
import { seatsOf } from '#db/reads/council/body';
import { publicReport } from './report-story';
import { type Act, assertMay } from '~/domain/access/policy';
import { isHeard, isOpenReport, reportState } from '~/domain/council/conflict-report';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { type ItemState } from '~/usecases/council/parts/item.server';
import { judgesOn } from '~/usecases/council/parts/report.server';
import { itemFacts, itemOf } from './item-view.server';

/** What each report on an item asks, and of whom. Names are for who takes part in it; the screen of the room shows none. */
export async function reportViews(visit: Visit, state: ItemState) {
  const { db, today } = visit.context;
  const seats = await seatsOf(db, state.council.id, today);
  return state.reports.map((report) => viewOf(visit, state, report, seats));
}

function viewOf(
  { context: { actor, now } }: Visit,
  { meeting }: ItemState,
  report: Report,
  seats: Awaited<ReturnType<typeof seatsOf>>,
) {
  const judgeIds = judgesOn(report, seats);
  const mine = report.personId === actor.personId;
  const judging = judgeIds.includes(actor.personId ?? '');
  const takesPart = judging || report.reporterId === actor.personId;
  return {
    id: report.id,
    state: reportState(report),
    mine,
    judging,
    heard: isHeard({ ...report, meetingOpen: meeting.state === 'opened' }, now),
    /** About whom, when the visitor reported it or rules on it. */
    name: takesPart ? report.name : null,
    judge: seats.find(({ personId }) => personId === judgeIds[0])?.duty ?? ('member' as const),
  };
}

/**
 * The report in the address, for whom it asks: to answer it or to rule on it. Throws 'notFound' and the refusals of the act;
 * `open` is false when there is nothing left to say.
 */
export async function reportOf(visit: Visit, wanted: Extract<Act, 'conflict.answer' | 'conflict.rule'>) {
  const state = await itemOf(visit, 'council.desk');
  const reportId = idIn(visit.params.report);
  const report = state.reports.find(({ id }) => id === reportId);
  if (!report) throw new DomainError('notFound');
  const seats = await seatsOf(visit.context.db, state.council.id, visit.context.today);
  const askedIds = wanted === 'conflict.rule' ? judgesOn(report, seats) : [report.personId];
  assertMay(visit.context.actor, wanted, { bodyId: state.council.id, askedIds });
  const item = itemFacts(state);
  const ours = item.phase === 'open' || item.phase === 'ahead';
  const view = viewOf(visit, state, report, seats);
  return {
    item,
    view,
    story: publicReport(report),
    names: { member: report.name, reporter: report.reporterName },
    open: ours && isOpenReport(report) && (wanted === 'conflict.rule' || view.state === 'reported'),
  };
}
