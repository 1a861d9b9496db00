<?xml version="1.0" encoding="UTF-8"?>
<!-- The source, line by line, beside what the rules made of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:key name="lines" match="e:source/e:lines" use="@page"/>
  <xsl:key name="rule" match="e:rules/e:rule" use="@id"/>

  <xsl:template match="e:page[@kind = 'source']" mode="title">
    <xsl:value-of select="$w[@id = 'page-source']"/>
    <xsl:if test="@title"><xsl:text>: </xsl:text><xsl:value-of select="@title"/></xsl:if>
    <xsl:if test="@part &gt; 1"> (<xsl:value-of select="@part"/>)</xsl:if>
  </xsl:template>

  <xsl:template match="e:page[@kind = 'source']" mode="main">
    <xsl:variable name="text" select="key('pages', @of)"/>
    <h1><xsl:value-of select="$w[@id = 'page-source']"/></h1>
    <p class="lead">
      <code><xsl:value-of select="/e:edition/e:source/@name"/></code><xsl:text> · </xsl:text>
      <a href="{$text/@href}"><xsl:value-of select="$w[@id = 'facing-text']"/>
        <xsl:if test="@title">: <xsl:value-of select="@title"/></xsl:if><xsl:if test="@part &gt; 1"> (<xsl:value-of select="@part"/>)</xsl:if></a>
      <xsl:if test="/e:edition/e:rules"><xsl:text> · </xsl:text><a href="rules.html"><xsl:value-of select="$w[@id = 'page-rules']"/></a></xsl:if>
    </p>
    <p><xsl:value-of select="$w[@id = 'source-lead']"/></p>
    <div class="source-rows"><xsl:apply-templates select="key('lines', $page)/e:row"/></div>
    <nav class="turn" aria-label="{$w[@id = 'turn']}">
      <xsl:for-each select="preceding-sibling::e:page[1][@kind = 'source']"><a rel="prev" href="{@href}"><span class="sign" aria-hidden="true">← </span><xsl:apply-templates select="." mode="title"/></a></xsl:for-each>
      <xsl:for-each select="following-sibling::e:page[1][@kind = 'source']"><a rel="next" href="{@href}"><xsl:apply-templates select="." mode="title"/><span class="sign" aria-hidden="true"> →</span></a></xsl:for-each>
    </nav>
  </xsl:template>

  <xsl:template match="e:row">
    <div class="row">
      <div class="lines">
        <xsl:call-template name="text-lang"/>
        <xsl:for-each select="e:line"><p class="line" id="page:L{@n}"><a class="n" href="#page:L{@n}"><span class="unseen"><xsl:value-of select="$word-line"/><xsl:text> </xsl:text></span><xsl:value-of select="@n"/></a><span class="words"><xsl:value-of select="."/></span></p></xsl:for-each>
      </div>
      <ul class="decisions" role="list"><xsl:apply-templates select="e:decision"/></ul>
    </div>
  </xsl:template>

  <xsl:template match="e:decision">
    <li class="{@layer}">
      <xsl:variable name="target" select="key('by-id', @target)[ancestor::t:text]"/>
      <xsl:variable name="made"><xsl:value-of select="@made"/><xsl:if test="@target"><xsl:value-of select="concat(' #', @target)"/></xsl:if></xsl:variable>
      <xsl:choose>
        <xsl:when test="$target"><xsl:for-each select="$target[1]"><xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable><a href="{$href}"><code><xsl:value-of select="$made"/></code></a></xsl:for-each></xsl:when>
        <xsl:otherwise><code><xsl:value-of select="$made"/></code></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="string(.) != ''"><xsl:text> </xsl:text><q><xsl:call-template name="text-lang"/><xsl:value-of select="."/></q></xsl:if>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="key('rule', @rule)"><a class="rule" href="rules.html#page:rule.{@rule}" title="{key('rule', @rule)/@why}"><xsl:value-of select="@rule"/><xsl:if test="not(@rule)"><xsl:value-of select="$w[@id = 'no-rule']"/></xsl:if></a></xsl:when>
        <xsl:otherwise><span class="rule"><xsl:value-of select="@rule"/><xsl:if test="not(@rule)"><xsl:value-of select="$w[@id = 'no-rule']"/></xsl:if></span></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="certainty"/>
    </li>
  </xsl:template>
</xsl:stylesheet>
