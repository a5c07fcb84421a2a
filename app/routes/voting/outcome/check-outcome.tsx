import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { type RuleName, usualRule } from '~/domain/voting/rule-names';
import { paths } from '~/paths';

interface CheckProps {
  number: number;
  /** The rule of the outcome that is shown. */
  shown: RuleName;
  /** The names of the two files, the hash of the ballots, and when they were counted. */
  check: { ballots: string; outcome: string; sha256: string; countedAt: Date };
}

/** What anybody needs to count the outcome again. */
export function CheckOutcome({ number, shown, check }: CheckProps) {
  const { t } = useTranslation();
  const query = shown === usualRule ? '' : `?regel=${shown}`;
  return (
    <section className="wk-stack" aria-labelledby="nareken">
      <Heading level={2} id="nareken">
        {t('outcome.check.title')}
      </Heading>
      <p>{t('outcome.check.intro')}</p>
      <ul className="wk-plain-list">
        <Download href={paths.voting.ballotsPb(number)}>
          {t('outcome.check.ballots', { file: check.ballots })}
        </Download>
        <Download href={`${paths.voting.outcomeJson(number)}${query}`}>
          {t('outcome.check.outcome', { file: check.outcome })}
        </Download>
      </ul>
      <p>{t('outcome.check.how')}</p>
      <pre className="wk-command" tabIndex={0} aria-label={t('outcome.check.command')}>
        <code>npm run --silent recount -- {t('outcome.check.folder')}</code>
      </pre>
      <p>{t('outcome.check.answer')}</p>
      <WhatWasCounted check={check} />
      <ul className="wk-plain-list">
        <li>
          <Link href={paths.voting.howShares}>{t('outcome.check.toHow')}</Link>
        </li>
        <li>
          <Link href={`${paths.voting.ballot(number)}${query}`}>{t('outcome.check.toBallot')}</Link>
        </li>
      </ul>
    </section>
  );
}

function Download({ href, children }: { href: string; children: string }) {
  return (
    <li className="wk-download">
      <Icon name="download" />
      <Link href={href} download>
        {children}
      </Link>
    </li>
  );
}

function WhatWasCounted({ check: { ballots, sha256, countedAt } }: Pick<CheckProps, 'check'>) {
  const { t } = useTranslation();
  return (
    <div className="wk-counted wk-stack wk-stack--close">
      <Facts
        items={[
          { label: t('outcome.check.file'), value: ballots },
          {
            label: t('outcome.check.countedAt'),
            value: (
              <>
                <DateText date={calendarDateIn(countedAt)} />{' '}
                <span className="wk-figures">{t('outcome.check.at', { time: wallTime(countedAt) })}</span>
              </>
            ),
          },
          { label: t('outcome.check.hash'), value: <Hash text={sha256} /> },
        ]}
      />
      <p className="wk-soft wk-small">{t('outcome.check.hashWhy')}</p>
    </div>
  );
}

/** In groups of four to the eye; copied in one piece. */
function Hash({ text }: { text: string }) {
  return (
    <code className="wk-hash">
      {text.match(/.{1,4}/g)?.map((group, place) => (
        <Fragment key={place}>
          <span>{group}</span>
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
