(: Votes that were lost by a few voices: fewer for it than against it, by less than a margin.

   $margin: 5 means lost by one, two, three or four. Votes with only one figure are left out: nobody can tell. :)

declare namespace tei = "http://www.tei-c.org/ns/1.0";
declare variable $margin external := 5;

let $lines :=
  for $vote in //tei:text//tei:note[@type = "vote"]
  let $for := ($vote//tei:measure[@type = "for"]/@quantity)[1]
  let $against := ($vote//tei:measure[@type = "against"]/@quantity)[1]
  let $lost := number($against) - number($for)
  where $lost > 0 and $lost < number($margin)
  let $about := root($vote)//*[concat("#", @xml:id) = tokenize($vote/@corresp, "\s+")]
  return string-join(
    ($vote/ancestor::tei:TEI/@xml:id, ($vote/ancestor::tei:div[@type = "session"]/@n, "-")[1], $vote/@xml:id,
     $for, $against, normalize-space($vote), substring(normalize-space(string-join($about, " ")), 1, 60)), "&#9;")
return string-join(("text&#9;session&#9;vote&#9;for&#9;against&#9;as printed&#9;about", $lines, ""), "&#10;")
