import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

interface ReservationProps {
  /** Where the form goes. */
  action: string;
  proposed: Cents;
  reserved: Cents;
  mayChange: boolean;
}

/** What is set apart for a proposal, and the one button that does or undoes it. */
export function Reservation({ action, proposed, reserved, mayChange }: ReservationProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const done = reserved > 0n;
  const amount = formatEuros(done ? reserved : proposed, locale);
  return (
    <>
      {done ? (
        <p>
          <strong>{t('grant.reserve.reserved', { amount })}</strong>
        </p>
      ) : null}
      {mayChange ? (
        <Form reloadDocument action={action} className="wk-stack">
          <p>{t(done ? 'grant.reserve.releaseWhy' : 'grant.reserve.why', { amount })}</p>
          <input type="hidden" name="intent" value={done ? 'release' : 'reserve'} />
          <Button look="secondary">
            {t(done ? 'grant.reserve.release' : 'grant.reserve.submit', { amount })}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
