(: Who speaks how often and how much: speeches and words of each person of a text, most words first.

   Labels and the encoder's reading aids are not counted; a speech of two persons counts for both. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";

let $lines :=
  for $text in //tei:TEI
  let $rows :=
    for $speech in $text//tei:sp[@who], $who in tokenize($speech/@who, "\s+")
    let $said := $speech//text()[
      not(ancestor::tei:speaker or ancestor::tei:corr or ancestor::tei:reg or ancestor::tei:expan or ancestor::tei:ex)
    ]
    group by $who
    let $words := count(tokenize(normalize-space(string-join($said, "")), " ")[. != ""])
    order by $words descending, $who
    let $name := ($text//tei:person[concat("#", @xml:id) = $who]/tei:persName)[1]
    return string-join(
      ($text/@xml:id, $who, normalize-space($name), string(count($speech)), string($words)), "&#9;")
  return $rows
return string-join(("text&#9;who&#9;name&#9;speeches&#9;words", $lines, ""), "&#10;")
