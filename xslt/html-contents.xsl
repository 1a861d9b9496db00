<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents: every headed division, three levels deep. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="t:body/t:head" mode="contents">
    <li><a href="#page:body"><xsl:apply-templates mode="plain"/></a></li>
  </xsl:template>

  <!-- Without a heading of its own, a division hands its parts up. -->
  <xsl:template match="t:div" mode="contents">
    <xsl:apply-templates select="t:div" mode="contents"/>
  </xsl:template>

  <xsl:template match="t:div[@type = 'boilerplate']" mode="contents" priority="3"/>

  <xsl:template match="t:div[t:head]" mode="contents" priority="1">
    <li>
      <xsl:variable name="href"><xsl:call-template name="href-of"><xsl:with-param name="id"><xsl:call-template name="place-name"/></xsl:with-param></xsl:call-template></xsl:variable>
      <a href="{$href}">
        <xsl:if test="@e:page = $page"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:variable name="heading"><xsl:apply-templates select="t:head[1]" mode="plain"/></xsl:variable>
        <xsl:value-of select="normalize-space($heading)"/>
      </a>
      <xsl:if test=".//t:sp">
        <xsl:text> </xsl:text>
        <span class="tally" title="{$w[@id = 'page-speeches']}">
          <xsl:value-of select="count(.//t:sp)"/>
          <span class="unseen" lang="{$tongue}"><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'page-speeches']"/></span>
        </span>
      </xsl:if>
      <!-- On a page of text, only what is on it is unfolded. -->
      <xsl:if test="count(ancestor::t:div) &lt; 2 and .//t:div[t:head]
                    and (not($inner-page) or ancestor-or-self::t:*[@e:page][1]/@e:page = $page or .//t:div[@e:page = $page])">
        <ol><xsl:apply-templates select="t:div" mode="contents"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="t:div[@type = 'notes'][not(t:head)]" mode="contents" priority="2">
    <li><a href="#page:notes"><xsl:value-of select="$w[@id = 'notes']"/></a></li>
  </xsl:template>

  <xsl:variable name="inner-page" select="key('pages', $page)[@kind = 'text']"/>

  <!-- In an edition: the divisions of the whole text, from the top; those of other pages lead there. -->
  <xsl:template match="t:text" mode="contents-top">
    <xsl:variable name="parts" select="t:front/t:div | t:body/t:div | t:body/t:head | t:back/t:div | t:group/t:text"/>
    <xsl:variable name="near" select="$inner-page | $inner-page/preceding-sibling::e:page[1] | $inner-page/following-sibling::e:page[1]"/>
    <xsl:choose>
      <!-- Of very many parts only those near by; the first page of the document has them all. -->
      <xsl:when test="$inner-page and count($parts) &gt; 150">
        <li><a href="index.html">…</a></li>
        <xsl:apply-templates select="$parts[ancestor-or-self::t:*[@e:page][1]/@e:page = $near/@key]" mode="contents"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$parts" mode="contents"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="t:group/t:text" mode="contents"><xsl:apply-templates select="." mode="contents-top"/></xsl:template>

  <!-- The id of a division in the page. -->
  <xsl:template name="place-name">
    <xsl:value-of select="@xml:id"/>
    <xsl:if test="not(@xml:id)"><xsl:call-template name="place-of-division"/></xsl:if>
  </xsl:template>

  <!-- A name for a division without xml:id: its place in the tree, such as page:body.2.1. -->
  <xsl:template name="place-of-division">
    <xsl:value-of select="concat('page:', local-name((ancestor::t:front | ancestor::t:body | ancestor::t:back)[1]))"/>
    <xsl:for-each select="ancestor-or-self::t:div"><xsl:value-of select="concat('.', count(preceding-sibling::t:div) + 1)"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
