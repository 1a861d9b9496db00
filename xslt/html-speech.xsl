<?xml version="1.0" encoding="UTF-8"?>
<!-- Speeches, who gives them, what happens meanwhile, and what is quoted in them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:key name="by-speaker" match="t:sp" use="@who"/>

  <xsl:template match="t:sp">
    <div>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class">
          <xsl:text>sp</xsl:text>
          <xsl:if test="contains(@ana, '#interrupting')"> interrupting</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <div class="speaker-line">
        <xsl:apply-templates select="t:speaker"/>
        <xsl:call-template name="names-behind-the-label"/>
        <xsl:if test="contains(@ana, '#reported')"><span class="tag" lang="{$tongue}"><xsl:value-of select="$w[@id = 'reported']"/></span></xsl:if>
        <xsl:call-template name="interruption"><xsl:with-param name="pointer" select="@prev"/><xsl:with-param name="words" select="$w[@id = 'continued-above']"/></xsl:call-template>
        <xsl:call-template name="permalink"/>
      </div>
      <xsl:apply-templates select="node()[not(self::t:speaker)][not(@e:page) or @e:page = $page]"/>
      <xsl:if test="@next">
        <p class="resumed"><xsl:call-template name="interruption"><xsl:with-param name="pointer" select="@next"/><xsl:with-param name="words" select="$w[@id = 'continued-below']"/></xsl:call-template></p>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- The label as printed; where one person is meant, it leads to that person's entry. -->
  <xsl:template match="t:speaker">
    <xsl:variable name="id" select="substring-after(normalize-space(parent::t:sp/@who), '#')"/>
    <b>
      <xsl:call-template name="attributes"><xsl:with-param name="class">speaker</xsl:with-param></xsl:call-template>
      <xsl:choose>
        <xsl:when test="key('by-id', $id)[self::t:person] and not(.//t:ref or .//t:note or .//*[@ref])">
          <a><xsl:attribute name="href"><xsl:for-each select="key('by-id', $id)[self::t:person][1]"><xsl:call-template name="href-of"/></xsl:for-each></xsl:attribute><xsl:apply-templates/></a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </b>
  </xsl:template>

  <!-- Who is meant, when the printed label does not say it: a reading aid, told from the source by its look. -->
  <xsl:template name="names-behind-the-label">
    <xsl:param name="pointers" select="concat(normalize-space(@who), ' ')"/>
    <xsl:variable name="id" select="substring-after(substring-before($pointers, ' '), '#')"/>
    <xsl:variable name="name"><xsl:apply-templates select="key('by-id', $id)[self::t:person]" mode="name"/></xsl:variable>
    <xsl:variable name="surname"><xsl:call-template name="last-word"><xsl:with-param name="words" select="$name"/></xsl:call-template></xsl:variable>
    <xsl:if test="$name != '' and not(contains(translate(t:speaker, $capitals, $smalls), translate($surname, $capitals, $smalls)))">
      <xsl:variable name="href"><xsl:for-each select="key('by-id', $id)[self::t:person][1]"><xsl:call-template name="href-of"/></xsl:for-each></xsl:variable>
      <a class="who" href="{$href}" lang="{$tongue}">→ <xsl:value-of select="$name"/></a>
    </xsl:if>
    <xsl:if test="substring-after($pointers, ' ') != ''">
      <xsl:call-template name="names-behind-the-label">
        <xsl:with-param name="pointers" select="substring-after($pointers, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="last-word">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="contains($words, ' ')">
        <xsl:call-template name="last-word"><xsl:with-param name="words" select="substring-after($words, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The name a person goes by: the main one, else the first. -->
  <xsl:template match="t:person" mode="name">
    <xsl:variable name="main" select="t:persName[@type = 'main' or @type = 'standard'][1]"/>
    <xsl:choose>
      <xsl:when test="$main"><xsl:value-of select="normalize-space($main)"/></xsl:when>
      <xsl:when test="t:persName"><xsl:value-of select="normalize-space(t:persName[1])"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="interruption">
    <xsl:param name="pointer"/>
    <xsl:param name="words"/>
    <xsl:variable name="href"><xsl:call-template name="safe-href"><xsl:with-param name="pointer" select="$pointer"/></xsl:call-template></xsl:variable>
    <xsl:if test="$href != ''"><a class="tag" href="{$href}" lang="{$tongue}"><xsl:value-of select="$words"/></a></xsl:if>
  </xsl:template>

  <!-- A stage direction is a paragraph where it stands alone, else part of its line. -->
  <xsl:template match="t:stage">
    <xsl:variable name="tag">
      <xsl:choose>
        <xsl:when test="parent::t:div or parent::t:sp or parent::t:body or parent::t:front or parent::t:back">p</xsl:when>
        <xsl:otherwise>span</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="name"><xsl:call-template name="tag"><xsl:with-param name="name" select="string($tag)"/></xsl:call-template></xsl:variable>
    <xsl:element name="{$name}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('stage ', @type)"/></xsl:call-template>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Quoted resolutions, motions, amendments stand out; quoted words stay in their line. -->
  <xsl:template match="t:quote">
    <xsl:variable name="tag"><xsl:call-template name="tag"><xsl:with-param name="name">span</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$tag = 'div' or @type or parent::t:div or parent::t:sp or parent::t:body">
        <blockquote>
          <xsl:call-template name="attributes"><xsl:with-param name="class" select="@type"/></xsl:call-template>
          <xsl:if test="@type">
            <p class="kind-line" lang="{$tongue}">
              <b class="kind"><xsl:call-template name="kind"/></b>
              <xsl:call-template name="permalink"/>
            </p>
          </xsl:if>
          <xsl:apply-templates/>
        </blockquote>
      </xsl:when>
      <xsl:otherwise><span class="quote"><xsl:call-template name="attributes"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
