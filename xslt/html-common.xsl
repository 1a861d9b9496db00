<?xml version="1.0" encoding="UTF-8"?>
<!-- What every part needs: keys, attributes, permalinks, safe links, white space. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <!-- The page of an edition that is wanted; empty for a document on one page. -->
  <xsl:param name="page"/>

  <!-- The document: alone, or in the tree of an edition. -->
  <xsl:variable name="tei" select="/t:TEI | /e:edition/t:TEI"/>

  <xsl:key name="pages" match="e:pages/e:page" use="@key"/>
  <xsl:key name="on-page" match="t:*[@e:page]" use="@e:page"/>
  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="anchors" match="t:text//t:ref[@type = 'noteAnchor']" use="@target"/>

  <xsl:variable name="capitals" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="smalls" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <!--
    U+00A0 becomes a space: some sources have no other space, and their lines could never wrap. Where a word goes on
    across the line end, neither the newline nor the spaces before it are shown; the x keeps a space at the beginning.
    (A test, not a pattern with a predicate: for those libxslt counts the siblings, and long documents take minutes.)
  -->
  <xsl:template match="text()">
    <xsl:variable name="text" select="translate(., '&#160;', ' ')"/>
    <xsl:choose>
      <xsl:when test="following-sibling::node()[1]/self::t:lb/@break = 'no'">
        <xsl:value-of select="substring(normalize-space(concat('x', $text)), 2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes an HTML element takes over from its TEI element: class, id, lang, certainty. -->
  <xsl:template name="attributes">
    <xsl:param name="class"/>
    <xsl:param name="title"/>
    <xsl:if test="normalize-space($class) != ''"><xsl:attribute name="class"><xsl:value-of select="normalize-space($class)"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:lang and translate(@xml:lang, concat($capitals, $smalls, '-0123456789'), '') = ''"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
    <xsl:variable name="doubtful" select="@cert = 'low' or @cert = 'medium' or @cert = 'unknown'"/>
    <xsl:if test="$doubtful"><xsl:attribute name="data-cert"><xsl:value-of select="@cert"/></xsl:attribute></xsl:if>
    <xsl:if test="$title != '' or $doubtful">
      <xsl:attribute name="title">
        <xsl:value-of select="$title"/>
        <xsl:if test="$title != '' and $doubtful">; </xsl:if>
        <xsl:if test="$doubtful"><xsl:value-of select="concat($word-certainty, ' ', $w[@id = concat('cert-', current()/@cert)])"/></xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- An address for the present element, shown when the pointer or the focus is on it; and its line of the source. -->
  <xsl:template name="permalink">
    <xsl:if test="@xml:id"><xsl:call-template name="permalink-to"><xsl:with-param name="id" select="@xml:id"/></xsl:call-template></xsl:if>
    <xsl:call-template name="line-link"/>
  </xsl:template>

  <xsl:template name="permalink-to">
    <xsl:param name="id"/>
    <a class="permalink" href="#{$id}" aria-label="{$word-permalink} {$id}" lang="{$tongue}">#</a>
  </xsl:template>

  <!-- Words that stand on a page hundreds of times are looked up once. -->
  <xsl:variable name="word-permalink" select="string($w[@id = 'permalink'])"/>
  <xsl:variable name="word-certainty" select="string($w[@id = 'certainty'])"/>
  <xsl:variable name="word-line" select="string($w[@id = 'line'])"/>

  <!-- The line of the source, as a link to the page that shows it beside the rules. -->
  <xsl:template name="line-link">
    <xsl:if test="@e:line and $source-page">
      <a class="ln" href="{$source-page}#page:L{@e:line}" aria-label="{$word-line} {@e:line}" lang="{$tongue}"><xsl:value-of select="@e:line"/></a>
    </xsl:if>
  </xsl:template>
  <xsl:variable name="source-page" select="/e:edition/e:pages/e:page[@kind = 'source' and @of = $page]/@href"/>

  <!-- The address of the present element, seen from this page: on it, or on another page of the edition. -->
  <xsl:template name="href-of">
    <xsl:param name="id" select="@xml:id"/>
    <xsl:variable name="its" select="ancestor-or-self::t:*[@e:page][1]/@e:page"/>
    <xsl:choose>
      <xsl:when test="self::t:person"><xsl:if test="$page != 'speakers'"><xsl:value-of select="key('pages', 'speakers')/@href"/></xsl:if></xsl:when>
      <xsl:when test="$its and $its != $page"><xsl:value-of select="key('pages', $its)/@href"/></xsl:when>
    </xsl:choose>
    <xsl:value-of select="concat('#', $id)"/>
  </xsl:template>

  <!-- The target of a link, or nothing: places within this document that exist, and http(s) addresses; no other scheme. -->
  <xsl:template name="safe-href">
    <xsl:param name="pointer" select="@target"/>
    <xsl:variable name="first" select="substring-before(concat(normalize-space($pointer), ' '), ' ')"/>
    <xsl:variable name="scheme" select="translate(substring($first, 1, 8), $capitals, $smalls)"/>
    <xsl:choose>
      <xsl:when test="starts-with($first, '#')">
        <xsl:for-each select="key('by-id', substring($first, 2))[ancestor::t:text or self::t:person or self::t:text][1]">
          <xsl:call-template name="href-of"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="starts-with($scheme, 'http://') or $scheme = 'https://'"><xsl:value-of select="$first"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Name of the HTML element: $name, but a div where blocks stand inside (HTML lets no block into p, span or a heading). -->
  <xsl:template name="tag">
    <xsl:param name="name" select="'p'"/>
    <xsl:choose>
      <xsl:when test=".//t:*[self::t:p or self::t:ab or self::t:list or self::t:table or self::t:lg or self::t:l or self::t:sp or self::t:quote[@type]
                             or self::t:floatingText or self::t:opener or self::t:closer or self::t:figure]">div</xsl:when>
      <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A word such as "applause" for a camelCase value such as "notVoting". -->
  <xsl:template name="words">
    <xsl:param name="value"/>
    <!-- The values are short words; no attribute may send this into the depths. -->
    <xsl:if test="$value != '' and string-length($value) &lt; 100">
      <xsl:variable name="char" select="substring($value, 1, 1)"/>
      <xsl:if test="contains($capitals, $char)"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="translate($char, $capitals, $smalls)"/>
      <xsl:call-template name="words">
        <xsl:with-param name="value" select="substring($value, 2)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Plain text of a heading, for the contents: no note anchors, no editor's readings. -->
  <xsl:template match="text()" mode="plain"><xsl:value-of select="translate(., '&#160;', ' ')"/></xsl:template>
  <xsl:template match="t:ref[@type = 'noteAnchor'] | t:note | t:fw | t:corr | t:reg | t:expan | t:ex" mode="plain"/>
</xsl:stylesheet>
