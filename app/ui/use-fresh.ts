import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** Keeps a page up to date while `running`, as long as somebody can see it. */
export function useFresh(running: boolean, everyMs = 4_000): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [running, revalidate, everyMs]);
}
