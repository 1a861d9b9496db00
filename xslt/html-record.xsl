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
          <xsl:if test="$ballot"><xsl:call-template name="permalink"/></xsl:if>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Vote · carried": the outcome only where the minutes state one. -->
  <xsl:template name="kind-of-record">
    <p class="kind-line" lang="en">
      <b class="kind"><xsl:value-of select="@type"/></b>
      <xsl:call-template name="outcome"/>
      <xsl:variable name="href"><xsl:call-template name="safe-href"><xsl:with-param name="pointer" select="@corresp"/></xsl:call-template></xsl:variable>
      <xsl:if test="$href != ''"><a class="tag" href="{$href}">on this</a></xsl:if>
      <xsl:call-template name="permalink"/>
    </p>
  </xsl:template>

  <xsl:template name="outcome">
    <xsl:param name="ana" select="concat(normalize-space(@ana), ' ')"/>
    <xsl:if test="contains($ana, ' ')">
      <xsl:if test="starts-with($ana, '#')">
        <span class="tag {substring-after(substring-before($ana, ' '), '#')}">
          <xsl:call-template name="words">
            <xsl:with-param name="value" select="substring-after(substring-before($ana, ' '), '#')"/>
          </xsl:call-template>
        </span>
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
</xsl:stylesheet>
