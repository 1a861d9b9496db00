<?xml version="1.0" encoding="UTF-8"?>
<!-- Speakers: each with all speeches, counts, the printed forms of the name, and the evidence that they are one person. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:key name="person" match="t:teiHeader//t:person" use="@xml:id"/>
  <xsl:key name="mentions" match="t:text//t:persName[@ref]" use="@ref"/>

  <xsl:template match="e:page[@kind = 'speakers']" mode="main">
    <xsl:variable name="speakers" select="/e:edition/e:speakers/e:speaker"/>
    <xsl:variable name="speaking" select="$speakers[@speeches &gt; 0 and @id]"/>
    <xsl:call-template name="page-heading"/>
    <p class="lead">
      <xsl:call-template name="counted"><xsl:with-param name="number" select="count($speaking)"/><xsl:with-param name="what">speakers</xsl:with-param></xsl:call-template>
      <xsl:text> · </xsl:text>
      <xsl:call-template name="counted"><xsl:with-param name="number" select="$speakers/../@speeches"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template>
      <xsl:text> · </xsl:text>
      <xsl:call-template name="counted"><xsl:with-param name="number" select="$speakers/../@words"/><xsl:with-param name="what">words</xsl:with-param></xsl:call-template>
    </p>
    <xsl:if test="$speaking[2]">
      <ul class="jump" role="list">
        <xsl:for-each select="$speaking">
          <li><a href="#{@id}"><xsl:value-of select="@name"/></a><xsl:text>&#160;</xsl:text><span class="tally"><xsl:value-of select="@speeches"/></span></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:apply-templates select="$speaking"/>
    <xsl:apply-templates select="$speakers[not(@id)]"/>
    <xsl:variable name="silent" select="$speakers[@speeches = 0 and @id]"/>
    <xsl:if test="$silent">
      <h2><xsl:value-of select="$w[@id = 'named-only']"/></h2>
      <ul class="silent" role="list">
        <xsl:for-each select="$silent">
          <li id="{@id}">
            <b class="name"><xsl:value-of select="@name"/></b>
            <xsl:call-template name="forms-and-evidence"/>
            <xsl:call-template name="mentioned"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="e:speaker">
    <section class="speaker-entry">
      <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
      <h2>
        <xsl:choose>
          <xsl:when test="@id"><xsl:value-of select="@name"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$w[@id = 'nobody']"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@id"><xsl:call-template name="permalink-to"><xsl:with-param name="id" select="@id"/></xsl:call-template></xsl:if>
      </h2>
      <p class="numbers">
        <xsl:call-template name="counted"><xsl:with-param name="number" select="@speeches"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template>
        <xsl:text> · </xsl:text>
        <xsl:call-template name="counted"><xsl:with-param name="number" select="@words"/><xsl:with-param name="what">words</xsl:with-param></xsl:call-template>
        <xsl:text> · </xsl:text>
        <xsl:call-template name="percent"><xsl:with-param name="permille" select="@permille"/></xsl:call-template>
      </p>
      <svg class="meter" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="ground" x="0" y="0" width="1000" height="8"/><rect class="bar" x="0" y="0" width="{@of_most}" height="8"/>
      </svg>
      <xsl:call-template name="forms-and-evidence"/>
      <ol class="speeches" role="list">
        <xsl:apply-templates select="e:speech"/>
      </ol>
      <xsl:call-template name="mentioned"/>
    </section>
  </xsl:template>

  <xsl:template match="e:speech">
    <li>
      <xsl:variable name="place"><xsl:value-of select="key('pages', @page)/@href"/><xsl:if test="@id"><xsl:value-of select="concat('#', @id)"/></xsl:if></xsl:variable>
      <a href="{$place}">
        <xsl:choose>
          <xsl:when test="@id"><xsl:value-of select="@id"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="position()"/></xsl:otherwise>
        </xsl:choose>
      </a>
      <xsl:text> </xsl:text>
      <span class="tally">
        <xsl:if test="@part"><span><xsl:call-template name="text-lang"/><xsl:value-of select="@part"/></span> · </xsl:if>
        <xsl:if test="@times"><xsl:call-template name="counted"><xsl:with-param name="number" select="@times"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template> · </xsl:if>
        <xsl:call-template name="counted"><xsl:with-param name="number" select="@words"/><xsl:with-param name="what">words</xsl:with-param></xsl:call-template>
        <xsl:if test="@cert = 'low' or @cert = 'medium'"> · <xsl:value-of select="$w[@id = 'uncertain']"/></xsl:if>
      </span>
      <xsl:if test="string(.) != ''">
        <span class="first-words"><xsl:call-template name="text-lang"/>
          <xsl:if test="not(../@id)"><b><xsl:value-of select="@label"/>: </b></xsl:if>
          <xsl:value-of select="."/>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template name="forms-and-evidence">
    <xsl:variable name="person" select="key('person', @id)"/>
    <xsl:variable name="name" select="@name"/>
    <xsl:variable name="forms" select="$person/t:persName[normalize-space(.) != $name]"/>
    <xsl:if test="$forms">
      <p class="forms">
        <xsl:value-of select="$w[@id = 'also-printed']"/><xsl:text> </xsl:text>
        <xsl:for-each select="$forms"><xsl:if test="position() &gt; 1">, </xsl:if><span><xsl:call-template name="text-lang"/><xsl:value-of select="normalize-space(.)"/></span></xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="$person/t:note | $person/t:idno">
      <details class="evidence">
        <summary><xsl:value-of select="$w[@id = 'evidence']"/></summary>
        <ul>
          <xsl:for-each select="$person/t:note"><li><xsl:if test="$tongue != 'en' and /e:edition/@ours = 'yes'"><xsl:attribute name="lang">en</xsl:attribute></xsl:if><xsl:value-of select="normalize-space(.)"/></li></xsl:for-each>
          <xsl:for-each select="$person/t:idno"><li><xsl:value-of select="@type"/><xsl:text> </xsl:text><code><xsl:value-of select="normalize-space(.)"/></code></li></xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- Where others name this person; at most twenty places are linked. -->
  <xsl:template name="mentioned">
    <xsl:variable name="places" select="key('mentions', concat('#', @id))"/>
    <xsl:if test="@id and $places">
      <p class="mentions">
        <xsl:call-template name="counted"><xsl:with-param name="number" select="count($places)"/><xsl:with-param name="what">mentions</xsl:with-param></xsl:call-template>
        <xsl:text>: </xsl:text>
        <xsl:for-each select="$places[position() &lt; 21]">
          <xsl:variable name="before" select="position() - 1"/>
          <xsl:variable name="home" select="ancestor::t:*[@xml:id and ancestor::t:text][1]"/>
          <xsl:variable name="last" select="$places[$before]/ancestor::t:*[@xml:id and ancestor::t:text][1]"/>
          <!-- Several mentions in one speech lead to one place. -->
          <xsl:if test="$home and not($last and count($home | $last) = 1)">
            <xsl:if test="$before">, </xsl:if>
            <xsl:for-each select="$home"><xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable><a href="{$href}"><xsl:call-template name="text-lang"/><xsl:call-template name="name-of-place"/></a></xsl:for-each>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="$places[21]">, …</xsl:if>
      </p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
