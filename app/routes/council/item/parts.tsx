import { useTranslation } from 'react-i18next';
import { outcomeTone, outcomeWord } from '~/ui/council-outcome';
import { VoteMarks } from '~/routes/council/shared/vote-marks';
import { Alert } from '~/ui/alert';
import { ButtonGroup, ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { StatusLine } from '~/ui/status-line';
import { formatEuros } from '~/domain/money/format';
import { type ItemView } from './view.server';
import { paths } from '~/paths';

export function Actions(view: ItemView) {
  const { phase, above, short } = view.item;
  if (phase === 'decided') return <Outcome {...view} />;
  if (phase === 'open' && above) return <Above {...view} />;
  if (phase === 'open') return short ? <TooFew {...short} /> : <Voting {...view} />;
  return <Idle {...view} />;
}

function Outcome({ item, room }: Pick<ItemView, 'item' | 'room'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!room.decision) return null;
  const asked = formatEuros(item.requestedCents, locale);
  const { id, outcome, amountCents, votesFor, votesAgainst, votesBlank } = room.decision;
  const word = outcomeWord({ outcome, amountCents, requestedCents: item.requestedCents });
  const votes = (['for', 'against', 'blank'] as const).map((choice) => ({
    choice,
    count: { for: votesFor, against: votesAgainst, blank: votesBlank }[choice],
  }));
  return (
    <div className={`wk-room__outcome wk-tone--${outcomeTone[word]}`}>
      <StatusLine tone={outcomeTone[word]} status={t(`council.outcome.${word}`)} />
      <p>{t(`council.decision.what.${word}`, { body: item.council.name, asked })}</p>
      {outcome === 'referred' ? null : (
        <p className="wk-room__votes">
          {votes.map(({ choice, count }) => `${count} ${t(`council.decision.${choice}`)}`).join(' · ')}
        </p>
      )}
      <ButtonGroup>
        <Onwards item={item} room={room} />
        <ButtonLink look="secondary" href={paths.council.decision(id)}>
          {t('council.item.decision')}
        </ButtonLink>
      </ButtonGroup>
    </div>
  );
}

/** The next item, or back to the agenda after the last one. */
function Onwards({ item, room }: Pick<ItemView, 'item' | 'room'>) {
  const { t } = useTranslation();
  const [council, meeting] = item.at;
  return room.next ? (
    <ButtonLink href={paths.council.item(council, meeting, room.next.id)}>
      {t('council.item.nextItem', { n: room.next.position })}
    </ButtonLink>
  ) : (
    <ButtonLink href={paths.council.meeting(council, meeting)}>{t('council.item.agenda')}</ButtonLink>
  );
}

/** Nobody can vote on it here: the desk sends it on. */
function Above({ item, me }: Pick<ItemView, 'item' | 'me'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!item.above) return null;
  const city = item.council.kind === 'stadsraad';
  return (
    <div className="wk-stack">
      <Alert tone="waiting">
        <p>
          <strong>
            {t(`council.item.above.${item.above}`, { amount: formatEuros(item.mandateCents, locale) })}
          </strong>
        </p>
        <p>{t(city ? 'council.item.aboveCity' : 'council.item.aboveNext')}</p>
      </Alert>
      {me.desk && !city ? (
        <p>
          <ButtonLink href={paths.council.outcome(...item.at)}>{t('council.item.refer')}</ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

/** Too few residents sit in the council, for too long: it cannot decide until one more does. */
function TooFew({ since, graceUntil }: NonNullable<ItemView['item']['short']>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const dates = { since: formatDate(since, locale), lastDay: formatDate(graceUntil, locale) };
  return (
    <Alert tone="bad">
      <p>{t('error.tooFewResidents', dates)}</p>
    </Alert>
  );
}

function Voting({ item, me }: Pick<ItemView, 'item' | 'me'>) {
  const { t } = useTranslation();
  const mayVote = me.member && me.present && !me.conflicted && !me.reported && !me.voted;
  return (
    <div className="wk-stack--wide wk-stack">
      <VoteMarks {...item.votes} />
      <MyPart me={me} />
      <ButtonGroup>
        {mayVote ? (
          <ButtonLink href={paths.council.vote(...item.at)}>{t('council.item.vote')}</ButtonLink>
        ) : null}
        {me.desk && !item.waits ? (
          <ButtonLink look={mayVote ? 'secondary' : 'primary'} href={paths.council.outcome(...item.at)}>
            {t('council.item.decide')}
          </ButtonLink>
        ) : null}
        <Interests item={item} me={me} />
      </ButtonGroup>
    </div>
  );
}

/** The ways to say that oneself or another has an interest. */
function Interests({ item, me }: Pick<ItemView, 'item' | 'me'>) {
  const { t } = useTranslation();
  return (
    <>
      {me.member && !me.conflicted && !me.reported ? (
        <ButtonLink look="subtle" href={paths.council.conflict(...item.at)}>
          {t('council.item.declare')}
        </ButtonLink>
      ) : null}
      {me.reports ? (
        <ButtonLink look="subtle" href={paths.council.report(...item.at)}>
          {t('council.report.link')}
        </ButtonLink>
      ) : null}
    </>
  );
}

function MyPart({ me }: Pick<ItemView, 'me'>) {
  const { t } = useTranslation();
  if (!me.member || me.reported) return null;
  if (me.conflicted) return <p>{t('council.item.conflicted')}</p>;
  if (me.voted) return <p>{t('council.item.voted')}</p>;
  return me.present ? null : <p>{t('council.item.absent')}</p>;
}

/** Before the meeting or after it: one sentence, and the way to stand back in advance. */
function Idle({ item, me }: Pick<ItemView, 'item' | 'me'>) {
  const { t } = useTranslation();
  const sentences = { ahead: 'notOpen', over: 'over', withdrawn: 'withdrawn' } as const;
  if (item.phase === 'open' || item.phase === 'decided') return null;
  const early = item.phase === 'ahead' && me.member;
  return (
    <div className="wk-stack">
      <p>{t(`council.item.${sentences[item.phase]}`)}</p>
      {early && me.conflicted ? <p>{t('council.item.conflicted')}</p> : null}
      {item.phase === 'ahead' ? (
        <ButtonGroup>
          <Interests item={item} me={me} />
        </ButtonGroup>
      ) : null}
    </div>
  );
}
