import { useCallback } from "react";
import { useRevalidator } from "react-router";

/** What other services answer to a change follows by event a moment later. */
const ECHO = 1_500;

/** Reads the page again after a command, at once and once more when the other services have heard of it. */
export function useRefresh(): () => void {
  const { revalidate } = useRevalidator();
  return useCallback(() => {
    void revalidate();
    setTimeout(() => void revalidate(), ECHO);
  }, [revalidate]);
}
