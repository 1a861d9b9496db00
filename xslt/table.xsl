<?xml version="1.0" encoding="UTF-8"?>
<!-- Cells with tabs between them, as spreadsheets, R and pandas read them. Imported by the tables. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="facts.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What stands between the paragraphs of a cell; a cell is always one line. -->
  <xsl:param name="break"><xsl:text> </xsl:text></xsl:param>
  <xsl:variable name="line-end" select="translate($break, '&#9;&#10;&#13;', '   ')"/>
  <xsl:variable name="paragraph-end" select="$line-end"/>

  <!-- A cell with a quotation mark " is quoted, and the mark doubled, or readers of tables would take it for the beginning of quoting. -->
  <xsl:template name="cell">
    <xsl:param name="value"/>
    <xsl:param name="end" select="'&#9;'"/>
    <xsl:variable name="quote"><xsl:if test="contains($value, '&quot;')">"</xsl:if></xsl:variable>
    <xsl:value-of select="$quote"/>
    <xsl:call-template name="mark-characters">
      <xsl:with-param name="text" select="translate($value, '&#9;&#10;&#13;', '   ')"/>
      <xsl:with-param name="special" select="'&quot;'"/>
      <xsl:with-param name="by" select="'&quot;'"/>
    </xsl:call-template>
    <xsl:value-of select="concat($quote, $end)"/>
  </xsl:template>

  <!-- The first cells of every row. -->
  <xsl:template name="place">
    <xsl:call-template name="cell"><xsl:with-param name="value" select="@xml:id"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="." mode="session"/></xsl:with-param></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="value"><xsl:apply-templates select="." mode="day"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- Two cells: the ids of persons, and their names. -->
  <xsl:template name="persons">
    <xsl:param name="ids"/>
    <xsl:call-template name="cell"><xsl:with-param name="value" select="$ids"/></xsl:call-template>
    <xsl:call-template name="cell">
      <xsl:with-param name="value"><xsl:call-template name="names"><xsl:with-param name="ids" select="$ids"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
