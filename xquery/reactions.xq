(: Applause, laughter, shouts: how often, and in whose speeches; - outside of speeches, or where nobody knows whose. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

let $found :=
  for $stage in //tei:text//tei:stage
  return string-join(
    ($stage/ancestor::tei:TEI/@xml:id, ($stage/ancestor::tei:sp[1]/@who, "-")[1], ($stage/@type, "-")[1]), "&#9;")
let $lines :=
  for $one in $found
  group by $same := $one
  order by $same
  return concat($same, "&#9;", count($one))
return string-join(("text&#9;in a speech of&#9;what&#9;times", $lines, ""), "&#10;")
