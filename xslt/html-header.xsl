<?xml version="1.0" encoding="UTF-8"?>
<!-- Top of the page (title, author, date, place, reading choice, legend) and "about this encoding" at its end. -->
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

  <!-- About this encoding: the header, read aloud. -->
  <xsl:template name="about">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about">About this encoding</h2>
      <p>This page is a reading view made from the TEI file of the same name; the TEI file is the edition.</p>
      <dl>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Responsible</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:titleStmt/t:respStmt | $header/t:fileDesc/t:titleStmt/t:editor"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Extent</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:extent"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Published by</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:publicationStmt/*[not(self::t:availability)]"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Licence</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:publicationStmt/t:availability/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Source</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:sourceDesc/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Encoded by</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:encodingDesc/t:appInfo/t:application"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Rules</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:encodingDesc/t:projectDesc/* | $header/t:encodingDesc/t:editorialDecl/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Calendars</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:profileDesc/t:calendarDesc/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label">Changes</xsl:with-param>
          <xsl:with-param name="nodes" select="$header/t:revisionDesc//t:change"/>
        </xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="about-row">
    <xsl:param name="label"/>
    <xsl:param name="nodes"/>
    <xsl:if test="$nodes">
      <dt><xsl:value-of select="$label"/></dt>
      <xsl:for-each select="$nodes"><dd><xsl:apply-templates select="." mode="about"/></dd></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Parts of a header entry are parted by a space; attributes that carry facts are spelt out. -->
  <xsl:template match="*" mode="about">
    <xsl:if test="@when and not(self::t:date)"><xsl:value-of select="@when"/><xsl:text>: </xsl:text></xsl:if>
    <xsl:apply-templates mode="about"/>
    <xsl:if test="normalize-space(.) = ''"><xsl:value-of select="@when | @name"/></xsl:if>
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="t:application" mode="about">
    <xsl:value-of select="@ident"/><xsl:text> </xsl:text><xsl:value-of select="@version"/>
    <xsl:if test="*"><xsl:text>: </xsl:text><xsl:apply-templates mode="about"/></xsl:if>
  </xsl:template>
  <xsl:template match="t:editorialDecl/*" mode="about">
    <b class="kind"><xsl:value-of select="local-name()"/></b><xsl:text> </xsl:text><xsl:apply-templates mode="about"/>
  </xsl:template>
  <xsl:template match="t:gi | t:att | t:val | t:code | t:ident" mode="about"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="t:idno" mode="about">
    <xsl:if test="@type"><xsl:value-of select="@type"/><xsl:text> </xsl:text></xsl:if>
    <code><xsl:value-of select="normalize-space(.)"/></code>
  </xsl:template>
  <xsl:template match="t:title" mode="about"><cite><xsl:value-of select="normalize-space(.)"/></cite><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="*[@target]" mode="about" priority="1">
    <xsl:variable name="href"><xsl:call-template name="safe-href"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$href != ''">
        <a href="{$href}">
          <xsl:apply-templates mode="about"/>
          <xsl:if test="normalize-space(.) = ''"><xsl:value-of select="$href"/></xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="about"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
