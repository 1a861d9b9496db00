<?xml version="1.0" encoding="UTF-8"?>
<!--
  Table of votes: one row each, with motion, figures and outcome, tabs between the cells.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:import href="table.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- "yes" adds the decisions that were recorded without figures. -->
  <xsl:param name="decisions">no</xsl:param>

  <xsl:template match="/">
    <xsl:text>id&#9;session&#9;date&#9;kind&#9;for&#9;against&#9;abstained&#9;notVoting&#9;present&#9;outcome&#9;on&#9;mover&#9;moverName&#9;motion&#9;text&#10;</xsl:text>
    <xsl:apply-templates select="t:TEI/t:text//t:note[@type = 'vote' or (@type = 'decision' and $decisions = 'yes')]" mode="row"/>
  </xsl:template>

  <xsl:template match="t:note" mode="row">
    <xsl:variable name="on"><xsl:apply-templates select="@corresp" mode="ids"/></xsl:variable>
    <xsl:variable name="movers"><xsl:apply-templates select="." mode="movers"/></xsl:variable>
    <xsl:call-template name="place"/>
    <xsl:call-template name="cell"><xsl:with-param name="value" select="@type"/></xsl:call-template>
    <xsl:call-template name="figures"><xsl:with-param name="kind">for</xsl:with-param></xsl:call-template>
    <xsl:call-template name="figures"><xsl:with-param name="kind">against</xsl:with-param></xsl:call-template>
    <xsl:call-template name="figures"><xsl:with-param name="kind">abstained</xsl:with-param></xsl:call-template>
    <xsl:call-template name="figures"><xsl:with-param name="kind">notVoting</xsl:with-param></xsl:call-template>
    <xsl:call-template name="figures"><xsl:with-param name="kind">present</xsl:with-param></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="@ana" mode="ids"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value" select="string($on)"/></xsl:call-template>
    <xsl:call-template name="persons"><xsl:with-param name="ids" select="string($movers)"/></xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="value"><xsl:apply-templates select="key('by-id', substring-before(concat($on, ' '), ' '))[1]" mode="reading"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="reading"/></xsl:with-param>
      <xsl:with-param name="end" select="'&#10;'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="figures">
    <xsl:param name="kind"/>
    <xsl:call-template name="cell">
      <xsl:with-param name="value"><xsl:apply-templates select="." mode="figures"><xsl:with-param name="kind" select="$kind"/></xsl:apply-templates></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
