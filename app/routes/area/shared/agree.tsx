import { Alert } from '~/ui/alert';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { Form } from '~/ui/form';
import { type Result } from '~/ui/form-errors';

interface AgreeProps {
  result: Result;
  submit: string;
  back: { href: string; label: string };
}

/** The button under a preview, and the way back. */
export function Agree({ result, submit, back }: AgreeProps) {
  const problems = Object.values(result?.error ?? {}).flat();
  return (
    <Form className="wk-stack">
      {problems.length > 0 ? (
        <Alert tone="bad" role="alert">
          <p>{problems.join(' ')}</p>
        </Alert>
      ) : null}
      <ButtonGroup>
        <Button>{submit}</Button>
        <ButtonLink look="secondary" href={back.href}>
          {back.label}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
