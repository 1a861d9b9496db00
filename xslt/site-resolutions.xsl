<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolutions, motions and amendments that the text quotes: who brought each, what became of it, its first words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:key name="records-on" match="t:text//t:note[@type = 'vote' or @type = 'decision'][@corresp]" use="substring-after(substring-before(concat(normalize-space(@corresp), ' '), ' '), '#')"/>

  <xsl:template match="e:page[@kind = 'resolutions']" mode="main">
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'resolutions-lead']"/></xsl:call-template>
    <xsl:variable name="found" select="$tei/t:text//t:quote[@type] | $tei/t:text//t:div[@type = 'resolution']"/>
    <xsl:for-each select="$found[position() &lt;= $most]">
      <xsl:variable name="kind" select="$w[@id = concat('kind-', current()/@type)]"/>
      <xsl:variable name="mover" select="key('by-id', substring-after(@source, '#'))[self::t:sp] | ancestor::t:sp[not(key('by-id', substring-after(current()/@source, '#'))[self::t:sp])][1]"/>
      <!-- motion.3 is motion 3 -->
      <xsl:variable name="number"><xsl:value-of select="substring-after(@xml:id, concat(@type, '.'))"/><xsl:if test="not(starts-with(@xml:id, concat(@type, '.')))"><xsl:value-of select="position()"/></xsl:if></xsl:variable>
      <section class="resolution-entry">
        <h2>
          <xsl:call-template name="link-to-record">
            <xsl:with-param name="words"><xsl:value-of select="$kind"/><xsl:if test="not($kind)"><xsl:value-of select="@type"/></xsl:if><xsl:text> </xsl:text><xsl:value-of select="$number"/></xsl:with-param>
          </xsl:call-template>
        </h2>
        <p class="numbers">
          <xsl:for-each select="$mover[1]">
            <xsl:value-of select="$w[@id = 'brought-by']"/><xsl:text> </xsl:text>
            <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
            <xsl:choose>
              <xsl:when test="@xml:id"><a href="{$href}"><xsl:call-template name="speaker-name"/></a></xsl:when>
              <xsl:otherwise><xsl:call-template name="speaker-name"/></xsl:otherwise>
            </xsl:choose>
            <xsl:text> · </xsl:text>
          </xsl:for-each>
          <xsl:call-template name="in-division"/>
          <xsl:for-each select="key('records-on', @xml:id)[current()/@xml:id] | key('records-on', $mover/@xml:id)[$mover/@xml:id]">
            <xsl:text> · </xsl:text>
            <xsl:call-template name="link-to-record"><xsl:with-param name="words" select="$w[@id = concat('kind-', current()/@type)]"/></xsl:call-template>
            <xsl:text> </xsl:text><xsl:call-template name="outcome"/>
          </xsl:for-each>
        </p>
        <blockquote><xsl:call-template name="text-lang"/><p><xsl:apply-templates select="." mode="excerpt"><xsl:with-param name="length" select="600"/></xsl:apply-templates></p></blockquote>
      </section>
    </xsl:for-each>
    <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($found)"/></xsl:call-template>
  </xsl:template>

  <!-- The heading of the sitting or other part that something stands in, as a link. -->
  <xsl:template name="in-division">
    <xsl:variable name="div" select="(ancestor::t:div[@type = 'session'] | ancestor::t:div[t:head])[1]"/>
    <xsl:for-each select="$div">
      <xsl:variable name="href"><xsl:call-template name="href-of"><xsl:with-param name="id"><xsl:call-template name="place-name"/></xsl:with-param></xsl:call-template></xsl:variable>
      <xsl:variable name="heading"><xsl:apply-templates select="t:head[1]" mode="plain"/></xsl:variable>
      <a href="{$href}"><xsl:call-template name="text-lang"/><xsl:value-of select="normalize-space($heading)"/></a>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
