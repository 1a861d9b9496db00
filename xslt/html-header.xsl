<?xml version="1.0" encoding="UTF-8"?>
<!-- Top of the page (title, author, date, place, reading choice, legend). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:variable name="header" select="$tei/t:teiHeader"/>

  <xsl:template name="document-title">
    <xsl:variable name="title" select="$header/t:fileDesc/t:titleStmt/t:title[not(@type) or @type = 'main'][1]"/>
    <xsl:choose>
      <xsl:when test="normalize-space($title) != ''"><xsl:value-of select="normalize-space($title)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$w[@id = 'untitled']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Title and facts; the present node is TEI. -->
  <xsl:template name="title-block">
      <h1>
        <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
        <xsl:call-template name="document-title"/>
      </h1>
      <xsl:for-each select="$header/t:fileDesc/t:titleStmt/t:title[@type = 'sub']">
        <p class="subtitle"><xsl:value-of select="normalize-space(.)"/></p>
      </xsl:for-each>
      <ul class="facts" role="list">
        <xsl:for-each select="$header/t:fileDesc/t:titleStmt/t:author[normalize-space(.) != '']">
          <li><xsl:value-of select="normalize-space(.)"/></li>
        </xsl:for-each>
        <xsl:call-template name="when-and-where"/>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:div[@type = 'session'])"/>
          <xsl:with-param name="what">sessions</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:sp)"/>
          <xsl:with-param name="what">speeches</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:note[@type = 'vote'])"/>
          <xsl:with-param name="what">votes</xsl:with-param>
        </xsl:call-template>
      </ul>
  </xsl:template>

  <!-- Date and place of the meeting, else of the writing; the words of the header where it has some. -->
  <xsl:template name="when-and-where">
    <xsl:variable name="setting" select="$header/t:profileDesc/t:settingDesc//t:setting[1]"/>
    <xsl:variable name="dates" select="$setting//t:date | $header/t:profileDesc/t:creation[not($setting//t:date)]/t:date"/>
    <xsl:for-each select="$dates[1]"><li><xsl:call-template name="date-in-words"/></li></xsl:for-each>
    <xsl:for-each select="($setting//t:placeName | $setting//t:name | $setting//t:settlement)[normalize-space(.) != ''][1]">
      <li><xsl:value-of select="normalize-space(.)"/></li>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="date-in-words">
    <xsl:choose>
      <xsl:when test="normalize-space(.) != ''"><xsl:value-of select="normalize-space(.)"/></xsl:when>
      <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
      <xsl:when test="@from or @to"><xsl:value-of select="concat(@from, '–', @to)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(@notBefore, '–', @notAfter)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="number"/>
    <xsl:param name="what"/>
    <xsl:if test="$number &gt; 0">
      <li><xsl:call-template name="counted"><xsl:with-param name="number" select="$number"/><xsl:with-param name="what" select="$what"/></xsl:call-template></li>
    </xsl:if>
  </xsl:template>

  <!-- Printed letters, corrected ones, or both: plain CSS (:has), no script. -->
  <xsl:template name="reading-choice">
    <xsl:if test="t:text//t:choice">
      <fieldset class="reading">
        <legend><xsl:value-of select="$w[@id = 'faults']"/></legend>
        <label><input type="radio" name="reading" id="page:both" checked="checked"/><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'both']"/></label>
        <label><input type="radio" name="reading" id="page:printed"/><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'printed']"/></label>
        <label><input type="radio" name="reading" id="page:corrected"/><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'corrected']"/></label>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- Only the signs that occur on this page are explained. -->
  <xsl:template name="legend">
    <xsl:variable name="text" select="key('on-page', $page) | t:text[not(@e:page)]"/>
    <details class="legend">
      <summary><xsl:value-of select="$w[@id = 'how-to-read']"/></summary>
      <ul>
        <li><xsl:value-of select="$w[@id = 'legend-permalink']"/><xsl:text> </xsl:text><span class="permalink shown">#</span></li>
        <xsl:if test="$source-page"><li><span class="ln shown">12</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-line']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:sp[contains(@ana, '#reported')]">
          <li><span class="tag"><xsl:value-of select="$w[@id = 'reported']"/></span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-reported']"/></li>
        </xsl:if>
        <xsl:if test="$text/descendant-or-self::t:sp"><li><xsl:value-of select="$w[@id = 'legend-narration']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:note[@type = 'vote' or @type = 'decision' or @type = 'election']">
          <li><b class="kind"><xsl:value-of select="$w[@id = 'kind-vote']"/></b><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-vote']"/></li>
        </xsl:if>
        <xsl:if test="$text/descendant-or-self::t:quote[@type]">
          <li><b class="kind"><xsl:value-of select="$w[@id = 'kind-resolution']"/></b><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-quote']"/></li>
        </xsl:if>
        <xsl:if test="$text/descendant-or-self::t:stage"><li><span class="stage">[Applause]</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-stage']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:said"><li><span class="said">[Hear, hear!]</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-said']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:gap"><li><span class="gap">....</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-gap']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:choice">
          <li><span class="choice"><span class="sic">l3</span><ins class="corr">13</ins></span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-choice']"/></li>
        </xsl:if>
        <xsl:if test="$text/descendant-or-self::t:supplied"><li><span class="supplied">[the meeting]</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-supplied']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:surplus"><li><span class="surplus">* * *</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-surplus']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::t:pb"><li><span class="pb" data-n="2"></span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-page']"/></li></xsl:if>
        <xsl:if test="$text/descendant-or-self::*/@cert[. != 'high']"><li><span data-cert="low">1917</span><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'legend-cert']"/></li></xsl:if>
      </ul>
    </details>
  </xsl:template>
</xsl:stylesheet>
