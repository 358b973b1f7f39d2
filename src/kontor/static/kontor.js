/* Small comforts on top of pages that work without them. No request while Chinese is being composed. */
(function () {
  "use strict";
  var composing = false;
  var KEY = "kontor-question";

  function field() { return document.querySelector("[data-question]"); }

  /* Enter sends the question; Shift+Enter makes a line; Enter that ends a composition does neither.
     Safari ends the composition before keydown and reports 229. */
  document.addEventListener("compositionstart", function () { composing = true; });
  document.addEventListener("compositionend", function (event) {
    composing = false;
    if (event.target.matches("[data-question]")) event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || !event.target.matches("[data-question]")) return;
    if (event.isComposing || composing || event.keyCode === 229) return;
    event.preventDefault();
    if (event.target.value.trim()) event.target.form.requestSubmit();
  });

  /* htmx: nothing is asked while composing; another side or country asks anew with the same text. */
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (composing && event.target.matches("[data-question]")) event.preventDefault();
  });

  /* The field grows with its text where the browser cannot do it by itself. */
  function grow(area) {
    if (CSS.supports("field-sizing", "content")) return;
    area.rows = Math.min(20, Math.max(3, Math.ceil(area.scrollHeight / 27)));
  }
  document.addEventListener("input", function (event) { if (event.target.matches("[data-question]")) grow(event.target); });

  /* Going back finds the text as it was, in browsers that forget it. It stays in this tab only. */
  document.addEventListener("submit", function (event) {
    var area = event.target.querySelector("[data-question]");
    if (area) try { sessionStorage.setItem(KEY, area.value); } catch (error) { /* private window: nothing to keep it in */ }
  });
  window.addEventListener("pageshow", function () {
    var area = field(), visit = performance.getEntriesByType("navigation")[0];
    if (!area || !visit || visit.type !== "back_forward") return;
    if (!area.value) try { area.value = sessionStorage.getItem(KEY) || ""; } catch (error) { return; }
    grow(area);
  });

  /* A term of the original and its line in the reading version light up together. */
  function light(event) {
    var at = event.target.closest && event.target.closest("[data-concept]");
    document.querySelectorAll(".lit").forEach(function (one) { one.classList.remove("lit"); });
    if (!at || event.type === "mouseout") return;
    document.querySelectorAll('[data-concept="' + CSS.escape(at.dataset.concept) + '"]').forEach(function (one) { one.classList.add("lit"); });
  }
  ["mouseover", "mouseout", "focusin"].forEach(function (kind) { document.addEventListener(kind, light); });

  /* Says the new total after filters changed the list in place. */
  document.addEventListener("htmx:afterSettle", function () {
    var list = document.getElementById("results"), said = document.getElementById("said");
    if (list && said) said.textContent = list.dataset.said;
  });
})();
