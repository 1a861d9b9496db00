<?xml version="1.0" encoding="UTF-8"?>
<!-- Votes in a table: what was voted on, the figures, the outcome as stated; then decisions and elections. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:key name="ballot" match="e:pictures/e:ballot" use="@id"/>

  <xsl:template match="e:page[@kind = 'votes']" mode="main">
    <xsl:variable name="votes" select="$tei/t:text//t:note[@type = 'vote']"/>
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'votes-lead']"/></xsl:call-template>
    <xsl:if test="$votes">
      <div class="scroll" tabindex="0" role="group" aria-labelledby="page:votes">
        <table class="votes">
          <caption id="page:votes">
            <xsl:call-template name="counted"><xsl:with-param name="number" select="count($votes)"/><xsl:with-param name="what">votes</xsl:with-param></xsl:call-template>
            <xsl:if test="/e:edition/e:pictures/e:ballot"><xsl:call-template name="colours-of-ballots"/></xsl:if>
          </caption>
          <thead>
            <tr>
              <xsl:call-template name="column-heads">
                <xsl:with-param name="ids">col-vote col-about col-for col-against <xsl:if test="$abstained">col-abstained </xsl:if>col-outcome</xsl:with-param>
              </xsl:call-template>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="$votes[position() &lt;= $most]" mode="row"/></tbody>
        </table>
      </div>
      <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($votes)"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="records"><xsl:with-param name="type">decision</xsl:with-param></xsl:call-template>
    <xsl:call-template name="records"><xsl:with-param name="type">election</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="t:note" mode="row">
    <tr>
      <th scope="row"><xsl:call-template name="link-to-record"><xsl:with-param name="words" select="position()"/></xsl:call-template></th>
      <td>
        <xsl:call-template name="voted-on"/>
        <span class="in-session"><xsl:call-template name="in-division"/></span>
        <span class="words"><xsl:call-template name="text-lang"/><xsl:apply-templates select="." mode="excerpt"/></span>
        <xsl:apply-templates select="key('ballot', @xml:id)"/>
      </td>
      <xsl:call-template name="figure"><xsl:with-param name="type">for</xsl:with-param></xsl:call-template>
      <xsl:call-template name="figure"><xsl:with-param name="type">against</xsl:with-param></xsl:call-template>
      <xsl:if test="$abstained"><xsl:call-template name="figure"><xsl:with-param name="type">abstained</xsl:with-param></xsl:call-template></xsl:if>
      <td><xsl:call-template name="outcome"/></td>
    </tr>
  </xsl:template>

  <!-- Whether any vote tells who abstained: else there is no column for it. -->
  <xsl:variable name="abstained" select="boolean($tei/t:text//t:note[@type = 'vote']//t:measure[@type = 'abstained'])"/>

  <!-- What the parts of a bar mean. -->
  <xsl:template name="colours-of-ballots">
    <span class="colours" aria-hidden="true">
      <xsl:text> </xsl:text><i class="for"/><xsl:value-of select="concat(' ', $w[@id = 'col-for'], ' ')"/>
      <i class="against"/><xsl:value-of select="concat(' ', $w[@id = 'col-against'], ' ')"/>
      <xsl:if test="$abstained"><i class="abstained"/><xsl:value-of select="concat(' ', $w[@id = 'col-abstained'])"/></xsl:if>
    </span>
  </xsl:template>

  <!-- The bar says nothing that the figures beside it do not say. -->
  <xsl:template match="e:ballot">
    <svg class="ballot" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="for" x="0" y="0" width="{@for-permille}" height="10"/>
      <rect class="against" x="{@for-permille}" y="0" width="{@against-permille}" height="10"/>
      <xsl:if test="@abstained-permille"><rect class="abstained" x="{@for-permille + @against-permille}" y="0" width="{@abstained-permille}" height="10"/></xsl:if>
    </svg>
  </xsl:template>

  <xsl:template name="link-to-record">
    <xsl:param name="words"/>
    <xsl:variable name="home" select="ancestor-or-self::t:*[@xml:id and ancestor::t:text][1]"/>
    <xsl:choose>
      <xsl:when test="$home">
        <xsl:variable name="href"><xsl:for-each select="$home"><xsl:call-template name="href-of"/></xsl:for-each></xsl:variable>
        <a href="{$href}"><xsl:value-of select="$words"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The motion, speech or division that a vote is about, as the encoder has found it. -->
  <xsl:template name="voted-on">
    <xsl:variable name="about" select="key('by-id', substring-after(substring-before(concat(normalize-space(@corresp), ' '), ' '), '#'))[ancestor::t:text]"/>
    <xsl:if test="$about">
      <span class="about-what">
        <xsl:for-each select="$about[1]">
          <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
          <!-- A quoted motion, or one of several in a quotation. -->
          <xsl:variable name="quoted" select="ancestor-or-self::t:quote[1]"/>
          <a href="{$href}">
            <xsl:choose>
              <xsl:when test="self::t:sp"><xsl:value-of select="$w[@id = 'motion-of']"/><xsl:text> </xsl:text><xsl:call-template name="speaker-name"/></xsl:when>
              <xsl:when test="$quoted"><xsl:value-of select="$w[@id = concat('kind-', $quoted/@type)]"/><xsl:if test="not($w[@id = concat('kind-', $quoted/@type)])"><xsl:value-of select="$quoted/@type"/></xsl:if></xsl:when>
              <xsl:when test="t:head"><xsl:variable name="heading"><xsl:apply-templates select="t:head[1]" mode="plain"/></xsl:variable><xsl:value-of select="normalize-space($heading)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
            </xsl:choose>
          </a>
          <!-- A short speech is the motion itself; of a long one the first words would tell nothing. -->
          <xsl:variable name="said"><xsl:apply-templates select="node()[$quoted] | self::t:sp/node()[not(self::t:speaker)]" mode="plain"/></xsl:variable>
          <xsl:if test="$quoted or (self::t:sp and string-length($said) &lt; 300)">
            <span class="motion"><xsl:call-template name="text-lang"/><xsl:call-template name="beginning"><xsl:with-param name="text" select="normalize-space($said)"/><xsl:with-param name="length" select="160"/></xsl:call-template></span>
          </xsl:if>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- How a place is called: a speech by who gives it, with its id; a division by its heading; else the id. -->
  <xsl:template name="name-of-place">
    <xsl:choose>
      <xsl:when test="self::t:sp"><xsl:call-template name="speaker-name"/> (<xsl:value-of select="@xml:id"/>)</xsl:when>
      <xsl:when test="t:head"><xsl:variable name="heading"><xsl:apply-templates select="t:head[1]" mode="plain"/></xsl:variable><xsl:value-of select="normalize-space($heading)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The name of who gives a speech: of the person, else the label as printed. -->
  <xsl:template name="speaker-name">
    <xsl:variable name="person" select="key('by-id', substring-after(substring-before(concat(normalize-space(@who), ' '), ' '), '#'))[self::t:person]"/>
    <xsl:choose>
      <xsl:when test="$person"><xsl:apply-templates select="$person[1]" mode="name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(translate(t:speaker, '&#160;', ' '))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="records">
    <xsl:param name="type"/>
    <xsl:variable name="found" select="$tei/t:text//t:note[@type = $type]"/>
    <xsl:if test="$found">
      <h2><xsl:value-of select="$w[@id = concat($type, 's')]"/></h2>
      <ul class="entries" role="list">
        <xsl:for-each select="$found[position() &lt;= $most]">
          <li>
            <xsl:call-template name="link-to-record"><xsl:with-param name="words" select="concat($w[@id = concat('kind-', $type)], ' ', position())"/></xsl:call-template>
            <xsl:text> </xsl:text><xsl:call-template name="outcome"/>
            <xsl:text> </xsl:text><xsl:call-template name="voted-on"/>
            <span class="words"><xsl:call-template name="text-lang"/><xsl:apply-templates select="." mode="excerpt"/></span>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($found)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The first words of something, as printed. -->
  <xsl:template match="t:*" mode="excerpt">
    <xsl:param name="length" select="280"/>
    <xsl:variable name="text"><xsl:apply-templates mode="plain"/></xsl:variable>
    <xsl:call-template name="beginning">
      <xsl:with-param name="text" select="normalize-space($text)"/>
      <xsl:with-param name="length" select="$length"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The beginning of a text, to the end of a word; where no spaces are written, to a character. -->
  <xsl:template name="beginning">
    <xsl:param name="text"/>
    <xsl:param name="length"/>
    <xsl:variable name="rest" select="substring-before(concat(substring($text, $length + 1, 30), ' '), ' ')"/>
    <xsl:value-of select="concat(substring($text, 1, $length), substring($rest, 1, 30 * (string-length($rest) &lt; 30)))"/>
    <xsl:if test="string-length($text) &gt; $length + string-length($rest)">&#160;…</xsl:if>
  </xsl:template>
</xsl:stylesheet>
