// Writes the AsyncAPI document of the public topic from its protobuf: every message and field with the comment that it
// has there. Committed, so that a subscriber reads it without building anything; `npm run check` says when it is stale.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PROTO = "proto/publications/v1/publications.proto";
const TOPIC = "traam.publications.v1";
const buf = join(dirname(createRequire(import.meta.url).resolve("@bufbuild/buf/package.json")), "bin/buf");
const image = JSON.parse(
  execFileSync(process.execPath, [buf, "build", "--path", "proto/publications", "-o", "-#format=json"], {
    encoding: "utf8",
  }),
);
const file = image.file.find(({ name }) => name.endsWith("publications.proto"));
const EVENTS = ["PublicationPublished", "PublicationUpdated", "PublicationWithdrawn"];

/** Protobuf's comments, by their path in the file: 4 is a message, 2 a field of it. */
const comments = new Map(
  file.sourceCodeInfo.location.map(({ path = [], leadingComments = "" }) => [path.join("."), leadingComments.trim()]),
);
const described = (path, rest) => (comments.get(path) ? { description: comments.get(path), ...rest } : rest);

const SCALARS = { TYPE_STRING: { type: "string" }, TYPE_INT32: { type: "integer" }, TYPE_BOOL: { type: "boolean" } };

function typeOf({ type, typeName }) {
  if (typeName === ".google.protobuf.Timestamp") return { type: "string", format: "date-time" };
  return typeName ? { $ref: `#/components/schemas/${typeName.split(".").at(-1)}` } : SCALARS[type];
}

const fieldSchema = (field, path) =>
  described(path, field.label === "LABEL_REPEATED" ? { type: "array", items: typeOf(field) } : typeOf(field));

const schemas = Object.fromEntries(
  file.messageType.map(({ name, field = [] }, index) => [
    name,
    described(`4.${index}`, {
      type: "object",
      properties: Object.fromEntries(
        field.map((one, place) => [one.jsonName, fieldSchema(one, `4.${index}.2.${place}`)]),
      ),
    }),
  ]),
);

const header = (description, more = {}) => ({ type: "string", description, ...more });
const headers = {
  type: "object",
  description: "CloudEvents 1.0, in Kafka's binary mode.",
  required: ["ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "content-type"],
  properties: {
    ce_specversion: header("Always 1.0.", { const: "1.0" }),
    ce_id: header("Of the event. The same event may come twice: it has the same id."),
    ce_type: header("Full name of the protobuf message.", { enum: EVENTS.map((name) => `${file.package}.${name}`) }),
    ce_source: header("The service that wrote it."),
    ce_subject: header("The publication's id, which is the key too."),
    ce_time: header("When it happened.", { format: "date-time" }),
    ce_aggregateversion: header("Grows with each change of the publication: what is older is stale."),
    "content-type": header("Of the value.", { const: "application/protobuf" }),
  },
};

const ref = (path) => ({ $ref: `#/${path}` });
const messages = Object.fromEntries(
  EVENTS.map((name) => [
    name,
    {
      name: `${file.package}.${name}`,
      summary: schemas[name].description ?? `A publication was ${name.slice("Publication".length).toLowerCase()}.`,
      contentType: "application/protobuf",
      headers: ref("components/schemas/Headers"),
      payload: {
        schemaFormat: "application/vnd.google.protobuf;version=3",
        schema: readFileSync(PROTO, "utf8"),
      },
      bindings: { kafka: { key: { type: "string", description: "The publication's id: the unit of order." } } },
    },
  ]),
);
/** What webhooks say in JSON: protobuf's own mapping of the same message. */
const calls = Object.fromEntries(
  EVENTS.map((name) => {
    const type = `publication.${name.slice("Publication".length).toLowerCase()}`;
    const payload = {
      type: "object",
      required: ["type", "timestamp", "data"],
      properties: {
        type: { const: type },
        timestamp: { type: "string", format: "date-time" },
        data: ref("components/schemas/Publication"),
      },
    };
    return [`${name}Call`, { name: type, contentType: "application/json", payload }];
  }),
);
const among = (all) => Object.fromEntries(Object.keys(all).map((name) => [name, ref(`components/messages/${name}`)]));

const document = {
  asyncapi: "3.0.0",
  info: {
    title: "Publications of the TraAM",
    version: "1.0.0",
    description:
      "What the teams of the programme publish, change and take back: self-contained messages, in the order of commits for each publication. Generated from proto-schemas; fields are only added.",
  },
  channels: {
    publications: {
      address: TOPIC,
      description: "Kafka. Key: the publication's id. At least once.",
      messages: among(messages),
    },
    webhooks: {
      address: null,
      description: "The same by POST to the address of a subscribed program, signed as Standard Webhooks say.",
      messages: among(calls),
    },
  },
  operations: {
    followPublications: { action: "receive", channel: ref("channels/publications") },
    receiveCalls: { action: "receive", channel: ref("channels/webhooks") },
  },
  components: { messages: { ...messages, ...calls }, schemas: { Headers: headers, ...schemas } },
};
mkdirSync("asyncapi", { recursive: true });
writeFileSync("asyncapi/publications.v1.json", `${JSON.stringify(document, null, 2)}\n`);
