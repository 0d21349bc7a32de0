import { useEffect } from "react";
import { useRevalidator } from "react-router";

const AGAIN_MS = 2_000;

/** Reads the page again and again while something on it is on its way. */
export function useFollow(isMoving: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => void revalidate(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMoving, revalidate]);
}
