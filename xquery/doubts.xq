(: What rests on weak evidence: elements that the encoder marked with cert="low" or "medium", by text and kind.

   The header's own statements are left out. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

let $found :=
  for $one in //tei:text//*[@cert = ("low", "medium")]
  return string-join(($one/ancestor::tei:TEI/@xml:id, local-name($one), $one/@cert), "&#9;")
let $lines :=
  for $one in $found
  group by $same := $one
  order by $same
  return concat($same, "&#9;", count($one))
return string-join(("text&#9;element&#9;cert&#9;times", $lines, ""), "&#10;")
