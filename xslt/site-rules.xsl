<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules that marked this text up: what each is for, how often it decided, how often it was not sure. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'rules']" mode="main">
    <xsl:variable name="rules" select="/e:edition/e:rules"/>
    <xsl:call-template name="page-heading">
      <xsl:with-param name="lead"><xsl:value-of select="$w[@id = 'rules-lead']"/></xsl:with-param>
    </xsl:call-template>
    <p><xsl:value-of select="$w[@id = 'profile']"/>: <code><xsl:value-of select="$rules/@profile"/></code><xsl:if test="$rules/@title">, <xsl:value-of select="$rules/@title"/></xsl:if></p>
    <xsl:if test="$rules/@same = 'no'"><p><xsl:value-of select="$w[@id = 'other-profile']"/></p></xsl:if>
    <ul class="rules" role="list">
      <xsl:for-each select="$rules/e:rule">
        <li id="page:rule.{@id}">
          <p class="kind-line">
            <code class="rule-name"><xsl:value-of select="@id"/><xsl:if test="not(@id)"><xsl:value-of select="$w[@id = 'no-rule']"/></xsl:if></code>
            <span class="tag"><xsl:value-of select="$w[@id = concat('layer-', current()/@layer)]"/></span>
            <span class="tally">
              <xsl:call-template name="counted"><xsl:with-param name="number" select="@times"/><xsl:with-param name="what">times</xsl:with-param></xsl:call-template>
              <xsl:if test="@doubtful">, <xsl:value-of select="@doubtful"/><xsl:text> </xsl:text><xsl:value-of select="$w[@id = 'of-them-doubtful']"/></xsl:if>
            </span>
          </p>
          <xsl:if test="@why"><p lang="en"><xsl:value-of select="@why"/></p></xsl:if>
          <xsl:if test="@pattern">
            <details><summary><xsl:value-of select="$w[@id = 'pattern']"/><xsl:text> </xsl:text><span class="tally"><xsl:value-of select="@origin"/></span></summary><pre tabindex="0"><code><xsl:value-of select="@pattern"/></code></pre></details>
          </xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
