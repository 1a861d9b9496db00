<?xml version="1.0" encoding="UTF-8"?>
<!--
  The search page. search.js and MiniSearch (assets) work on the texts that each document hands over (its search.js).
  Without scripts the form stays hidden, and the page says why.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:tei-encoder:edition"
                exclude-result-prefixes="e">

  <xsl:template match="e:site" mode="head" priority="1">
    <xsl:if test="$page = 'search'">
      <link rel="stylesheet" href="assets/search.css"/>
      <xsl:for-each select="e:document"><script src="{@href}search.js" defer="defer"><xsl:text> </xsl:text></script></xsl:for-each>
      <script src="assets/minisearch.js" defer="defer"><xsl:text> </xsl:text></script>
      <script src="assets/search.js" defer="defer"><xsl:text> </xsl:text></script>
    </xsl:if>
  </xsl:template>

  <xsl:template name="search-page">
    <p class="trail"><a href="index.html"><xsl:value-of select="$w[@id = 'all-documents']"/></a></p>
    <h1><xsl:value-of select="$w[@id = 'page-search']"/></h1>
    <noscript><p><xsl:value-of select="$w[@id = 'search-needs-script']"/></p></noscript>
    <form role="search" id="page:search" hidden="hidden">
      <xsl:for-each select="$w[starts-with(@id, 'search-kind-') or starts-with(@id, 'search-says-')]">
        <xsl:attribute name="data-{substring(@id, 13)}"><xsl:value-of select="."/></xsl:attribute>
      </xsl:for-each>
      <p class="ask">
        <label for="page:q"><xsl:value-of select="$w[@id = 'search-words']"/></label>
        <input id="page:q" name="q" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="page:q-help"/>
        <button type="submit"><xsl:value-of select="$w[@id = 'page-search']"/></button>
      </p>
      <p id="page:q-help" class="help"><xsl:value-of select="$w[@id = 'search-help']"/></p>
      <div class="choices">
        <xsl:call-template name="search-choice">
          <xsl:with-param name="name">document</xsl:with-param>
          <xsl:with-param name="options">
            <xsl:for-each select="e:document"><option value="{substring-before(@href, '/')}"><xsl:value-of select="@title"/></option></xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="search-choice"><xsl:with-param name="name">who</xsl:with-param></xsl:call-template>
        <xsl:call-template name="search-choice"><xsl:with-param name="name">part</xsl:with-param></xsl:call-template>
        <xsl:call-template name="search-choice">
          <xsl:with-param name="name">kind</xsl:with-param>
          <xsl:with-param name="options">
            <xsl:for-each select="$w[starts-with(@id, 'search-kind-')]"><option value="{substring(@id, 13)}"><xsl:value-of select="."/></option></xsl:for-each>
          </xsl:with-param>
        </xsl:call-template>
      </div>
    </form>
    <p id="page:status" role="status"><xsl:text> </xsl:text></p>
    <ol id="page:results" class="results" role="list"><xsl:text> </xsl:text></ol>
    <p><button id="page:more" type="button" hidden="hidden"><xsl:value-of select="$w[@id = 'search-more']"/></button></p>
  </xsl:template>

  <xsl:template name="search-choice">
    <xsl:param name="name"/>
    <xsl:param name="options"/>
    <p>
      <label for="page:{$name}"><xsl:value-of select="$w[@id = concat('search-', $name)]"/></label>
      <select id="page:{$name}" name="{$name}">
        <option value=""><xsl:value-of select="$w[@id = 'search-any']"/></option>
        <xsl:copy-of select="$options"/>
      </select>
    </p>
  </xsl:template>
</xsl:stylesheet>
