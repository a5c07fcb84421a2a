import {
  type ConflictAnswer,
  type ConflictRuling,
  openReportStates,
  type ReportState,
  standingReportStates,
} from '../lifecycle/conflict-report';

/** How long a member may think in the meeting before there is a ruling without an answer, in minutes. */
export const hearingMinutes = 10;

interface Said {
  answer: ConflictAnswer | null;
  ruling: ConflictRuling | null;
}

/** How a report stands: the last thing that was said counts. */
export function reportState({ answer, ruling }: Said): ReportState {
  return ruling ?? answer ?? 'reported';
}

/** Does this report keep its member from voting, and its council from deciding, until somebody says more? */
export function isOpenReport(report: Said): boolean {
  return openReportStates.includes(reportState(report));
}

/** Does the member have an interest by this report? */
export function stands(report: Said): boolean {
  return standingReportStates.includes(reportState(report));
}

interface Hearing {
  answer: ConflictAnswer | null;
  reportedAt: Date;
  meetingOpen: boolean;
}

/**
 * Was the member heard, so that there can be a ruling? After a denial at once; without an answer only in an open meeting,
 * `hearingMinutes` after the report, so that nobody holds up a council by silence.
 */
export function isHeard({ answer, reportedAt, meetingOpen }: Hearing, now: Date): boolean {
  if (answer !== null) return true;
  return meetingOpen && now.getTime() - reportedAt.getTime() >= hearingMinutes * 60_000;
}

interface Judge {
  personId: string | null;
  duty: 'member' | 'chair' | 'secretary' | null;
  voting: boolean;
}

/**
 * Who may rule: the chair; the secretary when the chair reported or was reported; any other voting member when both did or
 * were, or there are none. Nobody rules on a report of their own or about themselves. Answers their ids.
 */
export function judgesOf(seats: readonly Judge[], partyIds: readonly string[]): string[] {
  const free = (duty: Judge['duty']) =>
    seats.flatMap(({ personId, duty: held, voting }) =>
      held === duty && (voting || duty !== 'member') && personId !== null && !partyIds.includes(personId)
        ? [personId]
        : [],
    );
  return [free('chair'), free('secretary'), free('member')].find(({ length }) => length > 0) ?? [];
}
