// The smallest add-in: says who its host is, follows the workbook, answers a button and a custom function.
const info = await Office.onReady();
const seen = [];
Office.actions.associate("sayHello", (event) => {
  seen.push("hello");
  event.completed();
});
CustomFunctions.associate("ADD", (one, two) => one + two);
CustomFunctions.associate("FAIL", () => {
  throw new CustomFunctions.Error("#N/A");
});
await Excel.run(async (context) => {
  context.workbook.worksheets.onChanged.add(
    async ({ address, source }) => void seen.push(`${address} ${source}`),
  );
  context.workbook.onSelectionChanged.add(async () => void seen.push("selection"));
  await context.sync();
});
Object.assign(window, { seen });
document.querySelector("#state").textContent =
  `${info.host} ${info.platform} ${Office.context.displayLanguage} ${Office.context.requirements.isSetSupported("ExcelApi", "1.14")}`;
document.body.dataset.ready = "true";
