<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dublin Core, from the TEI header: fifteen elements for catalogues and archives (oai_dc).

  The record describes the TEI file. Each fact comes from one place of the header; docs/outputs.md has the table.
  What the header does not know is left out.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" exclude-result-prefixes="t">
  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- One more identifier, such as the address under which the file is published. -->
  <xsl:param name="identifier"/>

  <xsl:template match="/">
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:apply-templates select="t:TEI/t:teiHeader"/>
      <xsl:text>&#10;</xsl:text>
    </oai_dc:dc>
  </xsl:template>

  <xsl:template match="t:teiHeader">
    <xsl:variable name="file" select="t:fileDesc"/>
    <xsl:variable name="published" select="$file/t:publicationStmt"/>
    <xsl:variable name="who" select="$file/t:titleStmt"/>
    <xsl:variable name="source" select="$file/t:sourceDesc"/>
    <xsl:variable name="setting" select="t:profileDesc/t:settingDesc | t:profileDesc/t:creation[not(../t:settingDesc//t:date)]"/>
    <xsl:variable name="language" select="t:profileDesc/t:langUsage/t:language/@ident"/>

    <xsl:apply-templates select="$who/t:title"/>
    <xsl:apply-templates select="$who/t:author" mode="creator"/>
    <xsl:apply-templates select="t:profileDesc/t:textClass//t:term | $source//t:bibl[@type = 'meeting']/t:title
                                 | $source//t:bibl[@type = 'meeting']/t:meeting/t:orgName" mode="subject"/>
    <xsl:apply-templates select="t:profileDesc/t:abstract | $file/t:notesStmt/t:note[@type = 'general'] | $setting//t:activity" mode="description"/>
    <xsl:apply-templates select="$published/t:publisher | $published/t:distributor
                                 | $published/t:authority[not(../t:publisher or ../t:distributor or starts-with(normalize-space(), 'not published'))]" mode="publisher"/>
    <xsl:apply-templates select="$who/t:editor | $who/t:principal | $who/t:sponsor | $who/t:funder
                                 | $who/t:respStmt/t:persName | $who/t:respStmt/t:orgName | $who/t:respStmt/t:name[not(@type = 'software')]" mode="contributor"/>
    <xsl:apply-templates select="$published/t:date"/>
    <xsl:call-template name="element"><xsl:with-param name="name">type</xsl:with-param><xsl:with-param name="value">Text</xsl:with-param></xsl:call-template>
    <xsl:call-template name="element"><xsl:with-param name="name">format</xsl:with-param><xsl:with-param name="value">application/tei+xml</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="$file/t:extent/t:measure | $file/t:extent[not(t:measure)]" mode="format"/>
    <xsl:call-template name="element"><xsl:with-param name="name">identifier</xsl:with-param><xsl:with-param name="value" select="$identifier"/></xsl:call-template>
    <xsl:apply-templates select="$published/t:idno" mode="identifier"/>
    <xsl:apply-templates select="/t:TEI/@xml:id" mode="identifier"/>
    <xsl:apply-templates select="$source//t:bibl[not(@type = 'meeting')][not(ancestor::t:listWit)]"/>
    <xsl:apply-templates select="$source/t:p" mode="source"/>
    <xsl:apply-templates select="$language" mode="language"/>
    <xsl:if test="not($language)"><xsl:apply-templates select="/t:TEI/@xml:lang" mode="language"/></xsl:if>
    <xsl:apply-templates select="$file/t:seriesStmt/t:title | $file/t:notesStmt/t:relatedItem/@target" mode="relation"/>
    <xsl:apply-templates select="$setting" mode="coverage"/>
    <xsl:apply-templates select="$published/t:availability"/>
  </xsl:template>

  <!-- One line of the record; nothing where nothing is known. -->
  <xsl:template name="element">
    <xsl:param name="name"/>
    <xsl:param name="value" select="."/>
    <xsl:if test="normalize-space(translate($value, '&#160;', ' ')) != ''">
      <xsl:text>&#10;  </xsl:text>
      <xsl:element name="dc:{$name}"><xsl:value-of select="normalize-space($value)"/></xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:title">
    <xsl:call-template name="element"><xsl:with-param name="name">title</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="creator">
    <xsl:call-template name="element"><xsl:with-param name="name">creator</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="contributor">
    <xsl:call-template name="element"><xsl:with-param name="name">contributor</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="publisher">
    <xsl:call-template name="element"><xsl:with-param name="name">publisher</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="subject">
    <xsl:call-template name="element"><xsl:with-param name="name">subject</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="description">
    <xsl:call-template name="element"><xsl:with-param name="name">description</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="*" mode="format">
    <xsl:call-template name="element"><xsl:with-param name="name">format</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="@* | *" mode="identifier">
    <xsl:call-template name="element"><xsl:with-param name="name">identifier</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="@* | *" mode="relation">
    <xsl:call-template name="element"><xsl:with-param name="name">relation</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="@*" mode="language">
    <xsl:call-template name="element"><xsl:with-param name="name">language</xsl:with-param></xsl:call-template>
  </xsl:template>
  <xsl:template match="t:p" mode="source">
    <xsl:call-template name="element"><xsl:with-param name="name">source</xsl:with-param></xsl:call-template>
  </xsl:template>

  <!-- A day or a span of days as ISO 8601 has it, else the words. -->
  <xsl:template name="day">
    <xsl:choose>
      <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
      <xsl:when test="@from or @to"><xsl:value-of select="concat(@from, '/', @to)"/></xsl:when>
      <xsl:when test="@notBefore or @notAfter"><xsl:value-of select="concat(@notBefore, '/', @notAfter)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="t:date">
    <xsl:call-template name="element">
      <xsl:with-param name="name">date</xsl:with-param>
      <xsl:with-param name="value"><xsl:call-template name="day"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- When and where it was spoken. -->
  <xsl:template match="*" mode="coverage">
    <xsl:for-each select=".//t:placeName | .//t:name[@type = 'place'] | .//t:locale">
      <xsl:call-template name="element"><xsl:with-param name="name">coverage</xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select=".//t:date">
      <xsl:call-template name="element">
        <xsl:with-param name="name">coverage</xsl:with-param>
        <xsl:with-param name="value"><xsl:call-template name="day"/></xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Each step of the way back to the meeting: file, printed edition, earlier printings; what a bibl holds itself, not those in it. -->
  <xsl:template match="t:bibl">
    <xsl:variable name="parts" select="t:author | t:title | t:editor | t:edition | t:biblScope | t:pubPlace | t:publisher | t:date | t:idno"/>
    <xsl:call-template name="element">
      <xsl:with-param name="name">source</xsl:with-param>
      <xsl:with-param name="value">
        <xsl:for-each select="$parts[normalize-space() != '']">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:if test="@type = 'sha256' or @type = 'siglum'"><xsl:value-of select="concat(@type, ':')"/></xsl:if>
          <xsl:value-of select="normalize-space()"/>
        </xsl:for-each>
        <xsl:if test="not($parts)"><xsl:value-of select="text()"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What one may do with it: the name of the licence and its address; or the words of the header. -->
  <xsl:template match="t:availability">
    <xsl:for-each select="t:licence | t:licence/@target | t:p">
      <xsl:call-template name="element"><xsl:with-param name="name">rights</xsl:with-param></xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
