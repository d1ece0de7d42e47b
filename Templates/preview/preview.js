// Keeps a page of the preview up to date, and its reader at the place where they were.
//
// A browser allows few connections to one host, so a page that is not in sight holds none; when it is
// looked at again, its stamp tells the server whether it is still the page that there is.

(() => {
  const { stamp } = document.currentScript.dataset;
  const key = `waymark-preview:${location.pathname}`;
  const foldKey = "waymark-preview-fold";
  const remember = (name, value) => {
    try {
      if (value === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, value);
    } catch {
      // A browser that keeps nothing reloads all the same.
    }
  };
  const recall = (name) => {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  };

  const place = recall(key);
  if (place !== null) {
    remember(key, null);
    const restore = () => scrollTo({ left: scrollX, top: Number(place), behavior: "instant" });
    restore();
    addEventListener("load", restore);
  }

  const panel = document.querySelector(".waymark-preview details");
  if (panel) {
    const fold = recall(foldKey);
    if (fold !== null) panel.open = fold === "open";
    panel.querySelector("summary").addEventListener("click", () => {
      // The click comes before the change.
      remember(foldKey, panel.open ? "closed" : "open");
    });
  } else {
    remember(foldKey, null);
  }

  let events = null;
  const stop = () => {
    events?.close();
    events = null;
  };
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/.waymark/events/${stamp}${location.pathname}`);
    events.addEventListener("reload", () => {
      stop();
      remember(key, String(scrollY));
      location.reload();
    });
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
})();
