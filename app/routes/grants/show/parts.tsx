import { useTranslation } from 'react-i18next';
import { PayeeStoryLines } from '~/ui/payee-story';
import { CameBackWaiting } from '~/ui/came-back';
import { Alert } from '~/ui/alert';
import { ButtonGroup, ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type GrantAct } from '~/domain/ledger/grant-acts';
import { formatEuros } from '~/domain/money/format';
import { type GrantView } from './view.server';
import { paths } from '~/paths';

/** Where each act has its page. */
const pageOf = {
  advance: paths.grants.advance,
  settle: paths.grants.settle,
  receive: paths.grants.clawback,
  writeOff: paths.grants.writeOff,
} as const satisfies Record<GrantAct, unknown>;

/** What was just done. */
export function Done({ done }: Pick<GrantView, 'done'>) {
  const { t } = useTranslation();
  if (!done) return null;
  return (
    <Alert tone="good" role="status">
      <p>{t(`grant.page.done.${done}`)}</p>
    </Alert>
  );
}

/** What this visitor can do with the grant now, the first of it first. */
export function Acts({ grant, standing, acts, payee, mayConfirm, maySetPayee }: GrantView) {
  const { t } = useTranslation();
  const locale = useLocale();
  const waiting = standing.payable > 0n;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('grant.page.acts')}</Heading>
      {waiting ? <p>{t('grant.page.waits', { amount: formatEuros(standing.payable, locale) })}</p> : null}
      {acts.length > 0 || mayConfirm || maySetPayee ? (
        <ButtonGroup>
          {mayConfirm ? (
            <ButtonLink href={paths.grants.payeeConfirm(grant.number)}>{t('grant.confirm.title')}</ButtonLink>
          ) : null}
          {acts.map((act, index) => (
            <ButtonLink
              key={act}
              look={index === 0 && !mayConfirm ? 'primary' : 'secondary'}
              href={pageOf[act](grant.number)}
            >
              {t(`grant.page.act.${act}`)}
            </ButtonLink>
          ))}
          {maySetPayee ? (
            <ButtonLink look={payee ? 'secondary' : 'primary'} href={paths.grants.payee(grant.number)}>
              {t(payee ? 'grant.page.changePayee' : 'grant.page.setPayee')}
            </ButtonLink>
          ) : null}
        </ButtonGroup>
      ) : waiting ? null : (
        <p>{t('grant.page.actsNone')}</p>
      )}
    </section>
  );
}

export function GrantFacts({
  grant,
  decision,
  payee,
  cameBack,
}: Pick<GrantView, 'grant' | 'decision' | 'payee' | 'cameBack'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Facts
      items={[
        {
          label: t('grant.page.initiative'),
          value: <Link href={paths.initiative.show(grant.number)}>{t('grant.page.read')}</Link>,
        },
        ...(decision
          ? [
              {
                label: t('grant.page.decision'),
                value: (
                  <Link href={paths.council.decision(decision.id)}>
                    {t('grant.page.decisionOf', {
                      body: decision.body,
                      date: formatDate(decision.decidedOn, locale),
                    })}
                  </Link>
                ),
              },
            ]
          : []),
        {
          label: t('grant.page.public'),
          value: <Link href={paths.initiative.money(grant.number)}>{t('grant.page.publicLink')}</Link>,
        },
        { label: t('grant.page.payee'), value: <PayeeFact payee={payee} cameBack={cameBack} /> },
      ]}
    />
  );
}

/** The account it is paid to, as far as this visitor may see it. */
function PayeeFact({ payee, cameBack }: Pick<GrantView, 'payee' | 'cameBack'>) {
  const { t } = useTranslation();
  if (!payee) return t('grant.page.payeeNone');
  return (
    <>
      <div className="wk-figures">{payee.iban}</div>
      {payee.name ? <div>{payee.name}</div> : null}
      <PayeeStoryLines story={payee.story} />
      {cameBack ? <CameBackWaiting cameBack={cameBack} /> : null}
    </>
  );
}
