import { createServer as createHttp } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import Fastify from "fastify";
import { strToU8, zipSync } from "fflate";
import type { Actor } from "../src/actor.ts";
import { checkFile } from "../src/files/check.ts";
import { fileName, fileRoutes } from "../src/files/routes.ts";
import { scannerAt } from "../src/files/scan.ts";
import { holdFile, keepOnly, sweepFiles } from "../src/files/store.ts";
import { ARCHIVE, DOCUMENTS, IMAGES, PLAIN_TEXT } from "../src/files/types.ts";
import { cloneDatabase } from "../src/testing/clone.ts";
import { person } from "../src/testing/service.ts";
import { connect, NOON } from "./support.ts";

const MEGABYTE = 1024 * 1024;
const rules = {
  largest: 2 * MEGABYTE,
  unpacked: 8 * MEGABYTE,
  types: [IMAGES.png, DOCUMENTS.odt, DOCUMENTS.docx, DOCUMENTS.pdf, ARCHIVE, PLAIN_TEXT],
};
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const odt = (more: Record<string, Uint8Array> = {}) =>
  zipSync({ mimetype: [strToU8(DOCUMENTS.odt.type), { level: 0 }], ...more });
const word = (main: string) =>
  zipSync({ "[Content_Types].xml": strToU8(`<Types><Override ContentType="${main}"/></Types>`) });

const typeOf = async (bytes: Uint8Array) => (await checkFile(bytes, "n", rules)).type?.extension ?? null;
const why = async (bytes: Uint8Array) => (await checkFile(bytes, "n", rules)).refusals.map(({ code }) => code);

test("a file is what it holds, whatever its name", async () => {
  expect(await typeOf(PNG)).toBe("png");
  expect(await typeOf(odt())).toBe("odt");
  expect(await typeOf(word(`${DOCUMENTS.docx.type}.main+xml`))).toBe("docx");
  expect(await typeOf(zipSync({ "lisez-moi.txt": strToU8("bonjour") }))).toBe("zip");
  expect(await typeOf(strToU8("nom;note\nforêt;12\n"))).toBe("txt");
});

test("pages, drawings with scripts, programs and macros are refused", async () => {
  for (const hostile of [
    "<!doctype html><script>alert(1)</script>",
    '  <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<?xml version="1.0"?><svg/>',
    "# Titre\n<script>alert(1)</script>",
    "#!/bin/sh\nrm -rf /",
    "MZ\u0000\u0001",
  ]) {
    expect(await why(strToU8(hostile))).toEqual(["FILE_TYPE"]);
  }
  expect(await why(word("application/vnd.ms-word.document.macroEnabled.main+xml"))).toEqual(["FILE_TYPE"]);
  expect(await why(new Uint8Array())).toEqual(["FILE_EMPTY"]);
  expect(await why(new Uint8Array(3 * MEGABYTE))).toEqual(["FILE_TOO_LARGE"]);
});

test("an archive that unpacks without end is refused, by what it promises and by what comes out", async () => {
  const zeros = new Uint8Array(9 * MEGABYTE);
  const bomb = zipSync({ "zeros.bin": [zeros, { level: 9 }] });
  expect(bomb.length).toBeLessThan(rules.largest);
  expect(await why(bomb)).toEqual(["FILE_BOMB"]);
  // The same, saying that it is small: in its directory, where the size stands 24 bytes after the mark.
  const lying = Buffer.from(bomb);
  lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from("504b0102", "hex")) + 24);
  expect(["FILE_BOMB", "FILE_BROKEN"]).toContain((await why(lying))[0]);
  expect(await why(Buffer.from(bomb.subarray(0, 2000)))).toEqual(["FILE_BROKEN"]);
});

test("a name keeps its words, loses its folders, and ends as what it is", () => {
  expect(fileName("..\\..\\Carte de la forêt.exe", "png")).toBe("Carte de la forêt.png");
  expect(fileName('a"b\r\nc.png', "png")).toBe("a b c.png");
  expect(fileName("", "pdf")).toBe("fichier.pdf");
});

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

