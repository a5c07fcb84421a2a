import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { errorsIn, type Result } from '~/ui/form-errors';

interface AgreeProps {
  result: Result;
  submit: string;
  back: { href: string; label: string };
}

/** The button under a preview, and the way back. */
export function Agree({ result, submit, back }: AgreeProps) {
  return (
    <Form errors={errorsIn(result)}>
      <ButtonGroup>
        <Button>{submit}</Button>
        <ButtonLink look="secondary" href={back.href}>
          {back.label}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
