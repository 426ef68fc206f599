(function () {
  "use strict";
  var form = document.getElementById("filter");
  var threats = Array.prototype.slice.call(document.querySelectorAll("details.threat"));
  var stages = Array.prototype.slice.call(document.querySelectorAll("section.stage"));
  var words = document.getElementById("f-text");
  var severity = document.getElementById("f-severity");
  var state = document.getElementById("f-state");
  var count = document.getElementById("f-count");
  if (!form) { return; }
  var texts = null;

  function textOf(index) {
    if (!texts) { texts = threats.map(function (threat) { return threat.textContent.toLowerCase(); }); }
    return texts[index];
  }

  function matches(threat, index, wanted) {
    return (!severity.value || threat.dataset.severity === severity.value)
      && (!state.value || threat.dataset.state === state.value)
      && wanted.every(function (word) { return textOf(index).indexOf(word) >= 0; });
  }

  function apply() {
    var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    threats.forEach(function (threat, index) {
      threat.hidden = !matches(threat, index, wanted);
      if (!threat.hidden) { shown += 1; }
    });
    stages.forEach(function (stage) {
      var filtered = wanted.length > 0 || severity.value || state.value;
      stage.hidden = Boolean(filtered) && !stage.querySelector("details.threat:not([hidden])");
    });
    count.textContent = shown + " of " + threats.length + " threats";
  }

  function fold(open) {
    threats.forEach(function (threat) { if (!threat.hidden) { threat.open = open; } });
  }

  function unfoldTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details.threat")) { target.hidden = false; target.open = true; target.scrollIntoView(); }
  }

  var pending = 0;
  words.addEventListener("input", function () { clearTimeout(pending); pending = setTimeout(apply, 80); });
  severity.addEventListener("change", apply);
  state.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("f-open").addEventListener("click", function () { fold(true); });
  document.getElementById("f-close").addEventListener("click", function () { fold(false); });
  window.addEventListener("hashchange", unfoldTarget);
  form.hidden = false;
  apply();
  unfoldTarget();
})();