test("a scanner says no by ICAP or by HTTP, and one that is away lets nothing through", async () => {
  const icap = createServer((socket) => {
    let heard = "";
    socket.on("data", (data) => {
      heard += data.toString("latin1");
      if (!heard.endsWith("0\r\n\r\n")) return;
      const bad = heard.includes("EICAR");
      socket.write(
        bad
          ? "ICAP/1.0 200 OK\r\nX-Infection-Found: Type=0;\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n"
          : "ICAP/1.0 204 No\r\n\r\n",
      );
    });
    socket.on("error", () => {});
  });
  const http = createHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => response.writeHead(Buffer.concat(chunks).includes("EICAR") ? 406 : 200).end());
  });
  const scanners = [
    scannerAt(`icap://127.0.0.1:${await listening(icap)}/avscan`),
    scannerAt(`http://127.0.0.1:${await listening(http)}/scan`),
  ];
  for (const scan of scanners) {
    expect((await checkFile(strToU8("sain"), "n", rules, scan)).type?.extension).toBe("txt");
    const found = await checkFile(strToU8("EICAR"), "n", rules, scan);
    expect(found.refusals.map(({ code }) => code)).toEqual(["FILE_INFECTED"]);
  }
  await new Promise((done) => icap.close(done));
  await new Promise((done) => http.close(done));
  for (const scan of scanners) {
    const found = await checkFile(strToU8("sain"), "n", rules, scan);
    expect(found.refusals.map(({ code }) => code)).toEqual(["FILE_NOT_SCANNED"]);
  }
});

test("what is deposited is kept whole, read by whom it may be, and goes when nothing refers to it", async () => {
  const { url } = await cloneDatabase();
  const { db, close } = connect(url);
  let asking: Actor = person("claire");
  let published = false;
  const http = Fastify();
  fileRoutes(http, {
    prefix: "/files/tests",
    db,
    clock: { now: () => NOON },
    actorOf: async () => asking,
    rules,
    mayDeposit: ({ personId }) => personId !== "visitor",
    readable: async () => (published ? "public" : "private"),
  });
  const send = (payload: Buffer, headers: Record<string, string> = {}) =>
    http.inject({
      method: "POST",
      url: `/files/tests?nom=${encodeURIComponent("Carte de la forêt.jpg")}`,
      payload,
      headers: { "content-type": "application/octet-stream", ...headers },
    });
  const count = async (table: string) =>
    (await db.$queryRawUnsafe<{ n: number }[]>(`select count(*)::integer as n from kit.${table}`))[0]?.n;

  expect((await send(PNG, { "content-length": "900" })).json().errors).toMatchObject([{ code: "FILE_INCOMPLETE" }]);
  expect((await send(Buffer.alloc(3 * MEGABYTE))).json().errors).toMatchObject([{ code: "FILE_TOO_LARGE" }]);
  expect((await send(PNG, { "content-type": "text/plain" })).statusCode).toBe(415);
  expect(await count("file")).toBe(0);

  const image = Buffer.concat([PNG, Buffer.alloc(1.5 * MEGABYTE, 7)]);
  const { file } = (await send(image)).json();
  expect(file).toMatchObject({ name: "Carte de la forêt.png", type: "image/png", size: image.length });
  const path = `/files/tests/${file.id}/carte.png`;
  const own = await http.inject(path);
  expect(own.rawPayload.equals(image)).toBe(true);
  expect(own.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
  expect(own.headers["content-disposition"]).toMatch(
    /^attachment; filename="Carte de la foret.png"; filename\*=UTF-8''Carte%20/,
  );

  asking = person("karim");
  expect((await http.inject(path)).statusCode).toBe(404);
  await expect(holdFile(db, { id: file.id, holder: "thing/1", byId: "karim" })).rejects.toThrow("NOT_FOUND");
  await holdFile(db, { id: file.id, holder: "thing/1", byId: "claire" });
  await expect(holdFile(db, { id: file.id, holder: "thing/2", byId: "claire" })).rejects.toThrow("NOT_FOUND");
  published = true;
  expect((await http.inject(path)).headers["cache-control"]).toBe("public, max-age=300");

  expect(await sweepFiles(db, 0)).toBe(0);
  await keepOnly(db, "thing/1", []);
  expect(await sweepFiles(db)).toBe(0);
  expect(await sweepFiles(db, 0)).toBe(1);
  expect([await count("file"), await count("file_part")]).toEqual([0, 0]);
  await http.close();
  await close();
});
