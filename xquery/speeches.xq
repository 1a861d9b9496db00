(: Speeches by a person, in the order of the texts; of everybody, where nobody is named.

   $person: an id of the header (xml:id), or a part of a name as it is printed there. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";
declare variable $person external := "";

let $lines :=
  for $text in //tei:TEI
  let $persons := $text/tei:teiHeader//tei:person[
    $person = ("", string(@xml:id)) or tei:persName[contains(lower-case(.), lower-case($person))]
  ]
  for $speech in $text//tei:sp
  where $person = "" or tokenize($speech/@who, "\s+") = $persons/concat("#", @xml:id)
  let $said := normalize-space(string-join($speech/*[not(self::tei:speaker)], " "))
  return string-join(
    ($text/@xml:id, ($speech/ancestor::tei:div[@type = "session"]/@n, "-")[1], $speech/@xml:id,
     ($speech/@who, "-")[1], string(count(tokenize($said, " ")[. != ""])), substring($said, 1, 60)), "&#9;")
return string-join(("text&#9;session&#9;speech&#9;who&#9;words&#9;beginning", $lines, ""), "&#10;")
