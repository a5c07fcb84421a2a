import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { type ReactNode } from 'react';
import { Button } from './button';
import { FormKey } from './form-key';
import { ErrorSummary } from './error-summary';

type Named = {
  name: string;
  label: string;
  error: string | undefined;
  defaultValue: string | undefined;
  required: true;
};

interface PostFormProps {
  /** What the action answered when it refused. */
  result: SubmissionResult<string[]> | undefined;
  submit: string;
  defaultValue?: Record<string, string | undefined>;
  /** The fields; `field(name, label)` gives each its name, label, error and what was typed before. */
  children: (field: (name: string, label: string) => Named) => ReactNode;
}

/** A short form of required answers with its errors on top and one button. */
export function PostForm({ result, submit, defaultValue, children }: PostFormProps) {
  const [form, fields] = useForm<Record<string, string>>({ lastResult: result, defaultValue });
  const labels = new Map<string, string>();
  const content = children((name, label) => {
    labels.set(name, label);
    return {
      ...{ name, label, required: true },
      error: fields[name]?.errors?.[0],
      defaultValue: fields[name]?.initialValue,
    };
  });
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => (name === '' ? { message } : { id: name, label: labels.get(name), message })),
  );
  return (
    <Form method="post" {...getFormProps(form)} className="wk-stack--wide">
      <ErrorSummary errors={errors} />
      {content}
      <div>
        <Button>{submit}</Button>
      </div>
      <FormKey />
    </Form>
  );
}
