import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';

const name = 'file';

/** Hands in a logo. */
export function LogoUpload({ result }: { result: Result }) {
  const { t } = useTranslation();
  const label = t('gemeente.logo.file');
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
        help={t('gemeente.logo.fileHelp')}
        error={errorAt(result, name)}
        accept=".svg,.png,image/svg+xml,image/png"
        required
      />
      <div>
        <Button>{t('gemeente.logo.submit')}</Button>
      </div>
    </Form>
  );
}
