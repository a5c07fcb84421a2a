import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';

const name = 'file';

/** Hands in the file of CBS. What is larger than a form may be, the command line reads. */
export function PostcodeUpload({ result, maxMegabytes }: { result: Result; maxMegabytes: number }) {
  const { t } = useTranslation();
  const label = t('postcode.page.file');
  return (
    <Form
      reloadDocument
      encType="multipart/form-data"
      noValidate
      errors={errorsIn(result, () => label)}
      className="wk-stack--wide"
    >
      <FileField
        name={name}
        label={label}
        help={t('postcode.page.fileHelp', { max: maxMegabytes })}
        error={errorAt(result, name)}
        accept=".zip,.csv,text/csv,application/zip"
        required
      />
      <p>{t('postcode.page.command')}</p>
      <p>
        <code>{t('postcode.page.commandLine')}</code>
      </p>
      <div>
        <Button>{t('postcode.page.submit')}</Button>
      </div>
    </Form>
  );
}
