import { createTransport } from "nodemailer";
import { openMailbox } from "../dev/mail/mailbox.ts";
import { listPage, mailPage } from "../dev/mail/pages.ts";
import { allFreePorts } from "../dev/ports.ts";

test("the development mailbox keeps what is sent and shows it without letting it write into the page", async () => {
  const { smtp } = await allFreePorts();
  const mailbox = openMailbox();
  await mailbox.listen(smtp, "127.0.0.1");
  const transport = createTransport({ host: "127.0.0.1", port: smtp, ignoreTLS: true });
  await transport.sendMail({
    from: "trame@example.org",
    to: "claire@example.org",
    subject: "<script>alert(1)</script>",
    text: "Bonjour",
    html: '<html><head></head><body><a href="http://localhost:4000/espace">Voir</a><script>alert(2)</script></body></html>',
  });
  transport.close();
  await mailbox.close();
  const [mail] = mailbox.mails();
  if (!mail) throw new Error("nothing was kept");
  expect(mail).toMatchObject({ number: 1, to: "claire@example.org", text: "Bonjour" });
  for (const page of [listPage(mailbox.mails(), 1), mailPage(mail)]) expect(page).not.toContain("<script");
  expect(mailPage(mail)).toContain('sandbox="allow-popups"');
});
