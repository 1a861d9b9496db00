<?xml version="1.0" encoding="UTF-8"?>
<!-- "About this encoding", at the end of the page: what the TEI header says, entry by entry. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <xsl:template name="about">
    <section class="about" aria-labelledby="page:about">
      <h2 id="page:about"><xsl:value-of select="$w[@id = 'about-encoding']"/></h2>
      <p><xsl:value-of select="$w[@id = 'about-page']"/></p>
      <dl>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'responsible']"/>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:titleStmt/t:respStmt | $header/t:fileDesc/t:titleStmt/t:editor"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'extent-of']"/>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:extent"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'published']"/>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:publicationStmt/*[not(self::t:availability)]"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'licence']"/>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:publicationStmt/t:availability/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'source']"/>
          <xsl:with-param name="nodes" select="$header/t:fileDesc/t:sourceDesc/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'encoded-by']"/>
          <xsl:with-param name="nodes" select="$header/t:encodingDesc/t:appInfo/t:application"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'principles']"/>
          <xsl:with-param name="nodes" select="$header/t:encodingDesc/t:projectDesc/* | $header/t:encodingDesc/t:editorialDecl/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'calendars']"/>
          <xsl:with-param name="nodes" select="$header/t:profileDesc/t:calendarDesc/*"/>
        </xsl:call-template>
        <xsl:call-template name="about-row">
          <xsl:with-param name="label" select="$w[@id = 'changes']"/>
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
    <xsl:apply-templates mode="about"/>
    <xsl:if test="normalize-space(.) = ''"><xsl:value-of select="@when | @name"/></xsl:if>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Entries made of several facts: a dot between them. A source's own source stands below it. -->
  <xsl:template match="t:bibl[*] | t:extent[*] | t:application[*] | t:meeting[*]" mode="about" priority="0.6">
    <xsl:if test="self::t:application[not(t:label)]"><xsl:value-of select="concat(@ident, ' ', @version, ' · ')"/></xsl:if>
    <xsl:for-each select="node()[not(self::t:relatedItem) and normalize-space(.) != '']">
      <xsl:if test="position() &gt; 1 and self::*"> · </xsl:if>
      <xsl:apply-templates select="." mode="about"/>
    </xsl:for-each>
    <xsl:apply-templates select="t:relatedItem" mode="about"/>
  </xsl:template>
  <xsl:template match="t:relatedItem" mode="about">
    <div class="related"><xsl:apply-templates select="*" mode="about"/></div>
  </xsl:template>
  <xsl:template match="t:respStmt" mode="about">
    <xsl:value-of select="normalize-space(t:resp)"/><xsl:text>: </xsl:text>
    <xsl:for-each select="t:name | t:persName | t:orgName">
      <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="normalize-space(.)"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="t:change" mode="about">
    <xsl:if test="@when"><xsl:value-of select="concat(@when, ': ')"/></xsl:if><xsl:apply-templates mode="about"/>
  </xsl:template>
  <xsl:template match="t:editorialDecl/*" mode="about">
    <b class="kind"><xsl:value-of select="local-name()"/></b><xsl:text> </xsl:text><xsl:apply-templates mode="about"/>
  </xsl:template>
  <xsl:template match="t:gi | t:att | t:val | t:code | t:ident" mode="about"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="t:idno" mode="about">
    <xsl:variable name="word" select="$w[@id = concat('idno-', current()/@type)]"/>
    <xsl:value-of select="$word"/><xsl:if test="not($word)"><xsl:value-of select="@type"/></xsl:if><xsl:text> </xsl:text>
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
