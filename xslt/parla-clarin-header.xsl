<?xml version="1.0" encoding="UTF-8"?>
<!-- The header in the dialect Parla-CLARIN: see parla-clarin.xsl, which includes this part. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">

  <!-- What was sat: Parla-CLARIN wants the meeting in the title statement. -->
  <xsl:template match="t:fileDesc/t:titleStmt">
    <titleStmt>
      <xsl:apply-templates select="@* | t:title"/>
      <xsl:for-each select="//t:bibl[@type = 'meeting']/t:meeting">
        <meeting><xsl:apply-templates select="@*[name() != 'xml:id'] | node()"/></meeting>
      </xsl:for-each>
      <xsl:apply-templates select="node()[not(self::t:title)]"/>
    </titleStmt>
  </xsl:template>

  <!-- Witnesses are books like others. -->
  <xsl:template match="t:listWit"><listBibl><xsl:apply-templates select="@* | node()"/></listBibl></xsl:template>
  <xsl:template match="t:witness"><bibl type="witness"><xsl:apply-templates select="@* | node()"/></bibl></xsl:template>

  <!-- How to cite: in terms of the elements of this dialect. -->
  <xsl:template match="t:citeStructure/@match[. = '//sp']"><xsl:attribute name="match">//u</xsl:attribute></xsl:template>
  <xsl:template match="t:citeStructure/@match[. = './/sp']"><xsl:attribute name="match">.//u</xsl:attribute></xsl:template>
  <xsl:template match="t:citeStructure[@unit = 'speech']/t:citeStructure/@match[. = 'p']">
    <xsl:attribute name="match">seg</xsl:attribute>
  </xsl:template>
  <xsl:template match="t:tagUsage/@gi[. = 'sp']"><xsl:attribute name="gi">u</xsl:attribute></xsl:template>
</xsl:stylesheet>
