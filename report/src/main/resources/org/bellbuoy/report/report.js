"use strict";
(function () {
  var table = document.getElementById("findings");
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var linked = {};
  document.querySelectorAll("article[data-f], a[data-f]").forEach(function (e) {
    (linked[e.dataset.f] = linked[e.dataset.f] || []).push(e);
  });
  var level = document.getElementById("by-level");
  var asset = document.getElementById("by-asset");
  var subject = document.getElementById("by-subject");
  var shown = document.getElementById("shown");

  function filter() {
    var words = subject.value.trim().toLowerCase();
    var count = 0;
    rows.forEach(function (row) {
      var on = (!level.value || row.dataset.level === level.value)
        && (!asset.value || row.dataset.assets.split(" ").indexOf(asset.value) >= 0)
        && (!words || row.cells[1].textContent.toLowerCase().indexOf(words) >= 0);
      count += on ? 1 : 0;
      row.hidden = !on;
      (linked[row.dataset.f] || []).forEach(function (e) { e.classList.toggle("off", !on); });
    });
    shown.textContent = count + " of " + rows.length + " shown";
  }

  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.k === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.k);
  }

  function sort(column, head) {
    var up = head.getAttribute("aria-sort") !== "ascending";
    Array.prototype.forEach.call(head.parentNode.cells, function (other) {
      other.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    rows.sort(function (a, b) {
      var x = key(a, column);
      var y = key(b, column);
      return (x < y ? -1 : x > y ? 1 : 0) * (up ? 1 : -1);
    });
    rows.forEach(function (row) { body.appendChild(row); });
  }

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", function () { sort(column, head); });
    head.textContent = "";
    head.appendChild(button);
  });
  [level, asset].forEach(function (e) { e.addEventListener("change", filter); });
  subject.addEventListener("input", filter);
  document.getElementById("filters").hidden = false;
  filter();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (e) { e.open = true; });
  });
})();
