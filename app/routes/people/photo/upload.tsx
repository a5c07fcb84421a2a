import { useTranslation } from 'react-i18next';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';

const name = 'file';

/** Hands in a photo. A telephone that makes another kind (HEIC) sends a JPEG where only these are asked. */
export function PhotoUpload({ result }: { result: Result }) {
  const { t } = useTranslation();
  const label = t('people.photo.file');
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
        help={t('people.photo.fileHelp')}
        error={errorAt(result, name)}
        accept=".jpg,.jpeg,.png,image/jpeg,image/png"
        required
      />
      <p>{t('people.photo.consent')}</p>
      <div>
        <Button>{t('people.photo.submit')}</Button>
      </div>
    </Form>
  );
}
