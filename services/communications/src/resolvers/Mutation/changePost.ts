import { answer } from "@trame/kit/answer";
import { refuse } from "@trame/kit/refusal";
import { refusals } from "../../errors.ts";
import type { ChangePostInput, MutationResolvers } from "../../gen/schema.ts";
import type { PostChange } from "../../store/social-posts.ts";
import * as store from "../../store/social-posts.ts";

export const changePost: MutationResolvers["changePost"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "changePost", input, as: "publication", load: (id) => ctx.load.publication.load(id) },
    (tx, command) => store.changePost(tx, command, input.postId, changeOf(input)),
  );

const changeOf = ({ action, text }: Pick<ChangePostInput, "action" | "text">): PostChange =>
  action === "EDIT" ? { action, text: text ?? refuse(refusals.postTextMissing()) } : { action };
