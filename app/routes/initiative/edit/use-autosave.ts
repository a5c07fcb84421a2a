import { useFetcher } from '@remix-run/react';
import { type FormEvent, useEffect, useRef } from 'react';

const pauseMs = 1500;

/** Saves the form in the background once the typing stops. Answers when it was saved last, as the server's clock says. */
export function useAutosave() {
  const fetcher = useFetcher<{ savedAt?: string }>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const onInput = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (!currentTarget.isConnected) return;
      void fetcher.submit(new FormData(currentTarget), { method: 'post', action: '?autosave' });
    }, pauseMs);
  };
  return { onInput, savedAt: fetcher.data?.savedAt };
}
