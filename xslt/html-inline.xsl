<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, references and other marks within a line; and anything else. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <!-- A known person: a link to the list of speakers, unless already inside a link. -->
  <xsl:template match="t:persName[@ref] | t:rs[@ref] | t:name[@ref]">
    <xsl:variable name="id" select="substring-after(substring-before(concat(normalize-space(@ref), ' '), ' '), '#')"/>
    <xsl:choose>
      <xsl:when test="$id != '' and key('by-id', $id)[self::t:person] and not(ancestor::t:ref or ancestor::t:persName or ancestor::t:rs or ancestor::t:name)">
        <a>
          <xsl:attribute name="href"><xsl:for-each select="key('by-id', $id)[self::t:person][1]"><xsl:call-template name="href-of"/></xsl:for-each></xsl:attribute>
          <xsl:call-template name="attributes"><xsl:with-param name="class">person</xsl:with-param></xsl:call-template>
          <xsl:apply-templates/>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="anything-else"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="t:ref | t:ptr">
    <xsl:variable name="href"><xsl:call-template name="safe-href"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$href != '' and not(ancestor::t:ref or ancestor::t:persName[@ref])">
        <a href="{$href}">
          <xsl:call-template name="attributes"/>
          <xsl:apply-templates/>
          <xsl:if test="not(node())"><xsl:value-of select="$href"/></xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="anything-else"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- HTML knows fewer forms of a day than TEI. -->
  <xsl:template match="t:date[@when] | t:time[@when]">
    <xsl:variable name="form" select="concat(' ', translate(@when, '123456789', '000000000'), ' ')"/>
    <xsl:variable name="known" select="contains(' 0000-00-00 0000-00 0000 00:00:00 00:00 ', $form)"/>
    <xsl:element name="{substring('spantime', 1 + 4 * $known, 4)}">
      <xsl:call-template name="attributes"><xsl:with-param name="class">date</xsl:with-param><xsl:with-param name="title">
        <xsl:if test="@when-custom and @calendar"><xsl:value-of select="concat(@when, ' (', substring-after(@calendar, '#'), ' ', @when-custom, ')')"/></xsl:if>
      </xsl:with-param></xsl:call-template>
      <xsl:if test="$known"><xsl:attribute name="datetime"><xsl:value-of select="@when"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="t:emph | t:hi | t:title | t:foreign">
    <xsl:variable name="tag">
      <xsl:choose>
        <xsl:when test="self::t:hi[contains(@rend, 'bold')]">b</xsl:when>
        <xsl:when test="self::t:hi[contains(@rend, 'sup')]">sup</xsl:when>
        <xsl:when test="self::t:hi[contains(@rend, 'sub')]">sub</xsl:when>
        <xsl:when test="self::t:emph">em</xsl:when>
        <xsl:when test="self::t:title">cite</xsl:when>
        <xsl:otherwise>i</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$tag}"><xsl:call-template name="attributes"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <!-- No element is lost because nobody thought of it: it keeps its name as a class. -->
  <xsl:template match="t:*" name="anything-else">
    <xsl:variable name="tag"><xsl:call-template name="tag"><xsl:with-param name="name">span</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat(local-name(), ' ', @type)"/></xsl:call-template>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
