import { refusalOf } from "../src/ui/command.ts";

const failed = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

describe("what a command is answered when GraphQL itself turns it away", () => {
  it("names the field of a value that is missing or has the wrong shape", () => {
    const message = 'Variable "$input" got invalid value "" at "input.startsAt"; Instant mal formé : "".';
    expect(refusalOf(failed(message, "BAD_USER_INPUT"))).toMatchObject({
      kind: "INVALID",
      field: "startsAt",
      message: "Ce champ est à renseigner.",
    });
    const wrong = 'Variable "$input" got invalid value "hier" at "input.startsAt"; Instant mal formé : "hier".';
    expect(refusalOf(failed(wrong, "BAD_USER_INPUT")).message).toBe('Instant mal formé : "hier".');
  });

  it("keeps the words of a refused right and hides those of a fault", () => {
    expect(refusalOf(failed("Réservé au groupe.", "FORBIDDEN")).message).toBe("Réservé au groupe.");
    expect(refusalOf(failed("relation absent", "INTERNAL_SERVER_ERROR")).message).toContain(
      "Votre saisie est toujours là",
    );
  });
});
