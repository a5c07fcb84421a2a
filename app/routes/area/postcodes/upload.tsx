import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { describe, FieldFrame } from '~/ui/field-frame';
import { Form } from '~/ui/form';

const name = 'file';

/** Hands in the file of CBS. What is larger than a form may be, the command line reads. */
export function PostcodeUpload({ result, maxMegabytes }: { result: Result; maxMegabytes: number }) {
  const { t } = useTranslation();
  const label = t('postcode.page.file');
  const help = t('postcode.page.fileHelp', { max: maxMegabytes });
  const field = { name, label, help, error: errorAt(result, name), required: true };
  return (
    <Form
      reloadDocument
      encType="multipart/form-data"
      noValidate
      errors={errorsIn(result, () => label)}
      className="wk-stack--wide"
    >
      <FieldFrame field={field}>
        <input
          className="wk-file"
          type="file"
          id={name}
          name={name}
          accept=".zip,.csv,text/csv,application/zip"
          aria-required
          {...describe(field)}
        />
      </FieldFrame>
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
