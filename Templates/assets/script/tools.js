// Taking the progress along: Download, Load, Erase.

function makeTools() {
  const status = makeStatus();
  const file = make("input", { type: "file", hidden: true });
  file.onchange = async () => {
    status.replaceChildren(imported(await file.files[0].text()));
    file.value = "";
  };
  const eraseAll = () => {
    if (!confirm(say("eraseAll"))) return;
    erase();
    status.replaceChildren(say("erased"));
  };
  const bar = makeBar(makeButton("download", download), makeButton("load", () => file.click()));
  bar.append(makeButton("erase", eraseAll), file);
  return [make("p", {}, say("here")), bar, status];
}

function download() {
  make("a", { href: URL.createObjectURL(new Blob([exported()])), download: "progress.json" }).click();
}
