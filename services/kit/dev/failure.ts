/** What keeps Trame from starting or running, said in one line of French that names the remedy. */
export class DevFailure extends Error {
  override readonly name = "DevFailure";
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
