(: Gaps by session: where the record is broken, and for how many gaps an editor gives a note. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

let $lines :=
  for $text in //tei:TEI
  let $gaps := $text/tei:text//tei:gap
  let $explained := $text//tei:note[@target]/tokenize(@target, "\s+")
  for $session in ($text//tei:div[@type = "session"], $text/tei:text)
  let $here := $gaps[(ancestor::tei:div[@type = "session"], ancestor::tei:text)[1] is $session]
  where $session/self::tei:div or exists($here)
  return string-join(
    ($text/@xml:id, ($session/@n, "-")[1], string(count($here)),
     string(count($here[concat("#", @xml:id) = $explained])),
     normalize-space(string-join(distinct-values($here/@reason), ", ")),
     normalize-space(($session/self::tei:div/tei:head)[1])), "&#9;")
return string-join(("text&#9;session&#9;gaps&#9;with a note&#9;reasons&#9;heading", $lines, ""), "&#10;")
