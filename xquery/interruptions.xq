(: Who interrupts whom, and how often; - where the text does not say who.

   Counted are voices inside a speech (said) and speeches between two halves of one (sp with ana="#interrupting"). :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

let $found :=
  for $voice in //tei:text//(tei:said | tei:sp)[tokenize(@ana, "\s+") = "#interrupting"]
  let $speech :=
    if ($voice/self::tei:said) then $voice/ancestor::tei:sp[1]
    else $voice/preceding::tei:sp[@next and id(substring(@next, 2)) >> $voice][1]
  return string-join(
    ($voice/ancestor::tei:TEI/@xml:id, ($voice/@who, "-")[1], ($speech/@who, "-")[1]), "&#9;")
let $lines :=
  for $pair in $found
  group by $same := $pair
  order by count($pair) descending, $same
  return concat($same, "&#9;", count($pair))
return string-join(("text&#9;who&#9;interrupts&#9;times", $lines, ""), "&#10;")
