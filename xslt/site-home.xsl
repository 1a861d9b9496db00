<?xml version="1.0" encoding="UTF-8"?>
<!-- The home page: all documents, each with what it is and a picture of who speaks how much. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:tei-encoder:edition"
                exclude-result-prefixes="e">

  <xsl:template match="e:site" mode="title">
    <xsl:choose>
      <xsl:when test="$page = 'search'"><xsl:value-of select="$w[@id = 'page-search']"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$w[@id = 'documents']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="e:site" mode="main">
    <xsl:choose>
      <xsl:when test="$page = 'search'"><xsl:call-template name="search-page"/></xsl:when>
      <xsl:otherwise>
        <h1><xsl:value-of select="$w[@id = 'documents']"/></h1>
        <p class="lead">
          <xsl:call-template name="counted"><xsl:with-param name="number" select="count(e:document)"/><xsl:with-param name="what">documents</xsl:with-param></xsl:call-template>
          <xsl:text> · </xsl:text>
          <xsl:call-template name="counted"><xsl:with-param name="number" select="sum(e:document/@speeches)"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template>
          <xsl:text> · </xsl:text>
          <a href="search.html"><xsl:value-of select="$w[@id = 'page-search']"/></a>
        </p>
        <ol class="documents" role="list"><xsl:apply-templates select="e:document"/></ol>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="e:document">
    <li>
      <h2>
        <a href="{@href}index.html">
          <xsl:if test="@lang"><xsl:attribute name="lang"><xsl:value-of select="@lang"/></xsl:attribute></xsl:if>
          <xsl:value-of select="@title"/>
        </a>
      </h2>
      <ul class="facts" role="list">
        <xsl:variable name="genre" select="$w[@id = concat('genre-', substring-before(concat(current()/@profile, '-'), '-'))]"/>
        <xsl:if test="$genre"><li><xsl:value-of select="$genre"/></li></xsl:if>
        <xsl:for-each select="@author | @date | @place"><li><xsl:value-of select="."/></li></xsl:for-each>
        <xsl:for-each select="@sessions | @speeches | @speakers | @votes | @gaps | @words">
          <xsl:if test=". &gt; 0">
            <li><xsl:call-template name="counted"><xsl:with-param name="number" select="."/><xsl:with-param name="what" select="name()"/></xsl:call-template></li>
          </xsl:if>
        </xsl:for-each>
      </ul>
      <xsl:if test="count(e:part) &gt; 1">
        <svg class="strip" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <xsl:for-each select="e:part"><rect class="shade{position() mod 5}" x="{@x}" y="0" width="{@width}" height="24"/></xsl:for-each>
        </svg>
        <p class="caption">
          <xsl:value-of select="$w[@id = 'most-words']"/>
          <xsl:text> </xsl:text>
          <xsl:for-each select="e:part[@named]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="@name"/><xsl:text> </xsl:text><xsl:call-template name="percent"><xsl:with-param name="permille" select="@width"/></xsl:call-template>
          </xsl:for-each>
        </p>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:stylesheet>
