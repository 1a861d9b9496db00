<?xml version="1.0" encoding="UTF-8"?>
<!--
  JSON for programs: the document, its persons, speeches and votes.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:import href="facts.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="header" select="t:TEI/t:teiHeader"/>
    <xsl:text>{&#10;</xsl:text>
    <xsl:call-template name="pair"><xsl:with-param name="key">id</xsl:with-param><xsl:with-param name="value" select="t:TEI/@xml:id"/></xsl:call-template>
    <xsl:call-template name="pair"><xsl:with-param name="key">title</xsl:with-param><xsl:with-param name="value" select="normalize-space($header/t:fileDesc/t:titleStmt/t:title)"/></xsl:call-template>
    <xsl:call-template name="pair"><xsl:with-param name="key">language</xsl:with-param><xsl:with-param name="value" select="t:TEI/@xml:lang"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="key">persons</xsl:with-param><xsl:with-param name="rows" select="$header//t:person"/></xsl:call-template>
    <xsl:text>,&#10;</xsl:text>
    <xsl:call-template name="rows"><xsl:with-param name="key">speeches</xsl:with-param><xsl:with-param name="rows" select="t:TEI/t:text//t:sp"/></xsl:call-template>
    <xsl:text>,&#10;</xsl:text>
    <xsl:call-template name="rows"><xsl:with-param name="key">votes</xsl:with-param><xsl:with-param name="rows" select="t:TEI/t:text//t:note[@type = 'vote' or @type = 'decision']"/></xsl:call-template>
    <xsl:text>&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="t:person" mode="row">
    <xsl:call-template name="pair"><xsl:with-param name="key">id</xsl:with-param><xsl:with-param name="value" select="@xml:id"/></xsl:call-template>
    <xsl:call-template name="pair">
      <xsl:with-param name="key">name</xsl:with-param>
      <xsl:with-param name="value"><xsl:call-template name="names"><xsl:with-param name="ids" select="string(@xml:id)"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:text>"forms": [</xsl:text>
    <xsl:for-each select="t:persName[not(@type = 'main') or not(../t:persName[@type != 'main'])]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="string"><xsl:with-param name="value" select="normalize-space()"/></xsl:call-template>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="t:sp" mode="row">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="reading"/></xsl:variable>
    <xsl:call-template name="place"/>
    <xsl:call-template name="pair">
      <xsl:with-param name="key">label</xsl:with-param>
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="label"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="list"><xsl:with-param name="key">persons</xsl:with-param><xsl:with-param name="ids" select="@who"/></xsl:call-template>
    <xsl:call-template name="list"><xsl:with-param name="key">manner</xsl:with-param><xsl:with-param name="ids" select="@ana"/></xsl:call-template>
    <xsl:call-template name="pair">
      <xsl:with-param name="key">continues</xsl:with-param>
      <xsl:with-param name="value"><xsl:apply-templates select="@prev" mode="ids"/></xsl:with-param>
    </xsl:call-template>
    <xsl:text>"words": </xsl:text>
    <xsl:call-template name="count-words"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    <xsl:text>, "text": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="value" select="string($text)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="t:note" mode="row">
    <xsl:variable name="movers"><xsl:apply-templates select="." mode="movers"/></xsl:variable>
    <xsl:call-template name="place"/>
    <xsl:call-template name="pair"><xsl:with-param name="key">kind</xsl:with-param><xsl:with-param name="value" select="@type"/></xsl:call-template>
    <xsl:text>"figures": [</xsl:text>
    <xsl:for-each select=".//t:measure">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:text>{</xsl:text>
      <xsl:call-template name="number"><xsl:with-param name="key">number</xsl:with-param><xsl:with-param name="value" select="@quantity"/></xsl:call-template>
      <xsl:call-template name="number"><xsl:with-param name="key">least</xsl:with-param><xsl:with-param name="value" select="@min"/></xsl:call-template>
      <xsl:call-template name="number"><xsl:with-param name="key">most</xsl:with-param><xsl:with-param name="value" select="@max"/></xsl:call-template>
      <xsl:text>"of": </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="value" select="string(@type)"/></xsl:call-template>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>], </xsl:text>
    <xsl:call-template name="list"><xsl:with-param name="key">outcome</xsl:with-param><xsl:with-param name="ids" select="@ana"/></xsl:call-template>
    <xsl:call-template name="list"><xsl:with-param name="key">on</xsl:with-param><xsl:with-param name="ids" select="@corresp"/></xsl:call-template>
    <xsl:call-template name="list"><xsl:with-param name="key">movers</xsl:with-param><xsl:with-param name="ids" select="$movers"/></xsl:call-template>
    <xsl:text>"text": </xsl:text>
    <xsl:call-template name="string"><xsl:with-param name="value"><xsl:apply-templates select="." mode="reading"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template name="place">
    <xsl:call-template name="pair"><xsl:with-param name="key">id</xsl:with-param><xsl:with-param name="value" select="@xml:id"/></xsl:call-template>
    <xsl:call-template name="pair"><xsl:with-param name="key">session</xsl:with-param><xsl:with-param name="value"><xsl:apply-templates select="." mode="session"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="pair"><xsl:with-param name="key">date</xsl:with-param><xsl:with-param name="value"><xsl:apply-templates select="." mode="day"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- An array of objects, one a line. -->
  <xsl:template name="rows">
    <xsl:param name="key"/>
    <xsl:param name="rows"/>
    <xsl:value-of select="concat('&quot;', $key, '&quot;: [')"/>
    <xsl:for-each select="$rows">
      <xsl:if test="position() &gt; 1">,</xsl:if>
      <xsl:text>&#10;  {</xsl:text><xsl:apply-templates select="." mode="row"/><xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- "key": "value", and a comma; null where nothing is known. -->
  <xsl:template name="pair">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:value-of select="concat('&quot;', $key, '&quot;: ')"/>
    <xsl:choose>
      <xsl:when test="string($value) = ''">null</xsl:when>
      <xsl:otherwise><xsl:call-template name="string"><xsl:with-param name="value" select="string($value)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:text>, </xsl:text>
  </xsl:template>

  <!-- "key": 38, and a comma; nothing at all without a number. -->
  <xsl:template name="number">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:if test="$value != '' and number($value) = number($value)"><xsl:value-of select="concat('&quot;', $key, '&quot;: ', number($value), ', ')"/></xsl:if>
  </xsl:template>

  <!-- "key": ["a", "b"], and a comma, of ids or pointers. -->
  <xsl:template name="list">
    <xsl:param name="key"/>
    <xsl:param name="ids"/>
    <xsl:value-of select="concat('&quot;', $key, '&quot;: [')"/>
    <xsl:call-template name="ids"><xsl:with-param name="ids" select="normalize-space(translate($ids, '#', ''))"/></xsl:call-template>
    <xsl:text>], </xsl:text>
  </xsl:template>
  <xsl:template name="ids">
    <xsl:param name="ids"/>
    <xsl:param name="most" select="100"/>
    <xsl:if test="$ids != '' and $most &gt; 0">
      <xsl:call-template name="string"><xsl:with-param name="value" select="substring-before(concat($ids, ' '), ' ')"/></xsl:call-template>
      <xsl:if test="contains($ids, ' ')">, </xsl:if>
      <xsl:call-template name="ids"><xsl:with-param name="ids" select="substring-after($ids, ' ')"/><xsl:with-param name="most" select="$most - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A string between quotation marks. Line ends are \n; XML has no other control characters but the tab, and that is folded. -->
  <xsl:template name="string">
    <xsl:param name="value"/>
    <xsl:variable name="marked">
      <xsl:call-template name="mark-characters">
        <xsl:with-param name="text" select="translate($value, '&#9;&#13;', '  ')"/>
        <xsl:with-param name="special" select="'\&quot;&#10;'"/>
        <xsl:with-param name="by" select="'\'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="concat('&quot;', translate($marked, '&#10;', 'n'), '&quot;')"/>
  </xsl:template>
</xsl:stylesheet>
