import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { maxStatementBytes } from '~/domain/money/statement';

const name = 'file';
const max = maxStatementBytes / (1024 * 1024);

/** Hands in a file of the bank; one that is too large is told before it is sent. */
export function StatementUpload({ result }: { result: Result }) {
  const { t } = useTranslation();
  const [tooLarge, setTooLarge] = useState(false);
  const label = t('statement.list.file');
  const refused = tooLarge ? t('error.fileTooLarge', { max }) : errorAt(result, name);
  const field = { name, label, help: t('statement.list.fileHelp', { max }), error: refused, required: true };
  const measure = ({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) =>
    setTooLarge((files?.[0]?.size ?? 0) > maxStatementBytes);
  return (
    <Form
      reloadDocument
      encType="multipart/form-data"
      noValidate
      errors={errorsIn(result, () => label)}
      className="wk-stack--wide"
      onSubmit={(event) => tooLarge && event.preventDefault()}
    >
      <FileField {...field} accept=".xml,text/xml,application/xml" onChange={measure} />
      <div>
        <Button>{t('statement.list.submit')}</Button>
      </div>
    </Form>
  );
}
