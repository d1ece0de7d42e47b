// Taking the progress along: Download, Load, Erase.

function makeTools() {
  const status = makeStatus();
  const file = make("input", { type: "file", accept: ".json", hidden: true });
  file.onchange = async () => {
    status.replaceChildren(say("Loaded: {count} entries.", { count: imported(await file.files[0].text()) }));
    file.value = "";
  };
  const eraseAll = () => {
    if (!confirm(say("Erase all answers and reviews of this track in this browser?"))) return;
    erase();
    status.replaceChildren(say("Erased."));
  };
  const bar = makeBar(makeButton(say("Download my progress"), download), makeButton(say("Load"), () => file.click()));
  bar.append(makeButton(say("Erase"), eraseAll), file);
  return [make("p", {}, say("Your answers and reviews are kept in this browser only.")), bar, status];
}

function download() {
  const href = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  make("a", { href, download: "progress.json" }).click();
  URL.revokeObjectURL(href);
}
