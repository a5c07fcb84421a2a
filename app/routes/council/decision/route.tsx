import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reportsOn, struckVotes } from '#db/reads/council/conflict-report';
import { decisionById } from '#db/reads/council/decision';
import { publicReport, ReportStory } from '~/routes/council/shared/report-story';
import { DecisionTests } from './tests';
import { isGranted, outcomeTone, type OutcomeWord, outcomeWord } from '~/ui/council-outcome';
import { Breadcrumb } from '~/ui/breadcrumb';
import { DateText, formatDate } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { UserText } from '~/ui/user-text';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';
import { type CalendarDate } from '~/domain/calendar';
import { type LegalRegime, mayObject } from '~/domain/council/appeal';
import { decideMotion } from '~/domain/council/motion';
import { DomainError } from '~/domain/errors';
import { boardAppealBefore, objectionEnd } from '~/domain/initiative/terms';
import { formatEuros } from '~/domain/money/format';
import { idIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { isHoliday } from '~/usecases/holidays.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ context: { db, today }, params, locale, t }) => {
  const found = await decisionById(db, idIn(params.id));
  if (!found) throw new DomainError('notFound');
  const { decision, earlier, reconvenes, regime, ...rest } = found;
  const word = outcomeWord({ ...decision, requestedCents: rest.initiative.requestedCents });
  const amount = formatEuros(decision.amountCents, locale);
  const heading = t(`council.decision.heading.${word}`, { amount, title: rest.initiative.title });
  const { year, number } = decision;
  return {
    title: heading,
    description: t('council.decision.description', { year, number, body: rest.body.name }),
    heading,
    word,
    decision,
    ...rest,
    reports: (await reportsOn(db, decision.itemId)).map(publicReport),
    struck: await struckVotes(db, decision.itemId),
    motion: decideMotion({
      ...decision,
      for: decision.votesFor,
      against: decision.votesAgainst,
      blank: decision.votesBlank,
      reconvened: reconvenes !== null,
      alreadyPostponed: earlier === 'postponed',
      revoteOfInvalid: earlier === 'invalid',
    }),
    regime,
    disagree: disagreeing(regime, word, decision.decidedOn, today),
  };
});

/** What one can do about it, and until when; the foundation's day is the first that is too late. */
function disagreeing(regime: LegalRegime, word: OutcomeWord, decidedOn: CalendarDate, today: CalendarDate) {
  const law = mayObject(regime);
  const until = law ? objectionEnd(decidedOn, isHoliday) : boardAppealBefore(decidedOn);
  if (!isGranted(word) && word !== 'notAdopted') return { key: 'later', until } as const;
  if (law) return { key: until < today ? 'objectionPast' : 'objection', until } as const;
  return { key: until <= today ? 'ownPast' : 'own', until } as const;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Decision() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { heading, word, decision, body, initiative } = useLoaderData<typeof loader>();
  const asked = formatEuros(initiative.requestedCents, locale);
  return (
    <div className="wk-page wk-decided">
      <Breadcrumb
        items={[{ href: paths.council.decisions, label: t('council.decisions.title') }]}
        current={`${decision.year}-${decision.number}`}
      />
      <div className="wk-stack">
        <p>
          <Tag tone={outcomeTone[word]}>{t(`council.outcome.${word}`)}</Tag>
        </p>
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t(`council.decision.what.${word}`, { body: body.name, asked })}</p>
      </div>
      <div className="wk-columns">
        <div className="wk-columns__facts">
          <KeyFacts />
        </div>
        <div className="wk-columns__story wk-sections">
          <Why />
          {word === 'referred' ? null : <VoteOf />}
          <Reports />
          <Disagree />
        </div>
      </div>
    </div>
  );
}

function KeyFacts() {
  const { t } = useTranslation();
  const { decision, body, initiative, entry, area, regime } = useLoaderData<typeof loader>();
  const booking = entry
    ? [
        {
          label: t('council.decision.booking'),
          value: (
            <Link
              href={`${paths.ledger.postings(area.slug)}?jaar=${decision.year}&boeking=${entry.number}#boeking-${entry.number}`}
            >
              {t('council.decision.bookingOf', { number: entry.number, area: area.name })}
            </Link>
          ),
        },
      ]
    : [];
  return (
    <Facts
      items={[
        {
          label: t('council.decision.body'),
          value: <Link href={paths.council.show(body.slug)}>{body.name}</Link>,
        },
        { label: t('scheme.regime.behalf.label'), value: t(`scheme.regime.behalf.${regime}`) },
        { label: t('council.decision.date'), value: <DateText date={decision.decidedOn} /> },
        { label: t('council.decision.number'), value: `${decision.year}-${decision.number}` },
        { label: t('council.decision.amount'), value: <Money cents={decision.amountCents} /> },
        { label: t('council.decision.asked'), value: <Money cents={initiative.requestedCents} /> },
        {
          label: t('council.decision.initiative'),
          value: (
            <Link href={paths.initiative.show(initiative.number)}>
              <UserText>{initiative.title}</UserText>
            </Link>
          ),
        },
        ...booking,
      ]}
    />
  );
}

function Why() {
  const { t } = useTranslation();
  const { decision } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.decision.reasons')}</Heading>
      {decision.reasons ? (
        <p className="wk-prose--written">
          <UserText>{decision.reasons}</UserText>
        </p>
      ) : (
        <p className="wk-soft">{t('council.decision.noReasons')}</p>
      )}
    </section>
  );
}

function VoteOf() {
  const { t } = useTranslation();
  const { decision, motion, struck } = useLoaderData<typeof loader>();
  const { votesFor, votesAgainst, votesBlank, conflicted } = decision;
  const counts = { for: votesFor, against: votesAgainst, blank: votesBlank };
  return (
    <>
      <section className="wk-stack">
        <Heading level={2}>{t('council.decision.vote')}</Heading>
        <dl className="wk-decided__votes">
          {(['for', 'against', 'blank'] as const).map((choice) => (
            <div key={choice}>
              <dt>{t(`council.decision.${choice}`)}</dt>
              <dd className="wk-figures">{counts[choice]}</dd>
            </div>
          ))}
        </dl>
        <p>{t('council.decision.out', { count: conflicted })}</p>
        {struck > 0 ? <p>{t('council.report.record.struck', { count: struck })}</p> : null}
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('council.decision.check')}</Heading>
        <p>{t('council.decision.checkIntro')}</p>
        <DecisionTests motion={motion} {...decision} />
      </section>
    </>
  );
}

/** Who reported an interest of another, what that member said and what was ruled, by their duties and without names. */
function Reports() {
  const { t } = useTranslation();
  const { reports } = useLoaderData<typeof loader>();
  if (reports.length === 0) return null;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.report.record.title')}</Heading>
      <p>{t('council.report.record.intro')}</p>
      {reports.map((report, index) => (
        <div key={report.id} className="wk-stack">
          {reports.length > 1 ? (
            <Heading level={3}>{t('council.report.record.one', { n: index + 1 })}</Heading>
          ) : null}
          <ReportStory report={report} />
        </div>
      ))}
    </section>
  );
}

function Disagree() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { key, until } = useLoaderData<typeof loader>().disagree;
  const date = formatDate(until, locale);
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.decision.disagree')}</Heading>
      <p>{t(`council.decision.${key}`, { date })}</p>
    </section>
  );
}
