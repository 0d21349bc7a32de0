export { default } from "../services/kit/dev/tools/jest.base.mjs";
