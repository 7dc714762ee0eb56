export { checkFormats } from "@taizhang/sheet";
