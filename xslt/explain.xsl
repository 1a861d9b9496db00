<?xml version="1.0" encoding="UTF-8"?>
<!--
  The whole of a document, explained: the source on the left, the decisions about it on the right.

  Its document is made by app/explain_page.py: explanation/(rule*, (block, decision+)*). A block holds the source text with
  an empty line/@n where a line begins, and claim around what a decision has made an element of. One self-contained page,
  no script: a claim links to its decision and shows its rule when pointed at or reached by keyboard.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="css"/>

  <xsl:key name="decision" match="decision" use="@card"/>
  <xsl:key name="rule" match="rule" use="@id"/>

  <xsl:template match="/explanation">
    <html lang="en">
      <head>
        <title>Why: <xsl:value-of select="@source"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="tei-encoder"/>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#text">Skip to the text</a>
        <header>
          <h1>Why <xsl:value-of select="@source"/> is marked up as it is</h1>
          <p>Profile <b><xsl:value-of select="@profile"/></b> (<xsl:value-of select="@title"/>)<xsl:if test="not(@why = '' or @why = 'asked for')">, chosen by these signs: <xsl:value-of select="@why"/></xsl:if>.
            <xsl:value-of select="count(block)"/> blocks, <xsl:value-of select="count(decision)"/> decisions;
            no rule recognised <xsl:value-of select="count(block[@layer = 'plain'])"/> blocks, and
            <xsl:value-of select="count(decision[@cert = 'low' or @cert = 'medium'])"/> decisions are in doubt.</p>
          <ul class="legend" aria-label="Layers">
            <li class="division">division</li><li class="block">block</li><li class="inline">inline</li>
            <li class="step">step</li><li class="plain">no rule</li>
          </ul>
          <details>
            <summary>The rules that decided something (<xsl:value-of select="count(rule)"/>)</summary>
            <dl><xsl:apply-templates select="rule"/></dl>
          </details>
        </header>
        <main id="text" tabindex="-1"><xsl:apply-templates select="block"/></main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="rule">
    <div class="rule {@layer}" id="rule.{@id}">
      <dt><code><xsl:value-of select="@id"/></code><xsl:text> </xsl:text>
        <span class="kind"><xsl:value-of select="@layer"/>, <xsl:value-of select="@times"/> times<xsl:if
          test="@doubtful &gt; 0">, <xsl:value-of select="@doubtful"/> in doubt</xsl:if></span></dt>
      <dd>
        <xsl:value-of select="@why"/>
        <xsl:if test="@pattern"><pre><xsl:value-of select="@pattern"/></pre>
          <span class="kind"><xsl:value-of select="@origin"/></span></xsl:if>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="block">
    <section class="row {@layer}" aria-label="Line {@line}">
      <div class="source"><xsl:apply-templates/></div>
      <ul class="decisions"><xsl:apply-templates select="following-sibling::decision[1]"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="line"><span class="n" id="line.{@n}" data-n="{@n}"/></xsl:template>

  <!-- A link within a link is not allowed: of claims one in the other, the innermost is the link. -->
  <xsl:template match="claim[not(claim)]">
    <a class="claim {@layer}" href="#decision.{@card}"><xsl:call-template name="tip"/><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="claim">
    <span class="claim {@layer}"><xsl:call-template name="tip"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template name="tip">
    <xsl:variable name="decision" select="key('decision', @card)"/>
    <xsl:attribute name="data-tip">
      <xsl:value-of select="concat(@element, ' ← ')"/>
      <xsl:choose>
        <xsl:when test="@rule != ''"><xsl:value-of select="@rule"/></xsl:when>
        <xsl:otherwise>no rule</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$decision/@cert != ''"><xsl:value-of select="concat(', certainty ', $decision/@cert)"/></xsl:if>
    </xsl:attribute>
  </xsl:template>

  <!-- The decisions of a block follow it one by one, up to the next block. -->
  <xsl:template match="decision">
    <li class="decision {@layer}" id="decision.{@card}">
      <details>
        <summary>
          <xsl:choose>
            <xsl:when test="@rule != ''"><code><xsl:value-of select="@rule"/></code></xsl:when>
            <xsl:otherwise><b>no rule</b></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="@made != ''"><xsl:text> </xsl:text><span class="kind">makes <xsl:value-of select="@made"/></span></xsl:if>
          <xsl:if test="@cert != ''"><xsl:text> </xsl:text><span class="cert">certainty <xsl:value-of select="@cert"/></span></xsl:if>
        </summary>
        <p><xsl:value-of select="@why"/></p>
        <xsl:if test="group"><dl><xsl:apply-templates select="group"/></dl></xsl:if>
        <xsl:if test="key('rule', @rule)/@pattern"><pre><xsl:value-of select="key('rule', @rule)/@pattern"/></pre></xsl:if>
        <xsl:if test="@rule != ''"><p><a href="#rule.{@rule}">About this rule</a></p></xsl:if>
        <xsl:if test="tried"><p>Also tried, the nearest first:</p><ul><xsl:apply-templates select="tried"/></ul></xsl:if>
      </details>
    </li>
    <xsl:apply-templates select="following-sibling::*[1][self::decision]"/>
  </xsl:template>

  <xsl:template match="group"><dt><xsl:value-of select="@name"/></dt><dd><q><xsl:value-of select="."/></q></dd></xsl:template>
  <xsl:template match="tried"><li><code><xsl:value-of select="@rule"/></code>: <xsl:value-of select="."/></li></xsl:template>
</xsl:stylesheet>
