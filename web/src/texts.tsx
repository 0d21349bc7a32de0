import { setupI18n } from "@lingui/core";
import { TransNoContext } from "@lingui/react/server";
import type { ComponentProps } from "react";
import { locale } from "./language.ts";

/**
 * What the macros of `@lingui/core/macro` and `@lingui/react/macro` become. Their messages are already in this build's
 * language (tools/language.ts): there is no catalogue to load and nothing that one request could leave to another.
 */
export const i18n = setupI18n({ locale, messages: { [locale]: {} } });

type TransProps = Pick<ComponentProps<typeof TransNoContext>, "id" | "message" | "values" | "components">;

export const Trans = (props: TransProps) => <TransNoContext {...props} lingui={{ i18n }} />;
