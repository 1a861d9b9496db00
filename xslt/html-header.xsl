<?xml version="1.0" encoding="UTF-8"?>
<!-- Top of the page (title, author, date, place, reading choice, legend). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <xsl:variable name="header" select="/t:TEI/t:teiHeader"/>

  <xsl:template name="document-title">
    <xsl:variable name="title" select="$header/t:fileDesc/t:titleStmt/t:title[not(@type) or @type = 'main'][1]"/>
    <xsl:choose>
      <xsl:when test="normalize-space($title) != ''"><xsl:value-of select="normalize-space($title)"/></xsl:when>
      <xsl:otherwise>Untitled document</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="page-header">
    <header>
      <xsl:if test="$index != ''"><p class="up"><a href="{$index}">All documents</a></p></xsl:if>
      <h1>
        <xsl:if test="/t:TEI/@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="/t:TEI/@xml:lang"/></xsl:attribute></xsl:if>
        <xsl:call-template name="document-title"/>
      </h1>
      <xsl:for-each select="$header/t:fileDesc/t:titleStmt/t:title[@type = 'sub']">
        <p class="subtitle"><xsl:value-of select="normalize-space(.)"/></p>
      </xsl:for-each>
      <ul class="facts">
        <xsl:for-each select="$header/t:fileDesc/t:titleStmt/t:author[normalize-space(.) != '']">
          <li><xsl:value-of select="normalize-space(.)"/></li>
        </xsl:for-each>
        <xsl:call-template name="when-and-where"/>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:div[@type = 'session'])"/>
          <xsl:with-param name="one">session</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:sp)"/>
          <xsl:with-param name="one">speech</xsl:with-param>
          <xsl:with-param name="many">speeches</xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="count">
          <xsl:with-param name="number" select="count(t:text//t:note[@type = 'vote'])"/>
          <xsl:with-param name="one">vote</xsl:with-param>
        </xsl:call-template>
      </ul>
      <xsl:call-template name="reading-choice"/>
      <xsl:call-template name="legend"/>
    </header>
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
    <xsl:param name="one"/>
    <xsl:param name="many" select="concat($one, 's')"/>
    <xsl:if test="$number &gt; 0">
      <li>
        <xsl:value-of select="$number"/><xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="$number = 1"><xsl:value-of select="$one"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$many"/></xsl:otherwise>
        </xsl:choose>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- Printed letters, corrected ones, or both: plain CSS (:has), no script. -->
  <xsl:template name="reading-choice">
    <xsl:if test="t:text//t:choice">
      <fieldset class="reading">
        <legend>Faults of the copy</legend>
        <label><input type="radio" name="reading" id="page:both" checked="checked"/> printed and corrected</label>
        <label><input type="radio" name="reading" id="page:printed"/> as printed</label>
        <label><input type="radio" name="reading" id="page:corrected"/> corrected</label>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- Only the signs that occur in this document are explained. -->
  <xsl:template name="legend">
    <xsl:variable name="text" select="t:text"/>
    <details class="legend">
      <summary>How to read this page</summary>
      <ul>
        <li>Move to a speech, a vote, a note or a heading to see its permanent link: <span class="permalink shown">#</span></li>
        <xsl:if test="$text//t:sp[contains(@ana, '#reported')]">
          <li><span class="tag">reported</span> the minute-taker tells what was said, not in the speaker’s own words</li>
        </xsl:if>
        <xsl:if test="$text//t:stage"><li><span class="stage">[Applause]</span> what happened in the room</li></xsl:if>
        <xsl:if test="$text//t:said"><li><span class="said">[Hear, hear!]</span> a voice that interrupts</li></xsl:if>
        <xsl:if test="$text//t:gap"><li><span class="gap">....</span> something is missing in the source</li></xsl:if>
        <xsl:if test="$text//t:choice">
          <li><span class="choice"><span class="sic">l3</span><ins class="corr">13</ins></span> a fault of the copy, and its correction</li>
        </xsl:if>
        <xsl:if test="$text//t:supplied"><li><span class="supplied">[the meeting]</span> words added by an editor of the source</li></xsl:if>
        <xsl:if test="$text//t:surplus"><li><span class="surplus">remains</span> left over from copying or conversion</li></xsl:if>
        <xsl:if test="$text//t:pb"><li><span class="pb" data-n="2"></span> page 2 of the source begins</li></xsl:if>
        <xsl:if test="$text//@cert[. != 'high']"><li><span data-cert="low">words</span> a mark that the encoder is not certain of</li></xsl:if>
      </ul>
    </details>
  </xsl:template>
</xsl:stylesheet>
