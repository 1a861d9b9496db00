<?xml version="1.0" encoding="UTF-8"?>
<!--
  Markdown (CommonMark): headings, speakers in bold, quotations, lists; every character of the reading text survives.

  What means something in Markdown gets a backslash. Each block begins with a mark U+FDD0, one character for each
  quotation and list it stands in, and a mark U+FDD1; when it is written these become "> ", "- " and spaces:
  U+FDD2 a quotation, U+FDD3 an item that begins, U+FDD4 an item that goes on, U+FDD5 a quotation begins here,
  U+FDD6 no empty line before this.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:import href="reading.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- "no" leaves out the title of the header, which stands above the text as its first heading. -->
  <xsl:param name="title">yes</xsl:param>
  <!-- "no" leaves out the labels of the speakers. -->
  <xsl:param name="speakers">yes</xsl:param>
  <xsl:variable name="labels" select="$speakers"/>

  <!-- No bold or italic type begins or ends with one of these. -->
  <xsl:variable name="odd-spaces" select="'&#x1680;&#x2000;&#x2001;&#x2002;&#x2003;&#x2004;&#x2005;&#x2006;&#x2007;&#x2008;&#x2009;&#x200A;&#x202F;&#x205F;&#x3000;'"/>

  <xsl:template match="/">
    <xsl:variable name="written">
      <xsl:if test="$title != 'no'"><xsl:apply-templates select="t:TEI/t:teiHeader/t:fileDesc/t:titleStmt/t:title[1]"/></xsl:if>
      <xsl:apply-templates select="t:TEI/t:text"/>
    </xsl:variable>
    <xsl:value-of select="substring($written, 2)"/>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:variable name="text"><xsl:apply-imports/></xsl:variable>
    <xsl:call-template name="mark-characters">
      <xsl:with-param name="text" select="string($text)"/>
      <xsl:with-param name="special" select="'\`*_[]&lt;&gt;&amp;#~'"/>
      <xsl:with-param name="by" select="'\'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Headings, by the depth of their division; the title of the header stands above them all. -->
  <xsl:template match="t:titleStmt/t:title | t:div/t:head" priority="1">
    <xsl:call-template name="set-off">
      <xsl:with-param name="before" select="concat(substring('######', 1, 1 + count(ancestor::t:div)), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A commotion standing alone. -->
  <xsl:template match="t:div/t:stage">
    <xsl:call-template name="set-off"><xsl:with-param name="before">*</xsl:with-param><xsl:with-param name="after">*</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template name="set-off">
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
    <xsl:variable name="line">
      <xsl:call-template name="one-line"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <xsl:if test="$line != ''"><xsl:value-of select="concat('&#10;', $before, $line, $after, '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template name="label">
    <xsl:variable name="text"><xsl:apply-templates select="../t:speaker/node()"/></xsl:variable>
    <xsl:variable name="label">
      <xsl:call-template name="one-line"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    </xsl:variable>
    <xsl:if test="$labels != 'no' and $label != ''"><xsl:value-of select="concat('**', $label, '** ')"/></xsl:if>
  </xsl:template>

  <!-- Text without marks and with plain spaces only. -->
  <xsl:template name="one-line">
    <xsl:param name="text"/>
    <xsl:value-of select="normalize-space(translate($text, concat('&#xFDD0;&#xFDD1;', $odd-spaces, '&#xFDD2;&#xFDD3;&#xFDD4;&#xFDD5;&#xFDD6;'), '                 '))"/>
  </xsl:template>

  <!-- Verse: a backslash at the end of a line keeps it a line. -->
  <xsl:template match="t:div/t:l | t:body/t:l | t:sp/t:l | t:lg/t:l">
    <xsl:variable name="text"><xsl:apply-templates/></xsl:variable>
    <xsl:if test="not(preceding-sibling::*[1]/self::t:l)"><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:if test="parent::t:sp and not(preceding-sibling::*[not(self::t:speaker)])"><xsl:call-template name="label"/></xsl:if>
    <xsl:call-template name="guard">
      <xsl:with-param name="text"><xsl:call-template name="one-line"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
    <xsl:if test="following-sibling::*[1]/self::t:l and normalize-space($text) != ''">\</xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The beginning of a block, with one character for each quotation and each item that it stands in. -->
  <xsl:template name="begin">
    <xsl:variable name="here" select="generate-id()"/>
    <xsl:text>&#xFDD0;</xsl:text>
    <xsl:for-each select="ancestor-or-self::*[self::t:quote[@type] or self::t:item or self::t:label[parent::t:list]]">
      <xsl:variable name="opened" select="generate-id() = $here or generate-id(node()[self::* or normalize-space() != ''][1]) = $here"/>
      <xsl:variable name="labelled" select="self::t:item and preceding-sibling::*[1]/self::t:label"/>
      <xsl:choose>
        <xsl:when test="self::t:quote">&#xFDD2;<xsl:if test="$opened">&#xFDD5;</xsl:if></xsl:when>
        <xsl:when test="$opened and not($labelled)">&#xFDD3;<xsl:if test="preceding-sibling::t:item">&#xFDD6;</xsl:if></xsl:when>
        <xsl:otherwise>&#xFDD4;</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:text>&#xFDD1;</xsl:text>
  </xsl:template>

  <!-- What follows a block goes on in what that stands in. -->
  <xsl:template name="end">
    <xsl:text>&#xFDD0;</xsl:text>
    <xsl:for-each select="ancestor::*[self::t:quote[@type] or self::t:item]">
      <xsl:choose>
        <xsl:when test="self::t:quote">&#xFDD2;</xsl:when>
        <xsl:otherwise>&#xFDD4;</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:text>&#xFDD1;</xsl:text>
  </xsl:template>

  <xsl:template name="print">
    <xsl:param name="text"/>
    <xsl:variable name="place" select="substring-before($text, '&#xFDD1;')"/>
    <xsl:variable name="words" select="normalize-space(substring-after($text, '&#xFDD1;'))"/>
    <xsl:if test="$words != ''">
      <xsl:if test="not(contains($place, '&#xFDD6;'))">
        <!-- The empty line goes on with the quotations that are open between the block before and this one. -->
        <xsl:variable name="open">
          <xsl:call-template name="prefix">
            <xsl:with-param name="place" select="substring-before(concat(translate($place, '&#xFDD3;', ''), '&#xFDD2;&#xFDD5;'), '&#xFDD2;&#xFDD5;')"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:if test="contains($open, '>')"><xsl:value-of select="$open"/></xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:call-template name="prefix"><xsl:with-param name="place" select="$place"/></xsl:call-template>
      <xsl:call-template name="guard"><xsl:with-param name="text" select="$words"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="prefix">
    <xsl:param name="place"/>
    <xsl:choose>
      <xsl:when test="starts-with($place, '&#xFDD2;')"><xsl:text>> </xsl:text></xsl:when>
      <xsl:when test="starts-with($place, '&#xFDD3;')"><xsl:text>- </xsl:text></xsl:when>
      <xsl:when test="starts-with($place, '&#xFDD4;')"><xsl:text>  </xsl:text></xsl:when>
    </xsl:choose>
    <xsl:if test="$place != ''">
      <xsl:call-template name="prefix"><xsl:with-param name="place" select="substring($place, 2)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- At the beginning of a line also these mean something: - + = and a number with a full stop or a bracket. -->
  <xsl:template name="guard">
    <xsl:param name="text"/>
    <xsl:variable name="first" select="substring(translate(substring($text, 1, 20), '0123456789', ''), 1, 1)"/>
    <xsl:variable name="digits" select="substring-before($text, $first)"/>
    <xsl:choose>
      <xsl:when test="contains('-+=', substring($text, 1, 1))"><xsl:value-of select="concat('\', $text)"/></xsl:when>
      <xsl:when test="$digits != '' and ($first = '.' or $first = ')')">
        <xsl:value-of select="concat($digits, '\', $first, substring-after($text, $first))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
