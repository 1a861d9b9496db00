<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of rendered documents: from documents/document (@href, @title, @author, @date, counts), made by the render step. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:param name="css"/>

  <xsl:template match="/documents">
    <html lang="en">
      <head>
        <title>Documents</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="tei-encoder"/>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body class="index">
        <header>
          <h1>Documents</h1>
          <ul class="facts"><li><xsl:value-of select="count(document)"/> documents</li></ul>
        </header>
        <main>
          <ul class="documents" role="list"><xsl:apply-templates select="document"/></ul>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="document">
    <li>
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <ul class="facts">
        <xsl:for-each select="@author[. != ''] | @date[. != '']"><li><xsl:value-of select="."/></li></xsl:for-each>
        <xsl:apply-templates select="@sessions | @speeches | @votes"/>
      </ul>
    </li>
  </xsl:template>

  <!-- The attribute is named in the plural: "1 sessions" loses its ending, "1 speeches" two letters. -->
  <xsl:template match="@sessions | @speeches | @votes">
    <xsl:if test=". &gt; 0">
      <li>
        <xsl:value-of select="."/><xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test=". != 1"><xsl:value-of select="name()"/></xsl:when>
          <xsl:when test="name() = 'speeches'">speech</xsl:when>
          <xsl:otherwise><xsl:value-of select="substring(name(), 1, string-length(name()) - 1)"/></xsl:otherwise>
        </xsl:choose>
      </li>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
