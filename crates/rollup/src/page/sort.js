(function () {
  "use strict";
  var table = document.getElementById("units");
  if (!table) return;
  var body = table.tBodies[0], heads = table.tHead.rows[0].cells;
  var words = new Intl.Collator("zh");
  function key(row, column, text) {
    var shown = row.cells[column].textContent;
    if (text) return shown;
    var number = parseFloat(shown.replace(/,/g, ""));
    return isNaN(number) ? null : number;
  }
  table.tHead.addEventListener("click", function (event) {
    var head = event.target.closest("th");
    if (!head || !event.target.closest("button")) return;
    var column = head.cellIndex, text = head.classList.contains("t");
    var was = head.getAttribute("aria-sort");
    var up = was ? was === "descending" : text || column === 0;
    var keyed = Array.from(body.rows, function (row) { return [key(row, column, text), row]; });
    keyed.sort(function (one, other) {
      var a = one[0], b = other[0];
      if (a === null || b === null) return (a === null) - (b === null);
      var order = text ? words.compare(a, b) : a - b;
      return up ? order : -order;
    });
    var after = body.nextSibling;
    table.removeChild(body);
    keyed.forEach(function (pair) { body.appendChild(pair[1]); });
    table.insertBefore(body, after);
    Array.from(heads, function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  });
  document.getElementById("find").addEventListener("input", function (event) {
    var wanted = event.target.value.trim();
    Array.from(body.rows, function (row) { row.hidden = row.textContent.indexOf(wanted) < 0; });
  });
})();
