/** The programme's time as the pages show it. */
export interface ProgrammeClock {
  now: string;
  /** In development the gateway lets one move it. */
  settable: boolean;
}

let absentUntil = 0;

/**
 * In development the gateway tells the programme's time; elsewhere it has no such address and the programme runs on the
 * real clock. A missing address is asked for again once a minute only.
 */
export async function readClock(gatewayUrl: string, cookie: string | null): Promise<ProgrammeClock> {
  const real = Date.now();
  const ordinary = { now: new Date(real).toISOString(), settable: false };
  if (real < absentUntil) return ordinary;
  try {
    const response = await fetch(new URL("/auth/dev/clock", gatewayUrl), {
      headers: cookie ? { cookie } : {},
      signal: AbortSignal.timeout(1_000),
    });
    if (response.status === 404) absentUntil = real + 60_000;
    if (!response.ok) return ordinary;
    const { now } = (await response.json()) as { now: string };
    return { now: new Date(now).toISOString(), settable: true };
  } catch {
    return ordinary;
  }
}
