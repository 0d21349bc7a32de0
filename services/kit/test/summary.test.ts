import { create, toBinary } from "@bufbuild/protobuf";
import { FieldDescriptorProtoSchema, StringValueSchema, TimestampSchema } from "@bufbuild/protobuf/wkt";
import { summarise } from "../src/summary.ts";

test("a message is recognised by its codes and dates; of a text only the length is told", () => {
  const written = toBinary(StringValueSchema, create(StringValueSchema, { value: "Claire Martin" }));
  expect(summarise(StringValueSchema, written)).toEqual([{ name: "value", value: "texte de 13 caractères" }]);
  const field = create(FieldDescriptorProtoSchema, { name: "Claire", number: 7, type: 9, label: 1 });
  expect(summarise(FieldDescriptorProtoSchema, toBinary(FieldDescriptorProtoSchema, field))).toEqual(
    expect.arrayContaining([
      { name: "name", value: "texte de 6 caractères" },
      { name: "number", value: "7" },
      { name: "type", value: "TYPE_STRING" },
    ]),
  );
});

test("what cannot be read is told as such", () => {
  expect(summarise(undefined, new Uint8Array(3))).toEqual([{ name: "", value: "type inconnu, 3 octets" }]);
  expect(summarise(TimestampSchema, new Uint8Array([255, 255]))).toEqual([{ name: "", value: "illisible, 2 octets" }]);
  expect(summarise(TimestampSchema, null)).toEqual([{ name: "", value: "effacement de la clé" }]);
});
