<?xml version="1.0" encoding="UTF-8"?>
<!-- What the minutes record: chair, secretaries, agenda, votes, decisions, elections. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <xsl:template match="t:note">
    <xsl:variable name="alone" select="parent::t:div or parent::t:sp or parent::t:body or parent::t:front or parent::t:back"/>
    <xsl:variable name="inline"><xsl:call-template name="tag"><xsl:with-param name="name">span</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:variable name="ballot" select="@type = 'vote' or @type = 'decision' or @type = 'election'"/>
    <xsl:choose>
      <xsl:when test="$alone">
        <div>
          <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('note ', @type)"/></xsl:call-template>
          <xsl:if test="$ballot"><xsl:call-template name="kind-of-record"/></xsl:if>
          <xsl:apply-templates/>
          <xsl:if test="not($ballot)"><xsl:call-template name="permalink"/></xsl:if>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$inline}">
          <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('note within ', @type)"/></xsl:call-template>
          <xsl:apply-templates/>
          <xsl:if test="$ballot and @xml:id"><xsl:call-template name="permalink-to"><xsl:with-param name="id" select="@xml:id"/></xsl:call-template></xsl:if>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Vote · carried": the outcome only where the minutes state one. -->
  <xsl:template name="kind-of-record">
    <p class="kind-line" lang="{$tongue}">
      <b class="kind"><xsl:call-template name="kind"/></b>
      <xsl:call-template name="outcome"/>
      <xsl:variable name="href"><xsl:call-template name="safe-href"><xsl:with-param name="pointer" select="@corresp"/></xsl:call-template></xsl:variable>
      <xsl:if test="$href != ''"><a class="tag" href="{$href}"><xsl:value-of select="$w[@id = 'on-this']"/></a></xsl:if>
      <xsl:call-template name="permalink"/>
    </p>
  </xsl:template>

  <!-- What is recorded or quoted, in a word of the interface, else that of the TEI. -->
  <xsl:template name="kind">
    <xsl:variable name="word" select="$w[@id = concat('kind-', current()/@type)]"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)"><xsl:call-template name="words"><xsl:with-param name="value" select="@type"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template name="outcome">
    <xsl:param name="ana" select="concat(normalize-space(@ana), ' ')"/>
    <xsl:if test="contains($ana, ' ')">
      <xsl:if test="starts-with($ana, '#')">
        <span class="tag {substring-after(substring-before($ana, ' '), '#')}">
          <xsl:variable name="value" select="substring-after(substring-before($ana, ' '), '#')"/>
          <xsl:variable name="word" select="$w[@id = $value]"/>
          <xsl:value-of select="$word"/>
          <xsl:if test="not($word)"><xsl:call-template name="words"><xsl:with-param name="value" select="$value"/></xsl:call-template></xsl:if>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:call-template name="outcome"><xsl:with-param name="ana" select="substring-after($ana, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:measure">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class">measure</xsl:with-param></xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- The figures of one side; a range as it was read; several counts parted by commas. -->
  <xsl:template name="figure">
    <xsl:param name="type"/>
    <td class="figure">
      <xsl:for-each select=".//t:measure[@type = $type]">
        <xsl:if test="position() &gt; 1">, </xsl:if>
        <xsl:choose>
          <xsl:when test="@quantity"><xsl:value-of select="@quantity"/></xsl:when>
          <xsl:when test="@min or @max"><xsl:value-of select="concat(@min, '–', @max)"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates mode="plain"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@cert = 'low' or @cert = 'medium'"><span class="doubt" title="{$w[@id = 'uncertain']}">?</span></xsl:if>
      </xsl:for-each>
    </td>
  </xsl:template>
</xsl:stylesheet>
