import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { errorAt, errorsIn, type Result } from '~/ui/form-errors';

export function ListForm({ result }: { result: Result }) {
  const { t } = useTranslation();
  const label = t('residence.resident.file');
  return (
    <Form
      reloadDocument
      encType="multipart/form-data"
      noValidate
      errors={errorsIn(result, () => label)}
      className="wk-stack--wide"
    >
      <FileField
        name="file"
        label={label}
        error={errorAt(result, 'file')}
        accept=".txt,text/plain"
        required
      />
      <div>
        <Button>{t('residence.resident.submit')}</Button>
      </div>
    </Form>
  );
}
