<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a reader reads, without tags: imported by every stylesheet that makes text.

  Left out: the header, printed page numbers, what a web page left behind, and the corrections of the encoder.
  Inside a paragraph, U+FDD0 marks where a block begins or ends; white space is folded, then the marks become line ends.
  (No text has that character: Unicode keeps it from interchange, and the encoder refuses it.)
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">

  <!-- "corrected" gives the corrections in place of the faults of the copy; "printed" leaves them out. -->
  <xsl:param name="readings">printed</xsl:param>

  <!-- What an importing stylesheet may say otherwise: whether labels of speakers are text, and what ends lines and paragraphs. -->
  <xsl:variable name="labels">yes</xsl:variable>
  <xsl:variable name="line-end" select="'&#10;'"/>
  <xsl:variable name="paragraph-end" select="'&#10;&#10;'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="t:TEI/t:text"/>
  </xsl:template>

  <!-- Containers: their text nodes are the empty lines of the source. -->
  <xsl:template match="t:text | t:front | t:body | t:back | t:div | t:titlePage | t:docTitle | t:sp | t:lg | t:castList">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- A block: everything else that stands directly in a container. -->
  <xsl:template match="t:front/* | t:body/* | t:back/* | t:div/* | t:titlePage/* | t:docTitle/* | t:sp/* | t:lg/* | t:castList/*" name="block" priority="-0.4">
    <xsl:variable name="text"><xsl:call-template name="begin"/><xsl:apply-templates/></xsl:variable>
    <xsl:call-template name="paragraphs"><xsl:with-param name="text" select="normalize-space($text)"/></xsl:call-template>
  </xsl:template>

  <!-- The label stands before the first words of the speech, on their line; by itself where no words follow. -->
  <xsl:template match="t:sp/t:speaker">
    <xsl:if test="not(following-sibling::*)"><xsl:call-template name="label-alone"/></xsl:if>
  </xsl:template>
  <xsl:template match="t:sp/*[not(self::t:speaker or self::t:l or self::t:lg)][not(preceding-sibling::*[not(self::t:speaker)])]" priority="1">
    <xsl:variable name="text"><xsl:call-template name="begin"/><xsl:call-template name="label"/><xsl:apply-templates/></xsl:variable>
    <xsl:call-template name="paragraphs"><xsl:with-param name="text" select="normalize-space($text)"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="t:sp/t:lg[not(preceding-sibling::*[not(self::t:speaker)])]">
    <xsl:call-template name="label-alone"/>
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template name="label">
    <xsl:if test="$labels != 'no'"><xsl:apply-templates select="../t:speaker/node()"/><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template name="label-alone">
    <xsl:variable name="text"><xsl:call-template name="begin"/><xsl:call-template name="label"/></xsl:variable>
    <xsl:call-template name="paragraphs"><xsl:with-param name="text" select="normalize-space($text)"/></xsl:call-template>
  </xsl:template>

  <!-- Verse: one line a line. An empty line follows where something else does. -->
  <xsl:template match="t:div/t:l | t:body/t:l | t:sp/t:l | t:lg/t:l">
    <xsl:variable name="text">
      <xsl:if test="parent::t:sp and not(preceding-sibling::*[not(self::t:speaker)])"><xsl:call-template name="label"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
    <xsl:choose>
      <xsl:when test="following-sibling::*[1]/self::t:l"><xsl:value-of select="$line-end"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$paragraph-end"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Cut at a mark near the middle, then both halves alike: libxslt allows no more than 3,000 calls inside each other. -->
  <xsl:template name="paragraphs">
    <xsl:param name="text"/>
    <xsl:param name="from" select="floor(string-length($text) div 2)"/>
    <xsl:variable name="rest" select="substring($text, $from)"/>
    <xsl:choose>
      <xsl:when test="contains($rest, '&#xFDD0;')">
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="text" select="concat(substring($text, 1, $from - 1), substring-before($rest, '&#xFDD0;'))"/>
        </xsl:call-template>
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="text" select="substring-after($rest, '&#xFDD0;')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($text, '&#xFDD0;')">
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="from" select="floor($from div 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="normalize-space($text) != ''">
        <xsl:call-template name="print"><xsl:with-param name="text" select="normalize-space($text)"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Where a block begins, where it ends, and how a paragraph is written: Markdown does these otherwise. -->
  <xsl:template name="begin"><xsl:text>&#xFDD0;</xsl:text></xsl:template>
  <xsl:template name="end"><xsl:text>&#xFDD0;</xsl:text></xsl:template>
  <xsl:template name="print">
    <xsl:param name="text"/>
    <xsl:value-of select="concat($text, $paragraph-end)"/>
  </xsl:template>

  <!-- Blocks inside a block. An item stays on one line with its number. -->
  <xsl:template match="t:p//t:quote[@type] | t:p//t:list | t:quote/t:p | t:quote/t:ab | t:note/t:p | t:note/t:list | t:item/t:p | t:item/t:list | t:list/t:head | t:row">
    <xsl:call-template name="begin"/><xsl:apply-templates/><xsl:call-template name="end"/>
  </xsl:template>
  <xsl:template match="t:list/t:label | t:list/t:item[not(preceding-sibling::*[1]/self::t:label)]" priority="1">
    <xsl:call-template name="begin"/><xsl:apply-templates/><xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="t:cell"><xsl:apply-templates/><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="t:fw | t:div[@type = 'boilerplate']" priority="2"/>

  <xsl:template match="t:corr | t:reg | t:expan | t:ex | t:supplied[contains(@resp, '#encoder')]" priority="2">
    <xsl:if test="$readings = 'corrected'"><xsl:apply-templates/></xsl:if>
  </xsl:template>
  <xsl:template match="t:choice/t:sic | t:choice/t:orig | t:choice/t:abbr">
    <xsl:if test="$readings != 'corrected'"><xsl:apply-templates/></xsl:if>
  </xsl:template>

  <!--
    U+00A0 becomes a space: some sources have no other space, and their lines could never wrap. Where a word goes on
    across the line end, neither the newline nor the spaces before it are shown; the x keeps a space at the beginning.
    (A test, not a pattern with a predicate: for those libxslt counts the siblings, and long documents take minutes.)
  -->
  <xsl:template match="text()">
    <xsl:variable name="text" select="translate(., '&#160;', ' ')"/>
    <xsl:choose>
      <xsl:when test="following-sibling::node()[1]/self::t:lb/@break = 'no'">
        <xsl:value-of select="substring(normalize-space(concat('x', $text)), 2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Put $by before each character of $text that is in $special; by halves, for calls may not nest deep. -->
  <xsl:template name="mark-characters">
    <xsl:param name="text"/>
    <xsl:param name="special"/>
    <xsl:param name="by"/>
    <xsl:variable name="length" select="string-length($text)"/>
    <xsl:variable name="half" select="floor($length div 2)"/>
    <xsl:choose>
      <xsl:when test="translate($text, $special, '') = $text"><xsl:value-of select="$text"/></xsl:when>
      <xsl:when test="$length = 1"><xsl:value-of select="concat($by, $text)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mark-characters">
          <xsl:with-param name="text" select="substring($text, 1, $half)"/>
          <xsl:with-param name="special" select="$special"/>
          <xsl:with-param name="by" select="$by"/>
        </xsl:call-template>
        <xsl:call-template name="mark-characters">
          <xsl:with-param name="text" select="substring($text, $half + 1)"/>
          <xsl:with-param name="special" select="$special"/>
          <xsl:with-param name="by" select="$by"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
