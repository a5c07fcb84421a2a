import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { errorsIn, type Result } from '~/ui/form-errors';

interface ItemActProps {
  item: { title: string; href: string };
  heading: string;
  result: Result;
  children: ReactNode;
}

/** A page for one act on an item of an agenda: what it is about, what was wrong with the form, and the way back. */
export function ItemAct({ item, heading, result, children }: ItemActProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <div className="wk-stack">
        <p className="wk-soft">{item.title}</p>
        <Heading level={1}>{heading}</Heading>
      </div>
      <ErrorSummary errors={errorsIn(result)} />
      {children}
      <p>
        <Link href={item.href}>{t('council.decide.back')}</Link>
      </p>
    </div>
  );
}

/** The end of a form for what is done once: that it cannot be changed, and the button. */
export function FinalStep({ warning, submit }: { warning: string; submit: string }) {
  return (
    <div className="wk-stack">
      <p>
        <strong>{warning}</strong>
      </p>
      <p>
        <Button>{submit}</Button>
      </p>
    </div>
  );
}
