import { addressesOf, mailTo } from "../src/features/people/addresses.ts";

test("one message goes to every address of the group once; nobody's address, no message", () => {
  const addresses = addressesOf([{ email: "claire@example.fr" }, { email: null }, { email: "claire@example.fr" }, {}]);
  expect(addresses).toEqual(["claire@example.fr"]);
  expect(mailTo(addresses, "Cartes & métadonnées")).toBe(
    "mailto:claire@example.fr?subject=Cartes%20%26%20m%C3%A9tadonn%C3%A9es",
  );
  expect(mailTo([], "Cartes")).toBeNull();
});

test("a group whose addresses no link can carry is copied instead", () => {
  const many = Array.from({ length: 80 }, (_, rank) => `personne-numero-${rank}@academie.example.fr`);
  expect(mailTo(many, "Cartes")).toBeNull();
});
