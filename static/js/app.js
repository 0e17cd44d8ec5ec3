// Enhancement only: every page works without this file.
document.querySelectorAll("[data-exit]").forEach(function (link) {
  var presses = 0;
  var timer;

  function leave(event) {
    if (event) event.preventDefault();
    document.body.hidden = true;
    location.replace(link.href);
  }

  link.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") {
      presses = 0;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(function () {
      presses = 0;
    }, 2000);
    presses += 1;
    if (presses === 3) leave();
  });
});

document.querySelectorAll("[data-print]").forEach(function (button) {
  button.hidden = false;
  button.addEventListener("click", function () {
    print();
  });
});

document.querySelectorAll("[data-fragment]").forEach(function (field) {
  if (!/^#[0-9A-Za-z]{5}-[0-9A-Za-z]{5}-[0-9A-Za-z]{4}$/.test(location.hash)) return;
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
});
