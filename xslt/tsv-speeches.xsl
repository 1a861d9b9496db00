<?xml version="1.0" encoding="UTF-8"?>
<!--
  Table of speeches: one row each, tabs between the cells.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:import href="table.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text>id&#9;session&#9;date&#9;label&#9;person&#9;name&#9;manner&#9;continues&#9;words&#9;characters&#9;text&#10;</xsl:text>
    <xsl:apply-templates select="t:TEI/t:text//t:sp" mode="row"/>
  </xsl:template>

  <xsl:template match="t:sp" mode="row">
    <xsl:variable name="who"><xsl:apply-templates select="@who" mode="ids"/></xsl:variable>
    <xsl:variable name="text"><xsl:apply-templates select="." mode="reading"/></xsl:variable>
    <xsl:call-template name="place"/>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="." mode="label"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="persons"><xsl:with-param name="ids" select="string($who)"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="@ana" mode="ids"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="@prev" mode="ids"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="value"><xsl:call-template name="count-words"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value" select="string-length($text)"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value" select="string($text)"/><xsl:with-param name="end" select="'&#10;'"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
