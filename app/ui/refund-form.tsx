import { useTranslation } from 'react-i18next';
import { type Cents } from '~/domain/money/cents';
import { Button } from './button';
import { Facts } from './facts';
import { Form } from './form';
import { errorsIn, type Result } from './form-errors';
import { Heading } from './heading';
import { Money } from './money';
import { Account } from './waiting-payments';

interface RefundFormProps {
  heading: string;
  refund: { name: string; iban: string; cents: Cents };
  result: Result;
}

/** What goes back and to which account, and the button that puts it on a list for somebody else to approve. */
export function RefundForm({ heading, refund: { cents, ...to }, result }: RefundFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t('payment.refund.intro')}</p>
      </div>
      <Facts
        items={[
          { label: t('payment.column.amount'), value: <Money cents={cents} look="full" /> },
          { label: t('payment.list.payee'), value: <Account {...to} /> },
        ]}
      />
      <Form errors={errorsIn(result)} className="wk-stack">
        <p>{t('payment.refund.after')}</p>
        <Button>{t('payment.refund.make')}</Button>
      </Form>
    </>
  );
}
