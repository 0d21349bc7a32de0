import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  appDirectory: "src",
  buildDirectory: `build/${process.env.TRAME_LANGUAGE ?? "fr"}`,
  future: { v8_middleware: true },
} satisfies Config;
