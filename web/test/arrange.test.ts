import { excluded, included, moved, orderOf } from "../src/features/communications/arrange.ts";

describe("the order of an edition", () => {
  const order = ["a", "b", "c"];

  it("moves an item one place", () => {
    expect(moved(order, "c", -1)).toEqual(["a", "c", "b"]);
    expect(moved(order, "a", 1)).toEqual(["b", "a", "c"]);
  });

  it("stays as it is at its ends, and for an item that is not in it", () => {
    expect(moved(order, "a", -1)).toEqual(order);
    expect(moved(order, "c", 1)).toEqual(order);
    expect(moved(order, "z", 1)).toEqual(order);
  });

  it("leaves out what is set aside, and takes it back last, once", () => {
    expect(excluded(order, "b")).toEqual(["a", "c"]);
    expect(included(["a", "c"], "b")).toEqual(["a", "c", "b"]);
    expect(included(order, "b")).toEqual(order);
  });

  it("counts what waits without what is set aside", () => {
    const item = (id: string, out: boolean) => ({ id, excluded: out, withdrawn: false });
    expect(orderOf([item("a", false), item("b", true)])).toEqual(["a"]);
  });
});
