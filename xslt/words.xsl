<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of the interface, in four languages; $w holds those of the page: $w[@id = 'skip'].

  To add a language, copy one block of w:words and translate it. w:n are counted things: one, many, and few where a
  language has such a form (Russian: 2, 3, 4). To change a word, write the variable "own-words" anew in a stylesheet
  that imports ours: what it holds comes first.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:e="urn:tei-encoder:edition" xmlns:w="urn:tei-encoder:words"
                exclude-result-prefixes="exsl t e w">

  <!-- The language that was asked for: en, de, fr or ru; empty for that of the text. -->
  <xsl:param name="lang"/>

  <!-- Words of one's own: <w:w id="skip">…</w:w>. -->
  <xsl:variable name="own-words"><w:none/></xsl:variable>

  <xsl:variable name="asked" select="substring(concat($lang, (/t:TEI | /e:edition/t:TEI)[$lang = '']/@xml:lang, /e:site[$lang = '']/@lang), 1, 2)"/>
  <xsl:variable name="all-words" select="exsl:node-set($words)/w:words"/>
  <!-- The language of the interface. -->
  <xsl:variable name="tongue" select="concat($all-words[@xml:lang = $asked]/@xml:lang, substring('en', 1, 2 * not($all-words[@xml:lang = $asked])))"/>
  <xsl:variable name="own" select="exsl:node-set($own-words)/w:w/@id"/>
  <!-- One tree for both: a union of two would have to be put in order for every page. -->
  <xsl:variable name="words-here">
    <xsl:copy-of select="exsl:node-set($own-words)/w:w"/>
    <xsl:copy-of select="$all-words[@xml:lang = $tongue]/w:w[not(@id = $own)]"/>
  </xsl:variable>
  <xsl:variable name="w" select="exsl:node-set($words-here)/w:w"/>
  <xsl:variable name="n" select="$all-words[@xml:lang = $tongue]/w:n"/>

  <!-- "3 speeches". -->
  <xsl:template name="counted">
    <xsl:param name="number"/>
    <xsl:param name="what"/>
    <xsl:variable name="forms" select="$n[@id = $what]"/>
    <xsl:variable name="ten" select="$number mod 10"/>
    <xsl:variable name="hundred" select="$number mod 100"/>
    <xsl:call-template name="number"><xsl:with-param name="number" select="$number"/></xsl:call-template>
    <xsl:text>&#160;</xsl:text>
    <xsl:choose>
      <xsl:when test="$forms/@few and $ten = 1 and $hundred != 11"><xsl:value-of select="$forms/@one"/></xsl:when>
      <xsl:when test="$forms/@few and $ten &gt; 1 and $ten &lt; 5 and ($hundred &lt; 12 or $hundred &gt; 14)"><xsl:value-of select="$forms/@few"/></xsl:when>
      <xsl:when test="not($forms/@few) and ($number = 1 or ($number = 0 and $tongue = 'fr'))"><xsl:value-of select="$forms/@one"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$forms/@many"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The heads of a table's columns: the ids of their words, parted by spaces. -->
  <xsl:template name="column-heads">
    <xsl:param name="ids"/>
    <xsl:variable name="id" select="substring-before(concat($ids, ' '), ' ')"/>
    <xsl:if test="$id != ''">
      <th scope="col">
        <xsl:if test="contains(' col-for col-against col-abstained col-words col-speeches ', concat(' ', $id, ' '))"><xsl:attribute name="class">figure</xsl:attribute></xsl:if>
        <xsl:value-of select="$w[@id = $id]"/>
      </th>
      <xsl:call-template name="column-heads"><xsl:with-param name="ids" select="substring-after($ids, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- 20,730 in English, 20 730 elsewhere. -->
  <xsl:template name="number">
    <xsl:param name="number"/>
    <xsl:value-of select="translate(format-number($number, '#,##0'), ',', substring(',&#x202F;', 1 + ($tongue != 'en'), 1))"/>
  </xsl:template>

  <!-- "12 %" of a number in per mille; what is less than one is said to be so. -->
  <xsl:template name="percent">
    <xsl:param name="permille"/>
    <xsl:choose>
      <xsl:when test="$permille &lt; 5 and $permille &gt; 0">&lt; 1</xsl:when>
      <xsl:otherwise><xsl:value-of select="floor(($permille + 5) div 10)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#160;%</xsl:text>
  </xsl:template>

  <xsl:variable name="words">
    <w:words xml:lang="en">
      <w:w id="skip">Skip to the text</w:w>
      <w:w id="documents">Documents</w:w>
      <w:w id="all-documents">All documents</w:w>
      <w:w id="menu">This edition</w:w>
      <w:w id="menu-text">Text</w:w>
      <w:w id="contents">Contents</w:w>
      <w:w id="part">Part</w:w>
      <w:w id="turn">Previous and next</w:w>
      <w:w id="use">Cite and download</w:w>
      <w:w id="made-by">Made by tei-encoder. The TEI file is the edition; these pages are for reading it.</w:w>
      <w:w id="page-index">Text</w:w>
      <w:w id="page-speakers">Speakers</w:w>
      <w:w id="page-votes">Votes</w:w>
      <w:w id="page-resolutions">Resolutions</w:w>
      <w:w id="page-gaps">Gaps and notes</w:w>
      <w:w id="page-dates">Dates</w:w>
      <w:w id="page-pictures">Pictures</w:w>
      <w:w id="page-rules">Rules</w:w>
      <w:w id="page-about">About</w:w>
      <w:w id="page-search">Search</w:w>
      <w:w id="page-source">Source and rules</w:w>
      <w:w id="search-needs-script">Searching needs JavaScript, which is off in this browser. Everything else works without it; the reading text for any other search tool is among the downloads of each document.</w:w>
      <w:w id="search-words">Words</w:w>
      <w:w id="search-help">“between quotation marks” only these words in this order; the last word may be its beginning</w:w>
      <w:w id="search-document">Document</w:w>
      <w:w id="search-who">Speaker</w:w>
      <w:w id="search-part">Sitting or part</w:w>
      <w:w id="search-kind">Kind of text</w:w>
      <w:w id="search-any">any</w:w>
      <w:w id="search-more">More results</w:w>
      <w:w id="search-kind-speech">Speech</w:w>
      <w:w id="search-kind-resolution">Resolution or motion</w:w>
      <w:w id="search-kind-vote">Vote or decision</w:w>
      <w:w id="search-kind-note">Note</w:w>
      <w:w id="search-kind-text">Other text</w:w>
      <w:w id="search-says-found">Found:</w:w>
      <w:w id="search-says-none">Nothing was found.</w:w>
      <w:w id="search-says-similar">Nothing here has these words; similar ones are shown.</w:w>
      <w:w id="most-words">Most words:</w:w>
      <w:w id="notes-here">Notes to this page</w:w>
      <w:w id="in-its-place">in its place</w:w>
      <w:w id="facing-source">Source and rules of this page</w:w>
      <w:w id="facing-text">to the text</w:w>
      <w:w id="named-only">Named, but without a speech</w:w>
      <w:w id="nobody">Not told apart</w:w>
      <w:w id="also-printed">Also printed:</w:w>
      <w:w id="evidence">Evidence</w:w>
      <w:w id="uncertain">uncertain</w:w>
      <w:w id="votes-lead">Figures and outcomes as the minutes state them; nothing is computed.</w:w>
      <w:w id="col-vote">Vote</w:w>
      <w:w id="col-about">On what</w:w>
      <w:w id="col-for">For</w:w>
      <w:w id="col-against">Against</w:w>
      <w:w id="col-abstained">Abstained</w:w>
      <w:w id="col-outcome">Stated outcome</w:w>
      <w:w id="motion-of">speech of</w:w>
      <w:w id="decisions">Decisions</w:w>
      <w:w id="elections">Elections</w:w>
      <w:w id="kind-vote">Vote</w:w>
      <w:w id="kind-decision">Decision</w:w>
      <w:w id="kind-election">Election</w:w>
      <w:w id="kind-resolution">Resolution</w:w>
      <w:w id="kind-motion">Motion</w:w>
      <w:w id="kind-amendment">Amendment</w:w>
      <w:w id="resolutions-lead">Texts that were laid before the meeting: who brought them, what was decided, and their first words.</w:w>
      <w:w id="brought-by">brought by</w:w>
      <w:w id="gaps-lead">What the source lacks, what its editor says about it, and where the encoder is not sure.</w:w>
      <w:w id="gaps">Gaps</w:w>
      <w:w id="col-place">Where</w:w>
      <w:w id="col-reason">Why</w:w>
      <w:w id="col-note">Note</w:w>
      <w:w id="extent">extent</w:w>
      <w:w id="editors-notes">Notes of the editor</w:w>
      <w:w id="corrections">Corrections</w:w>
      <w:w id="col-printed">As printed</w:w>
      <w:w id="col-corrected">Corrected</w:w>
      <w:w id="col-certainty">Certainty</w:w>
      <w:w id="additions">Additions of the editor, and remains of conversion</w:w>
      <w:w id="doubtful-marks">Marks that are not certain</w:w>
      <w:w id="reason-hiatus">missing in the source</w:w>
      <w:w id="reason-ellipsis">the record breaks off</w:w>
      <w:w id="reason-illegible">illegible</w:w>
      <w:w id="cert-low">low</w:w>
      <w:w id="cert-medium">medium</w:w>
      <w:w id="cert-high">high</w:w>
      <w:w id="cert-unknown">unknown</w:w>
      <w:w id="dates-lead">The day in the calendar of today comes first; where the source uses another calendar, its day stands beside it.</w:w>
      <w:w id="col-day">Day (Gregorian)</w:w>
      <w:w id="col-calendar">In the source’s calendar</w:w>
      <w:w id="calendar-julian">Julian</w:w>
      <w:w id="calendar-gregorian">Gregorian</w:w>
      <w:w id="pictures-lead">Words are counted in speeches as printed, without labels. A speech of two counts for both.</w:w>
      <w:w id="share">Share of words</w:w>
      <w:w id="timelines">Who speaks when</w:w>
      <w:w id="timelines-lead">Each row is a speaker, each bar a speech: as wide as it has words, and where it stands in the sitting.</w:w>
      <w:w id="ballots">Votes</w:w>
      <w:w id="answers">Who speaks after whom</w:w>
      <w:w id="answers-lead">Read along the row: how often this speaker takes the floor directly after the one above the column.</w:w>
      <w:w id="col-speaker">Speaker</w:w>
      <w:w id="col-words">Words</w:w>
      <w:w id="col-share">Share</w:w>
      <w:w id="col-speeches">Speeches</w:w>
      <w:w id="beginning">beginning</w:w>
      <w:w id="end">end</w:w>
      <w:w id="as-table">The same as a table</w:w>
      <w:w id="source-lead">On the left the lines of the source, as they are; on the right what was made of them, and by which rule.</w:w>
      <w:w id="line">line</w:w>
      <w:w id="no-rule">no rule</w:w>
      <w:w id="rules-lead">The rules that decided something in this text, in the order in which they are tried.</w:w>
      <w:w id="profile">Profile</w:w>
      <w:w id="other-profile">This profile is not installed here in the same version: only the names of its rules are known.</w:w>
      <w:w id="layer-division">division</w:w>
      <w:w id="layer-block">block</w:w>
      <w:w id="layer-inline">within the line</w:w>
      <w:w id="layer-step">step</w:w>
      <w:w id="layer-plain">left as it is</w:w>
      <w:w id="of-them-doubtful">of them not certain</w:w>
      <w:w id="pattern">Pattern</w:w>
      <w:w id="about-lead">How this edition was made, how to cite it, and what its TEI header says.</w:w>
      <w:w id="proof">Proof</w:w>
      <w:w id="proof-equal">The text of the TEI has been compared with the checksum of the source when these pages were made: it is the source, character for character.</w:w>
      <w:w id="proof-unknown">Not repeated when these pages were made; tei-encoder proof compares the file with its source.</w:w>
      <w:w id="schema">Schema</w:w>
      <w:w id="checksum">SHA-256 of the TEI file</w:w>
      <w:w id="cite">How to cite</w:w>
      <w:w id="cite-place">A single place: add the address behind its # sign, such as #sp.17.</w:w>
      <w:w id="shown">Shown:</w:w>
      <w:w id="downloads">Downloads</w:w>
      <w:w id="file-tei">TEI</w:w>
      <w:w id="file-parla-clarin">Parla-CLARIN</w:w>
      <w:w id="file-text">Reading text</w:w>
      <w:w id="file-markdown">Markdown</w:w>
      <w:w id="file-dc">Dublin Core</w:w>
      <w:w id="file-tsv-speeches">Speeches (TSV)</w:w>
      <w:w id="file-csv-speeches">Speeches (CSV)</w:w>
      <w:w id="file-tsv-votes">Votes (TSV)</w:w>
      <w:w id="file-csv-votes">Votes (CSV)</w:w>
      <w:w id="file-json">JSON</w:w>
      <w:w id="file-bib">BibTeX</w:w>
      <w:w id="genre-minutes">minutes</w:w>
      <w:w id="genre-speech">speech</w:w>
      <w:w id="genre-article">article</w:w>
      <w:w id="genre-parliament">parliamentary debate</w:w>
      <w:w id="genre-interview">interview</w:w>
      <w:w id="genre-drama">play</w:w>
      <w:w id="genre-reported">reported debate</w:w>
      <w:w id="genre-plain">text</w:w>
      <w:w id="begin-reading">Begin reading:</w:w>
      <w:w id="untitled">Untitled document</w:w>
      <w:w id="faults">Faults of the copy</w:w>
      <w:w id="both">printed and corrected</w:w>
      <w:w id="printed">as printed</w:w>
      <w:w id="corrected">corrected</w:w>
      <w:w id="how-to-read">How to read this page</w:w>
      <w:w id="legend-permalink">Move to a speech, a vote, a note or a heading to see its permanent link:</w:w>
      <w:w id="legend-line">the line of the source, and its rules</w:w>
      <w:w id="reported">reported</w:w>
      <w:w id="legend-reported">the minute-taker tells what was said, not in the speaker’s own words</w:w>
      <w:w id="legend-stage">what happened in the room</w:w>
      <w:w id="legend-said">a voice that interrupts</w:w>
      <w:w id="legend-narration">A paragraph without a speaker, from the margin: the minute-taker’s own words</w:w>
      <w:w id="legend-vote">a vote, a decision, an election, as recorded</w:w>
      <w:w id="legend-quote">a resolution, a motion, an amendment, as quoted</w:w>
      <w:w id="legend-gap">something is missing in the source</w:w>
      <w:w id="legend-choice">a fault of the copy, and its correction</w:w>
      <w:w id="legend-supplied">words added by an editor of the source</w:w>
      <w:w id="legend-surplus">left over from copying or conversion</w:w>
      <w:w id="legend-page">page 2 of the source begins</w:w>
      <w:w id="legend-cert">a mark that the encoder is not certain of</w:w>
      <w:w id="boilerplate">Remains of the page the source was copied from</w:w>
      <w:w id="notes">Notes</w:w>
      <w:w id="to-contents">Contents</w:w>
      <w:w id="permalink">Permanent link to</w:w>
      <w:w id="certainty">certainty of this mark:</w:w>
      <w:w id="continued">continued</w:w>
      <w:w id="continued-above">continued from above</w:w>
      <w:w id="continued-below">continued below</w:w>
      <w:w id="on-this">on this</w:w>
      <w:w id="gap">gap</w:w>
      <w:w id="no-such-note">the source has no such note</w:w>
      <w:w id="back">Back to the text</w:w>
      <w:w id="no-anchor">no anchor in the text</w:w>
      <w:w id="read">read:</w:w>
      <w:w id="page-begins">page begins here</w:w>
      <w:w id="table">Table</w:w>
      <w:w id="votes">Votes</w:w>
      <w:w id="persons">Persons</w:w>
      <w:w id="no-speech">no speech</w:w>
      <w:w id="about-encoding">About this encoding</w:w>
      <w:w id="about-page">This page is a reading view made from the TEI file of the same name; the TEI file is the edition.</w:w>
      <w:w id="responsible">Responsible</w:w>
      <w:w id="extent-of">Extent</w:w>
      <w:w id="published">Published by</w:w>
      <w:w id="licence">Licence</w:w>
      <w:w id="source">Source</w:w>
      <w:w id="encoded-by">Encoded by</w:w>
      <w:w id="idno-filename">file</w:w>
      <w:w id="idno-sha256">SHA-256</w:w>
      <w:w id="idno-profile">profile</w:w>
      <w:w id="idno-profileVersion">version</w:w>
      <w:w id="idno-profileSha256">SHA-256</w:w>
      <w:w id="principles">Principles</w:w>
      <w:w id="calendars">Calendars</w:w>
      <w:w id="changes">Changes</w:w>
      <w:w id="carried">carried</w:w>
      <w:w id="rejected">rejected</w:w>
      <w:w id="tabled">tabled</w:w>
      <w:w id="withdrawn">withdrawn</w:w>
      <w:w id="unanimous">unanimous</w:w>
      <w:w id="majority">majority</w:w>
      <w:w id="page-speeches">speeches</w:w>
      <w:n id="documents" one="document" many="documents"/>
      <w:n id="sessions" one="session" many="sessions"/>
      <w:n id="speeches" one="speech" many="speeches"/>
      <w:n id="speakers" one="speaker" many="speakers"/>
      <w:n id="votes" one="vote" many="votes"/>
      <w:n id="gaps" one="gap" many="gaps"/>
      <w:n id="words" one="word" many="words"/>
      <w:n id="mentions" one="mention" many="mentions"/>
      <w:n id="dates" one="date" many="dates"/>
      <w:n id="others" one="other" many="others"/>
      <w:n id="times" one="time" many="times"/>
      <w:n id="rules" one="rule" many="rules"/>
    </w:words>
    <w:words xml:lang="de">
      <w:w id="skip">Zum Text springen</w:w>
      <w:w id="documents">Dokumente</w:w>
      <w:w id="all-documents">Alle Dokumente</w:w>
      <w:w id="menu">Diese Edition</w:w>
      <w:w id="menu-text">Text</w:w>
      <w:w id="contents">Inhalt</w:w>
      <w:w id="part">Teil</w:w>
      <w:w id="turn">Vorige und nächste Seite</w:w>
      <w:w id="use">Zitieren und Herunterladen</w:w>
      <w:w id="made-by">Erstellt mit tei-encoder. Die TEI-Datei ist die Edition; diese Seiten dienen zum Lesen.</w:w>
      <w:w id="page-index">Text</w:w>
      <w:w id="page-speakers">Redner</w:w>
      <w:w id="page-votes">Abstimmungen</w:w>
      <w:w id="page-resolutions">Resolutionen</w:w>
      <w:w id="page-gaps">Lücken und Anmerkungen</w:w>
      <w:w id="page-dates">Daten</w:w>
      <w:w id="page-pictures">Bilder</w:w>
      <w:w id="page-rules">Regeln</w:w>
      <w:w id="page-about">Über die Edition</w:w>
      <w:w id="page-search">Suche</w:w>
      <w:w id="page-source">Quelle und Regeln</w:w>
      <w:w id="search-needs-script">Die Suche braucht JavaScript, das in diesem Browser ausgeschaltet ist. Alles andere geht ohne; der Lesetext für jedes andere Suchprogramm ist unter den Downloads jedes Dokuments.</w:w>
      <w:w id="search-words">Wörter</w:w>
      <w:w id="search-help">„in Anführungszeichen“ nur diese Wörter in dieser Folge; vom letzten Wort genügt der Anfang</w:w>
      <w:w id="search-document">Dokument</w:w>
      <w:w id="search-who">Redner</w:w>
      <w:w id="search-part">Sitzung oder Teil</w:w>
      <w:w id="search-kind">Art des Textes</w:w>
      <w:w id="search-any">alle</w:w>
      <w:w id="search-more">Weitere Treffer</w:w>
      <w:w id="search-kind-speech">Rede</w:w>
      <w:w id="search-kind-resolution">Resolution oder Antrag</w:w>
      <w:w id="search-kind-vote">Abstimmung oder Beschluss</w:w>
      <w:w id="search-kind-note">Anmerkung</w:w>
      <w:w id="search-kind-text">Anderer Text</w:w>
      <w:w id="search-says-found">Treffer:</w:w>
      <w:w id="search-says-none">Nichts gefunden.</w:w>
      <w:w id="search-says-similar">Diese Wörter kommen hier nicht vor; gezeigt werden ähnliche.</w:w>
      <w:w id="most-words">Am meisten Wörter:</w:w>
      <w:w id="notes-here">Anmerkungen zu dieser Seite</w:w>
      <w:w id="in-its-place">an ihrem Ort</w:w>
      <w:w id="facing-source">Quelle und Regeln dieser Seite</w:w>
      <w:w id="facing-text">zum Text</w:w>
      <w:w id="named-only">Genannt, aber ohne Rede</w:w>
      <w:w id="nobody">Nicht unterschieden</w:w>
      <w:w id="also-printed">Auch gedruckt:</w:w>
      <w:w id="evidence">Belege</w:w>
      <w:w id="uncertain">unsicher</w:w>
      <w:w id="votes-lead">Zahlen und Ergebnisse, wie das Protokoll sie angibt; nichts ist berechnet.</w:w>
      <w:w id="col-vote">Abstimmung</w:w>
      <w:w id="col-about">Worüber</w:w>
      <w:w id="col-for">Dafür</w:w>
      <w:w id="col-against">Dagegen</w:w>
      <w:w id="col-abstained">Enthalten</w:w>
      <w:w id="col-outcome">Angegebenes Ergebnis</w:w>
      <w:w id="motion-of">Rede von</w:w>
      <w:w id="decisions">Beschlüsse</w:w>
      <w:w id="elections">Wahlen</w:w>
      <w:w id="kind-vote">Abstimmung</w:w>
      <w:w id="kind-decision">Beschluss</w:w>
      <w:w id="kind-election">Wahl</w:w>
      <w:w id="kind-resolution">Resolution</w:w>
      <w:w id="kind-motion">Antrag</w:w>
      <w:w id="kind-amendment">Änderungsantrag</w:w>
      <w:w id="resolutions-lead">Texte, die der Versammlung vorlagen: wer sie einbrachte, was beschlossen wurde, und ihre ersten Wörter.</w:w>
      <w:w id="brought-by">eingebracht von</w:w>
      <w:w id="gaps-lead">Was der Quelle fehlt, was ihr Herausgeber dazu sagt, und wo der Kodierer nicht sicher ist.</w:w>
      <w:w id="gaps">Lücken</w:w>
      <w:w id="col-place">Wo</w:w>
      <w:w id="col-reason">Warum</w:w>
      <w:w id="col-note">Anmerkung</w:w>
      <w:w id="extent">Umfang</w:w>
      <w:w id="editors-notes">Anmerkungen des Herausgebers</w:w>
      <w:w id="corrections">Korrekturen</w:w>
      <w:w id="col-printed">Wie gedruckt</w:w>
      <w:w id="col-corrected">Korrigiert</w:w>
      <w:w id="col-certainty">Sicherheit</w:w>
      <w:w id="additions">Zusätze des Herausgebers und Reste der Umwandlung</w:w>
      <w:w id="doubtful-marks">Auszeichnungen, die nicht sicher sind</w:w>
      <w:w id="reason-hiatus">fehlt in der Quelle</w:w>
      <w:w id="reason-ellipsis">die Niederschrift bricht ab</w:w>
      <w:w id="reason-illegible">unleserlich</w:w>
      <w:w id="cert-low">niedrig</w:w>
      <w:w id="cert-medium">mittel</w:w>
      <w:w id="cert-high">hoch</w:w>
      <w:w id="cert-unknown">unbekannt</w:w>
      <w:w id="dates-lead">Zuerst steht der Tag im heutigen Kalender; wo die Quelle einen anderen Kalender hat, steht ihr Tag daneben.</w:w>
      <w:w id="col-day">Tag (gregorianisch)</w:w>
      <w:w id="col-calendar">Im Kalender der Quelle</w:w>
      <w:w id="calendar-julian">julianisch</w:w>
      <w:w id="calendar-gregorian">gregorianisch</w:w>
      <w:w id="pictures-lead">Gezählt sind die Wörter der Reden wie gedruckt, ohne Rednernamen. Eine Rede von zweien zählt für beide.</w:w>
      <w:w id="share">Anteil an den Wörtern</w:w>
      <w:w id="timelines">Wer wann spricht</w:w>
      <w:w id="timelines-lead">Jede Zeile ist ein Redner, jeder Balken eine Rede: so breit, wie sie Wörter hat, und dort, wo sie in der Sitzung steht.</w:w>
      <w:w id="ballots">Abstimmungen</w:w>
      <w:w id="answers">Wer nach wem spricht</w:w>
      <w:w id="answers-lead">Zeilenweise zu lesen: wie oft dieser Redner gleich nach dem das Wort nimmt, der über der Spalte steht.</w:w>
      <w:w id="col-speaker">Redner</w:w>
      <w:w id="col-words">Wörter</w:w>
      <w:w id="col-share">Anteil</w:w>
      <w:w id="col-speeches">Reden</w:w>
      <w:w id="beginning">Anfang</w:w>
      <w:w id="end">Ende</w:w>
      <w:w id="as-table">Dasselbe als Tabelle</w:w>
      <w:w id="source-lead">Links die Zeilen der Quelle, wie sie sind; rechts, was aus ihnen wurde, und nach welcher Regel.</w:w>
      <w:w id="line">Zeile</w:w>
      <w:w id="no-rule">keine Regel</w:w>
      <w:w id="rules-lead">Die Regeln, die in diesem Text etwas entschieden haben, in der Reihenfolge, in der sie versucht werden.</w:w>
      <w:w id="profile">Profil</w:w>
      <w:w id="other-profile">Dieses Profil ist hier nicht in derselben Fassung vorhanden: nur die Namen seiner Regeln sind bekannt.</w:w>
      <w:w id="layer-division">Abschnitt</w:w>
      <w:w id="layer-block">Block</w:w>
      <w:w id="layer-inline">in der Zeile</w:w>
      <w:w id="layer-step">Schritt</w:w>
      <w:w id="layer-plain">unverändert</w:w>
      <w:w id="of-them-doubtful">davon unsicher</w:w>
      <w:w id="pattern">Muster</w:w>
      <w:w id="about-lead">Wie diese Edition gemacht ist, wie man sie zitiert, und was der TEI-Header sagt.</w:w>
      <w:w id="proof">Beweis</w:w>
      <w:w id="proof-equal">Der Text der TEI-Datei wurde beim Erstellen dieser Seiten mit der Prüfsumme der Quelle verglichen: er ist die Quelle, Zeichen für Zeichen.</w:w>
      <w:w id="proof-unknown">Beim Erstellen dieser Seiten nicht wiederholt; tei-encoder proof vergleicht die Datei mit ihrer Quelle.</w:w>
      <w:w id="schema">Schema</w:w>
      <w:w id="checksum">SHA-256 der TEI-Datei</w:w>
      <w:w id="cite">Zitieren</w:w>
      <w:w id="cite-place">Eine einzelne Stelle: dazu die Adresse hinter ihrem Zeichen #, etwa #sp.17.</w:w>
      <w:w id="shown">Gezeigt:</w:w>
      <w:w id="downloads">Downloads</w:w>
      <w:w id="file-tei">TEI</w:w>
      <w:w id="file-parla-clarin">Parla-CLARIN</w:w>
      <w:w id="file-text">Lesetext</w:w>
      <w:w id="file-markdown">Markdown</w:w>
      <w:w id="file-dc">Dublin Core</w:w>
      <w:w id="file-tsv-speeches">Reden (TSV)</w:w>
      <w:w id="file-csv-speeches">Reden (CSV)</w:w>
      <w:w id="file-tsv-votes">Abstimmungen (TSV)</w:w>
      <w:w id="file-csv-votes">Abstimmungen (CSV)</w:w>
      <w:w id="file-json">JSON</w:w>
      <w:w id="file-bib">BibTeX</w:w>
      <w:w id="genre-minutes">Protokoll</w:w>
      <w:w id="genre-speech">Rede</w:w>
      <w:w id="genre-article">Artikel</w:w>
      <w:w id="genre-parliament">Parlamentsdebatte</w:w>
      <w:w id="genre-interview">Gespräch</w:w>
      <w:w id="genre-drama">Theaterstück</w:w>
      <w:w id="genre-reported">berichtete Debatte</w:w>
      <w:w id="genre-plain">Text</w:w>
      <w:w id="begin-reading">Zu lesen beginnen:</w:w>
      <w:w id="untitled">Dokument ohne Titel</w:w>
      <w:w id="faults">Fehler der Vorlage</w:w>
      <w:w id="both">gedruckt und korrigiert</w:w>
      <w:w id="printed">wie gedruckt</w:w>
      <w:w id="corrected">korrigiert</w:w>
      <w:w id="how-to-read">So liest man diese Seite</w:w>
      <w:w id="legend-permalink">An einer Rede, Abstimmung, Anmerkung oder Überschrift erscheint ihre feste Adresse:</w:w>
      <w:w id="legend-line">die Zeile der Quelle, mit ihren Regeln</w:w>
      <w:w id="reported">berichtet</w:w>
      <w:w id="legend-reported">der Protokollführer berichtet, nicht in den Worten des Redners</w:w>
      <w:w id="legend-stage">was im Saal geschieht</w:w>
      <w:w id="legend-said">eine Stimme, die unterbricht</w:w>
      <w:w id="legend-narration">Ein Absatz ohne Redner, am Rand beginnend: die Worte des Protokollführers</w:w>
      <w:w id="legend-vote">eine Abstimmung, ein Beschluss, eine Wahl, wie verzeichnet</w:w>
      <w:w id="legend-quote">eine Resolution, ein Antrag, eine Änderung, wie zitiert</w:w>
      <w:w id="legend-gap">in der Quelle fehlt etwas</w:w>
      <w:w id="legend-choice">ein Fehler der Vorlage und seine Korrektur</w:w>
      <w:w id="legend-supplied">Worte eines Herausgebers der Quelle</w:w>
      <w:w id="legend-surplus">vom Abschreiben oder Umwandeln übrig</w:w>
      <w:w id="legend-page">hier beginnt Seite 2 der Quelle</w:w>
      <w:w id="legend-cert">eine Auszeichnung, deren der Kodierer nicht sicher ist</w:w>
      <w:w id="boilerplate">Reste der Webseite, von der die Quelle kopiert ist</w:w>
      <w:w id="notes">Anmerkungen</w:w>
      <w:w id="to-contents">Inhalt</w:w>
      <w:w id="permalink">Feste Adresse von</w:w>
      <w:w id="certainty">Sicherheit dieser Auszeichnung:</w:w>
      <w:w id="continued">Fortsetzung</w:w>
      <w:w id="continued-above">Fortsetzung von oben</w:w>
      <w:w id="continued-below">Fortsetzung unten</w:w>
      <w:w id="on-this">hierzu</w:w>
      <w:w id="gap">Lücke</w:w>
      <w:w id="no-such-note">die Quelle hat keine solche Anmerkung</w:w>
      <w:w id="back">Zurück zum Text</w:w>
      <w:w id="no-anchor">ohne Zeichen im Text</w:w>
      <w:w id="read">lies:</w:w>
      <w:w id="page-begins">hier beginnt die Seite</w:w>
      <w:w id="table">Tabelle</w:w>
      <w:w id="votes">Abstimmungen</w:w>
      <w:w id="persons">Personen</w:w>
      <w:w id="no-speech">keine Rede</w:w>
      <w:w id="about-encoding">Über diese Kodierung</w:w>
      <w:w id="about-page">Diese Seite ist eine Leseansicht der gleichnamigen TEI-Datei; die TEI-Datei ist die Edition.</w:w>
      <w:w id="responsible">Verantwortlich</w:w>
      <w:w id="extent-of">Umfang</w:w>
      <w:w id="published">Veröffentlicht von</w:w>
      <w:w id="licence">Lizenz</w:w>
      <w:w id="source">Quelle</w:w>
      <w:w id="encoded-by">Kodiert mit</w:w>
      <w:w id="idno-filename">Datei</w:w>
      <w:w id="idno-sha256">SHA-256</w:w>
      <w:w id="idno-profile">Profil</w:w>
      <w:w id="idno-profileVersion">Version</w:w>
      <w:w id="idno-profileSha256">SHA-256</w:w>
      <w:w id="principles">Grundsätze</w:w>
      <w:w id="calendars">Kalender</w:w>
      <w:w id="changes">Änderungen</w:w>
      <w:w id="carried">angenommen</w:w>
      <w:w id="rejected">abgelehnt</w:w>
      <w:w id="tabled">vertagt</w:w>
      <w:w id="withdrawn">zurückgezogen</w:w>
      <w:w id="unanimous">einstimmig</w:w>
      <w:w id="majority">mit Mehrheit</w:w>
      <w:w id="page-speeches">Reden</w:w>
      <w:n id="documents" one="Dokument" many="Dokumente"/>
      <w:n id="sessions" one="Sitzung" many="Sitzungen"/>
      <w:n id="speeches" one="Rede" many="Reden"/>
      <w:n id="speakers" one="Redner" many="Redner"/>
      <w:n id="votes" one="Abstimmung" many="Abstimmungen"/>
      <w:n id="gaps" one="Lücke" many="Lücken"/>
      <w:n id="words" one="Wort" many="Wörter"/>
      <w:n id="mentions" one="Erwähnung" many="Erwähnungen"/>
      <w:n id="dates" one="Datum" many="Daten"/>
      <w:n id="others" one="weiterer" many="weitere"/>
      <w:n id="times" one="Mal" many="Mal"/>
      <w:n id="rules" one="Regel" many="Regeln"/>
    </w:words>
    <w:words xml:lang="fr">
      <w:w id="skip">Aller au texte</w:w>
      <w:w id="documents">Documents</w:w>
      <w:w id="all-documents">Tous les documents</w:w>
      <w:w id="menu">Cette édition</w:w>
      <w:w id="menu-text">Texte</w:w>
      <w:w id="contents">Sommaire</w:w>
      <w:w id="part">Partie</w:w>
      <w:w id="turn">Page précédente et suivante</w:w>
      <w:w id="use">Citer et télécharger</w:w>
      <w:w id="made-by">Fait avec tei-encoder. Le fichier TEI est l’édition ; ces pages servent à la lire.</w:w>
      <w:w id="page-index">Texte</w:w>
      <w:w id="page-speakers">Orateurs</w:w>
      <w:w id="page-votes">Votes</w:w>
      <w:w id="page-resolutions">Résolutions</w:w>
      <w:w id="page-gaps">Lacunes et notes</w:w>
      <w:w id="page-dates">Dates</w:w>
      <w:w id="page-pictures">Graphiques</w:w>
      <w:w id="page-rules">Règles</w:w>
      <w:w id="page-about">À propos</w:w>
      <w:w id="page-search">Recherche</w:w>
      <w:w id="page-source">Source et règles</w:w>
      <w:w id="search-needs-script">La recherche a besoin de JavaScript, qui est désactivé dans ce navigateur. Tout le reste marche sans ; le texte de lecture, pour tout autre outil, est parmi les fichiers à télécharger de chaque document.</w:w>
      <w:w id="search-words">Mots</w:w>
      <w:w id="search-help">« entre guillemets » seulement ces mots dans cet ordre ; du dernier mot, le début suffit</w:w>
      <w:w id="search-document">Document</w:w>
      <w:w id="search-who">Orateur</w:w>
      <w:w id="search-part">Séance ou partie</w:w>
      <w:w id="search-kind">Type de texte</w:w>
      <w:w id="search-any">tous</w:w>
      <w:w id="search-more">Autres résultats</w:w>
      <w:w id="search-kind-speech">Discours</w:w>
      <w:w id="search-kind-resolution">Résolution ou motion</w:w>
      <w:w id="search-kind-vote">Vote ou décision</w:w>
      <w:w id="search-kind-note">Note</w:w>
      <w:w id="search-kind-text">Autre texte</w:w>
      <w:w id="search-says-found">Résultats :</w:w>
      <w:w id="search-says-none">Aucun résultat.</w:w>
      <w:w id="search-says-similar">Ces mots ne se trouvent pas ici ; en voici de semblables.</w:w>
      <w:w id="most-words">Le plus de mots :</w:w>
      <w:w id="notes-here">Notes de cette page</w:w>
      <w:w id="in-its-place">à sa place</w:w>
      <w:w id="facing-source">Source et règles de cette page</w:w>
      <w:w id="facing-text">au texte</w:w>
      <w:w id="named-only">Nommés, mais sans discours</w:w>
      <w:w id="nobody">Non distingués</w:w>
      <w:w id="also-printed">Aussi imprimé :</w:w>
      <w:w id="evidence">Preuves</w:w>
      <w:w id="uncertain">incertain</w:w>
      <w:w id="votes-lead">Chiffres et résultats tels que le procès-verbal les donne ; rien n’est calculé.</w:w>
      <w:w id="col-vote">Vote</w:w>
      <w:w id="col-about">Objet</w:w>
      <w:w id="col-for">Pour</w:w>
      <w:w id="col-against">Contre</w:w>
      <w:w id="col-abstained">Abstentions</w:w>
      <w:w id="col-outcome">Résultat indiqué</w:w>
      <w:w id="motion-of">discours de</w:w>
      <w:w id="decisions">Décisions</w:w>
      <w:w id="elections">Élections</w:w>
      <w:w id="kind-vote">Vote</w:w>
      <w:w id="kind-decision">Décision</w:w>
      <w:w id="kind-election">Élection</w:w>
      <w:w id="kind-resolution">Résolution</w:w>
      <w:w id="kind-motion">Motion</w:w>
      <w:w id="kind-amendment">Amendement</w:w>
      <w:w id="resolutions-lead">Textes soumis à l’assemblée : qui les a proposés, ce qui fut décidé, et leurs premiers mots.</w:w>
      <w:w id="brought-by">proposé par</w:w>
      <w:w id="gaps-lead">Ce qui manque à la source, ce qu’en dit son éditeur, et où l’encodeur n’est pas sûr.</w:w>
      <w:w id="gaps">Lacunes</w:w>
      <w:w id="col-place">Où</w:w>
      <w:w id="col-reason">Pourquoi</w:w>
      <w:w id="col-note">Note</w:w>
      <w:w id="extent">étendue</w:w>
      <w:w id="editors-notes">Notes de l’éditeur</w:w>
      <w:w id="corrections">Corrections</w:w>
      <w:w id="col-printed">Tel qu’imprimé</w:w>
      <w:w id="col-corrected">Corrigé</w:w>
      <w:w id="col-certainty">Certitude</w:w>
      <w:w id="additions">Ajouts de l’éditeur et restes de conversion</w:w>
      <w:w id="doubtful-marks">Balises incertaines</w:w>
      <w:w id="reason-hiatus">manque dans la source</w:w>
      <w:w id="reason-ellipsis">le procès-verbal s’interrompt</w:w>
      <w:w id="reason-illegible">illisible</w:w>
      <w:w id="cert-low">faible</w:w>
      <w:w id="cert-medium">moyenne</w:w>
      <w:w id="cert-high">élevée</w:w>
      <w:w id="cert-unknown">inconnue</w:w>
      <w:w id="dates-lead">Le jour du calendrier actuel vient d’abord ; où la source suit un autre calendrier, son jour est à côté.</w:w>
      <w:w id="col-day">Jour (grégorien)</w:w>
      <w:w id="col-calendar">Dans le calendrier de la source</w:w>
      <w:w id="calendar-julian">julien</w:w>
      <w:w id="calendar-gregorian">grégorien</w:w>
      <w:w id="pictures-lead">On compte les mots des discours tels qu’imprimés, sans les noms. Un discours de deux personnes compte pour les deux.</w:w>
      <w:w id="share">Part des mots</w:w>
      <w:w id="timelines">Qui parle quand</w:w>
      <w:w id="timelines-lead">Chaque ligne est un orateur, chaque barre un discours : large selon ses mots, à sa place dans la séance.</w:w>
      <w:w id="ballots">Votes</w:w>
      <w:w id="answers">Qui parle après qui</w:w>
      <w:w id="answers-lead">À lire par ligne : combien de fois cet orateur prend la parole juste après celui de la colonne.</w:w>
      <w:w id="col-speaker">Orateur</w:w>
      <w:w id="col-words">Mots</w:w>
      <w:w id="col-share">Part</w:w>
      <w:w id="col-speeches">Discours</w:w>
      <w:w id="beginning">début</w:w>
      <w:w id="end">fin</w:w>
      <w:w id="as-table">La même chose en tableau</w:w>
      <w:w id="source-lead">À gauche les lignes de la source, telles quelles ; à droite ce qu’on en a fait, et par quelle règle.</w:w>
      <w:w id="line">ligne</w:w>
      <w:w id="no-rule">aucune règle</w:w>
      <w:w id="rules-lead">Les règles qui ont décidé dans ce texte, dans l’ordre où elles sont essayées.</w:w>
      <w:w id="profile">Profil</w:w>
      <w:w id="other-profile">Ce profil n’est pas installé ici dans la même version : seuls les noms de ses règles sont connus.</w:w>
      <w:w id="layer-division">division</w:w>
      <w:w id="layer-block">bloc</w:w>
      <w:w id="layer-inline">dans la ligne</w:w>
      <w:w id="layer-step">étape</w:w>
      <w:w id="layer-plain">laissé tel quel</w:w>
      <w:w id="of-them-doubtful">incertaines parmi elles</w:w>
      <w:w id="pattern">Motif</w:w>
      <w:w id="about-lead">Comment cette édition est faite, comment la citer, et ce que dit son en-tête TEI.</w:w>
      <w:w id="proof">Preuve</w:w>
      <w:w id="proof-equal">Le texte du fichier TEI a été comparé à la somme de contrôle de la source lors de la création de ces pages : c’est la source, caractère pour caractère.</w:w>
      <w:w id="proof-unknown">Non répétée lors de la création de ces pages ; tei-encoder proof compare le fichier à sa source.</w:w>
      <w:w id="schema">Schéma</w:w>
      <w:w id="checksum">SHA-256 du fichier TEI</w:w>
      <w:w id="cite">Citer</w:w>
      <w:w id="cite-place">Un passage : ajouter l’adresse derrière son signe #, par exemple #sp.17.</w:w>
      <w:w id="shown">Affichés :</w:w>
      <w:w id="downloads">Téléchargements</w:w>
      <w:w id="file-tei">TEI</w:w>
      <w:w id="file-parla-clarin">Parla-CLARIN</w:w>
      <w:w id="file-text">Texte de lecture</w:w>
      <w:w id="file-markdown">Markdown</w:w>
      <w:w id="file-dc">Dublin Core</w:w>
      <w:w id="file-tsv-speeches">Discours (TSV)</w:w>
      <w:w id="file-csv-speeches">Discours (CSV)</w:w>
      <w:w id="file-tsv-votes">Votes (TSV)</w:w>
      <w:w id="file-csv-votes">Votes (CSV)</w:w>
      <w:w id="file-json">JSON</w:w>
      <w:w id="file-bib">BibTeX</w:w>
      <w:w id="genre-minutes">procès-verbal</w:w>
      <w:w id="genre-speech">discours</w:w>
      <w:w id="genre-article">article</w:w>
      <w:w id="genre-parliament">débat parlementaire</w:w>
      <w:w id="genre-interview">entretien</w:w>
      <w:w id="genre-drama">pièce de théâtre</w:w>
      <w:w id="genre-reported">débat rapporté</w:w>
      <w:w id="genre-plain">texte</w:w>
      <w:w id="begin-reading">Commencer la lecture :</w:w>
      <w:w id="untitled">Document sans titre</w:w>
      <w:w id="faults">Fautes de la copie</w:w>
      <w:w id="both">imprimé et corrigé</w:w>
      <w:w id="printed">tel qu’imprimé</w:w>
      <w:w id="corrected">corrigé</w:w>
      <w:w id="how-to-read">Comment lire cette page</w:w>
      <w:w id="legend-permalink">Sur un discours, un vote, une note ou un titre apparaît son adresse permanente :</w:w>
      <w:w id="legend-line">la ligne de la source, avec ses règles</w:w>
      <w:w id="reported">rapporté</w:w>
      <w:w id="legend-reported">le secrétaire rapporte, sans citer les paroles de l’orateur</w:w>
      <w:w id="legend-stage">ce qui se passe dans la salle</w:w>
      <w:w id="legend-said">une voix qui interrompt</w:w>
      <w:w id="legend-narration">Un paragraphe sans orateur, à la marge : les mots du secrétaire</w:w>
      <w:w id="legend-vote">un vote, une décision, une élection, comme consignés</w:w>
      <w:w id="legend-quote">une résolution, une motion, un amendement, comme cités</w:w>
      <w:w id="legend-gap">il manque quelque chose dans la source</w:w>
      <w:w id="legend-choice">une faute de la copie, et sa correction</w:w>
      <w:w id="legend-supplied">mots ajoutés par un éditeur de la source</w:w>
      <w:w id="legend-surplus">reste de la copie ou de la conversion</w:w>
      <w:w id="legend-page">ici commence la page 2 de la source</w:w>
      <w:w id="legend-cert">une balise dont l’encodeur n’est pas sûr</w:w>
      <w:w id="boilerplate">Restes de la page dont la source est copiée</w:w>
      <w:w id="notes">Notes</w:w>
      <w:w id="to-contents">Sommaire</w:w>
      <w:w id="permalink">Adresse permanente de</w:w>
      <w:w id="certainty">certitude de cette balise :</w:w>
      <w:w id="continued">suite</w:w>
      <w:w id="continued-above">suite de plus haut</w:w>
      <w:w id="continued-below">suite plus bas</w:w>
      <w:w id="on-this">à ce sujet</w:w>
      <w:w id="gap">lacune</w:w>
      <w:w id="no-such-note">la source n’a pas cette note</w:w>
      <w:w id="back">Retour au texte</w:w>
      <w:w id="no-anchor">sans appel dans le texte</w:w>
      <w:w id="read">lire :</w:w>
      <w:w id="page-begins">la page commence ici</w:w>
      <w:w id="table">Tableau</w:w>
      <w:w id="votes">Votes</w:w>
      <w:w id="persons">Personnes</w:w>
      <w:w id="no-speech">aucun discours</w:w>
      <w:w id="about-encoding">À propos de cet encodage</w:w>
      <w:w id="about-page">Cette page est une vue de lecture du fichier TEI du même nom ; le fichier TEI est l’édition.</w:w>
      <w:w id="responsible">Responsable</w:w>
      <w:w id="extent-of">Étendue</w:w>
      <w:w id="published">Publié par</w:w>
      <w:w id="licence">Licence</w:w>
      <w:w id="source">Source</w:w>
      <w:w id="encoded-by">Encodé par</w:w>
      <w:w id="idno-filename">fichier</w:w>
      <w:w id="idno-sha256">SHA-256</w:w>
      <w:w id="idno-profile">profil</w:w>
      <w:w id="idno-profileVersion">version</w:w>
      <w:w id="idno-profileSha256">SHA-256</w:w>
      <w:w id="principles">Principes</w:w>
      <w:w id="calendars">Calendriers</w:w>
      <w:w id="changes">Modifications</w:w>
      <w:w id="carried">adopté</w:w>
      <w:w id="rejected">rejeté</w:w>
      <w:w id="tabled">ajourné</w:w>
      <w:w id="withdrawn">retiré</w:w>
      <w:w id="unanimous">à l’unanimité</w:w>
      <w:w id="majority">à la majorité</w:w>
      <w:w id="page-speeches">discours</w:w>
      <w:n id="documents" one="document" many="documents"/>
      <w:n id="sessions" one="séance" many="séances"/>
      <w:n id="speeches" one="discours" many="discours"/>
      <w:n id="speakers" one="orateur" many="orateurs"/>
      <w:n id="votes" one="vote" many="votes"/>
      <w:n id="gaps" one="lacune" many="lacunes"/>
      <w:n id="words" one="mot" many="mots"/>
      <w:n id="mentions" one="mention" many="mentions"/>
      <w:n id="dates" one="date" many="dates"/>
      <w:n id="others" one="autre" many="autres"/>
      <w:n id="times" one="fois" many="fois"/>
      <w:n id="rules" one="règle" many="règles"/>
    </w:words>
    <w:words xml:lang="ru">
      <w:w id="skip">К тексту</w:w>
      <w:w id="documents">Документы</w:w>
      <w:w id="all-documents">Все документы</w:w>
      <w:w id="menu">Это издание</w:w>
      <w:w id="menu-text">Текст</w:w>
      <w:w id="contents">Содержание</w:w>
      <w:w id="part">Часть</w:w>
      <w:w id="turn">Предыдущая и следующая страница</w:w>
      <w:w id="use">Цитирование и файлы</w:w>
      <w:w id="made-by">Сделано с помощью tei-encoder. Издание — это файл TEI; эти страницы служат для чтения.</w:w>
      <w:w id="page-index">Текст</w:w>
      <w:w id="page-speakers">Ораторы</w:w>
      <w:w id="page-votes">Голосования</w:w>
      <w:w id="page-resolutions">Резолюции</w:w>
      <w:w id="page-gaps">Пропуски и примечания</w:w>
      <w:w id="page-dates">Даты</w:w>
      <w:w id="page-pictures">Графики</w:w>
      <w:w id="page-rules">Правила</w:w>
      <w:w id="page-about">Об издании</w:w>
      <w:w id="page-search">Поиск</w:w>
      <w:w id="page-source">Источник и правила</w:w>
      <w:w id="search-needs-script">Для поиска нужен JavaScript, который в этом браузере отключён. Всё остальное работает без него; текст для чтения есть среди файлов каждого документа.</w:w>
      <w:w id="search-words">Слова</w:w>
      <w:w id="search-help">«в кавычках» — только эти слова в этом порядке; от последнего слова достаточно начала</w:w>
      <w:w id="search-document">Документ</w:w>
      <w:w id="search-who">Оратор</w:w>
      <w:w id="search-part">Заседание или часть</w:w>
      <w:w id="search-kind">Вид текста</w:w>
      <w:w id="search-any">все</w:w>
      <w:w id="search-more">Ещё результаты</w:w>
      <w:w id="search-kind-speech">Речь</w:w>
      <w:w id="search-kind-resolution">Резолюция или предложение</w:w>
      <w:w id="search-kind-vote">Голосование или решение</w:w>
      <w:w id="search-kind-note">Примечание</w:w>
      <w:w id="search-kind-text">Другой текст</w:w>
      <w:w id="search-says-found">Найдено:</w:w>
      <w:w id="search-says-none">Ничего не найдено.</w:w>
      <w:w id="search-says-similar">Таких слов здесь нет; показаны похожие.</w:w>
      <w:w id="most-words">Больше всего слов:</w:w>
      <w:w id="notes-here">Примечания к этой странице</w:w>
      <w:w id="in-its-place">на своём месте</w:w>
      <w:w id="facing-source">Источник и правила этой страницы</w:w>
      <w:w id="facing-text">к тексту</w:w>
      <w:w id="named-only">Упомянуты, но не выступали</w:w>
      <w:w id="nobody">Не различены</w:w>
      <w:w id="also-printed">Также напечатано:</w:w>
      <w:w id="evidence">Основания</w:w>
      <w:w id="uncertain">неуверенно</w:w>
      <w:w id="votes-lead">Числа и итоги, как они даны в протоколе; ничего не вычислено.</w:w>
      <w:w id="col-vote">Голосование</w:w>
      <w:w id="col-about">О чём</w:w>
      <w:w id="col-for">За</w:w>
      <w:w id="col-against">Против</w:w>
      <w:w id="col-abstained">Воздержались</w:w>
      <w:w id="col-outcome">Указанный итог</w:w>
      <w:w id="motion-of">речь:</w:w>
      <w:w id="decisions">Решения</w:w>
      <w:w id="elections">Выборы</w:w>
      <w:w id="kind-vote">Голосование</w:w>
      <w:w id="kind-decision">Решение</w:w>
      <w:w id="kind-election">Выборы</w:w>
      <w:w id="kind-resolution">Резолюция</w:w>
      <w:w id="kind-motion">Предложение</w:w>
      <w:w id="kind-amendment">Поправка</w:w>
      <w:w id="resolutions-lead">Тексты, внесённые на собрании: кто внёс, что решили, и их начало.</w:w>
      <w:w id="brought-by">внёс:</w:w>
      <w:w id="gaps-lead">Чего нет в источнике, что говорит об этом его редактор и где кодировщик не уверен.</w:w>
      <w:w id="gaps">Пропуски</w:w>
      <w:w id="col-place">Где</w:w>
      <w:w id="col-reason">Почему</w:w>
      <w:w id="col-note">Примечание</w:w>
      <w:w id="extent">объём</w:w>
      <w:w id="editors-notes">Примечания редактора</w:w>
      <w:w id="corrections">Исправления</w:w>
      <w:w id="col-printed">Как напечатано</w:w>
      <w:w id="col-corrected">Исправлено</w:w>
      <w:w id="col-certainty">Уверенность</w:w>
      <w:w id="additions">Добавления редактора и остатки преобразования</w:w>
      <w:w id="doubtful-marks">Неуверенная разметка</w:w>
      <w:w id="reason-hiatus">нет в источнике</w:w>
      <w:w id="reason-ellipsis">запись обрывается</w:w>
      <w:w id="reason-illegible">неразборчиво</w:w>
      <w:w id="cert-low">низкая</w:w>
      <w:w id="cert-medium">средняя</w:w>
      <w:w id="cert-high">высокая</w:w>
      <w:w id="cert-unknown">неизвестна</w:w>
      <w:w id="dates-lead">Сначала день по современному календарю; если у источника другой календарь, его день стоит рядом.</w:w>
      <w:w id="col-day">День (григорианский)</w:w>
      <w:w id="col-calendar">По календарю источника</w:w>
      <w:w id="calendar-julian">юлианский</w:w>
      <w:w id="calendar-gregorian">григорианский</w:w>
      <w:w id="pictures-lead">Считаются слова речей, как напечатано, без имён. Речь двоих считается обоим.</w:w>
      <w:w id="share">Доля слов</w:w>
      <w:w id="timelines">Кто когда говорит</w:w>
      <w:w id="timelines-lead">Каждая строка — оратор, каждая полоса — речь: ширина по числу слов, место — как на заседании.</w:w>
      <w:w id="ballots">Голосования</w:w>
      <w:w id="answers">Кто говорит после кого</w:w>
      <w:w id="answers-lead">Читать по строке: сколько раз этот оратор берёт слово сразу после того, кто назван над столбцом.</w:w>
      <w:w id="col-speaker">Оратор</w:w>
      <w:w id="col-words">Слов</w:w>
      <w:w id="col-share">Доля</w:w>
      <w:w id="col-speeches">Речи</w:w>
      <w:w id="beginning">начало</w:w>
      <w:w id="end">конец</w:w>
      <w:w id="as-table">То же таблицей</w:w>
      <w:w id="source-lead">Слева строки источника, как они есть; справа — что из них сделано и по какому правилу.</w:w>
      <w:w id="line">строка</w:w>
      <w:w id="no-rule">нет правила</w:w>
      <w:w id="rules-lead">Правила, сработавшие в этом тексте, в том порядке, в каком они проверяются.</w:w>
      <w:w id="profile">Профиль</w:w>
      <w:w id="other-profile">Этого профиля той же версии здесь нет: известны только названия его правил.</w:w>
      <w:w id="layer-division">раздел</w:w>
      <w:w id="layer-block">блок</w:w>
      <w:w id="layer-inline">внутри строки</w:w>
      <w:w id="layer-step">шаг</w:w>
      <w:w id="layer-plain">без разметки</w:w>
      <w:w id="of-them-doubtful">из них неуверенно</w:w>
      <w:w id="pattern">Образец</w:w>
      <w:w id="about-lead">Как сделано издание, как его цитировать и что сказано в заголовке TEI.</w:w>
      <w:w id="proof">Проверка</w:w>
      <w:w id="proof-equal">При создании этих страниц текст TEI сверен с контрольной суммой источника: это источник, знак за знаком.</w:w>
      <w:w id="proof-unknown">При создании этих страниц не повторена; tei-encoder proof сравнивает файл с источником.</w:w>
      <w:w id="schema">Схема</w:w>
      <w:w id="checksum">SHA-256 файла TEI</w:w>
      <w:w id="cite">Как цитировать</w:w>
      <w:w id="cite-place">Отдельное место: добавьте адрес за его знаком #, например #sp.17.</w:w>
      <w:w id="shown">Показано:</w:w>
      <w:w id="downloads">Файлы</w:w>
      <w:w id="file-tei">TEI</w:w>
      <w:w id="file-parla-clarin">Parla-CLARIN</w:w>
      <w:w id="file-text">Текст для чтения</w:w>
      <w:w id="file-markdown">Markdown</w:w>
      <w:w id="file-dc">Dublin Core</w:w>
      <w:w id="file-tsv-speeches">Речи (TSV)</w:w>
      <w:w id="file-csv-speeches">Речи (CSV)</w:w>
      <w:w id="file-tsv-votes">Голосования (TSV)</w:w>
      <w:w id="file-csv-votes">Голосования (CSV)</w:w>
      <w:w id="file-json">JSON</w:w>
      <w:w id="file-bib">BibTeX</w:w>
      <w:w id="genre-minutes">протокол</w:w>
      <w:w id="genre-speech">речь</w:w>
      <w:w id="genre-article">статья</w:w>
      <w:w id="genre-parliament">парламентские прения</w:w>
      <w:w id="genre-interview">беседа</w:w>
      <w:w id="genre-drama">пьеса</w:w>
      <w:w id="genre-reported">пересказанные прения</w:w>
      <w:w id="genre-plain">текст</w:w>
      <w:w id="begin-reading">Начать чтение:</w:w>
      <w:w id="untitled">Документ без названия</w:w>
      <w:w id="faults">Ошибки копии</w:w>
      <w:w id="both">напечатанное и исправленное</w:w>
      <w:w id="printed">как напечатано</w:w>
      <w:w id="corrected">исправленное</w:w>
      <w:w id="how-to-read">Как читать эту страницу</w:w>
      <w:w id="legend-permalink">У речи, голосования, примечания или заголовка появляется постоянная ссылка:</w:w>
      <w:w id="legend-line">строка источника с её правилами</w:w>
      <w:w id="reported">пересказ</w:w>
      <w:w id="legend-reported">секретарь пересказывает, не словами оратора</w:w>
      <w:w id="legend-stage">что происходит в зале</w:w>
      <w:w id="legend-said">голос, который прерывает</w:w>
      <w:w id="legend-narration">Абзац без оратора, от края: слова секретаря</w:w>
      <w:w id="legend-vote">голосование, решение, выборы, как записано</w:w>
      <w:w id="legend-quote">резолюция, предложение, поправка, как процитировано</w:w>
      <w:w id="legend-gap">в источнике чего-то нет</w:w>
      <w:w id="legend-choice">ошибка копии и её исправление</w:w>
      <w:w id="legend-supplied">слова редактора источника</w:w>
      <w:w id="legend-surplus">осталось от копирования или преобразования</w:w>
      <w:w id="legend-page">здесь начинается страница 2 источника</w:w>
      <w:w id="legend-cert">разметка, в которой кодировщик не уверен</w:w>
      <w:w id="boilerplate">Остатки страницы, с которой скопирован источник</w:w>
      <w:w id="notes">Примечания</w:w>
      <w:w id="to-contents">Содержание</w:w>
      <w:w id="permalink">Постоянная ссылка на</w:w>
      <w:w id="certainty">уверенность в этой разметке:</w:w>
      <w:w id="continued">продолжение</w:w>
      <w:w id="continued-above">продолжение (начало выше)</w:w>
      <w:w id="continued-below">продолжение ниже</w:w>
      <w:w id="on-this">об этом</w:w>
      <w:w id="gap">пропуск</w:w>
      <w:w id="no-such-note">такого примечания в источнике нет</w:w>
      <w:w id="back">Назад к тексту</w:w>
      <w:w id="no-anchor">без знака в тексте</w:w>
      <w:w id="read">читать:</w:w>
      <w:w id="page-begins">здесь начинается страница</w:w>
      <w:w id="table">Таблица</w:w>
      <w:w id="votes">Голосования</w:w>
      <w:w id="persons">Лица</w:w>
      <w:w id="no-speech">нет речей</w:w>
      <w:w id="about-encoding">Об этой разметке</w:w>
      <w:w id="about-page">Эта страница — вид для чтения одноимённого файла TEI; издание — файл TEI.</w:w>
      <w:w id="responsible">Ответственный</w:w>
      <w:w id="extent-of">Объём</w:w>
      <w:w id="published">Опубликовано</w:w>
      <w:w id="licence">Лицензия</w:w>
      <w:w id="source">Источник</w:w>
      <w:w id="encoded-by">Размечено</w:w>
      <w:w id="idno-filename">файл</w:w>
      <w:w id="idno-sha256">SHA-256</w:w>
      <w:w id="idno-profile">профиль</w:w>
      <w:w id="idno-profileVersion">версия</w:w>
      <w:w id="idno-profileSha256">SHA-256</w:w>
      <w:w id="principles">Принципы</w:w>
      <w:w id="calendars">Календари</w:w>
      <w:w id="changes">Изменения</w:w>
      <w:w id="carried">принято</w:w>
      <w:w id="rejected">отклонено</w:w>
      <w:w id="tabled">отложено</w:w>
      <w:w id="withdrawn">снято</w:w>
      <w:w id="unanimous">единогласно</w:w>
      <w:w id="majority">большинством</w:w>
      <w:w id="page-speeches">речей</w:w>
      <w:n id="documents" one="документ" few="документа" many="документов"/>
      <w:n id="sessions" one="заседание" few="заседания" many="заседаний"/>
      <w:n id="speeches" one="речь" few="речи" many="речей"/>
      <w:n id="speakers" one="оратор" few="оратора" many="ораторов"/>
      <w:n id="votes" one="голосование" few="голосования" many="голосований"/>
      <w:n id="gaps" one="пропуск" few="пропуска" many="пропусков"/>
      <w:n id="words" one="слово" few="слова" many="слов"/>
      <w:n id="mentions" one="упоминание" few="упоминания" many="упоминаний"/>
      <w:n id="dates" one="дата" few="даты" many="дат"/>
      <w:n id="others" one="другой" few="других" many="других"/>
      <w:n id="times" one="раз" few="раза" many="раз"/>
      <w:n id="rules" one="правило" few="правила" many="правил"/>
    </w:words>
  </xsl:variable>
</xsl:stylesheet>
