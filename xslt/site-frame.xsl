<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page of the edition: head, menu, main, foot. What stands in main is told by mode="main". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <!-- Where the folder "assets" is, seen from the page. -->
  <xsl:variable name="up"><xsl:if test="/e:edition">../</xsl:if></xsl:variable>

  <xsl:template match="/e:edition | /e:site">
    <xsl:variable name="here" select="key('pages', $page) | self::e:site"/>
    <html lang="{$tongue}">
      <head>
        <title>
          <xsl:apply-templates select="$here" mode="title"/>
          <xsl:if test="/e:edition and $page != 'index'"> · <xsl:value-of select="@title"/></xsl:if>
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="tei-encoder"/>
        <!-- The page may load what lies beside it, and nothing else: the browser itself sees to that. -->
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"/>
        <link rel="stylesheet" href="{$up}assets/edition.css"/>
        <script src="{$up}assets/edition.js" defer="defer"><xsl:text> </xsl:text></script>
        <xsl:apply-templates select="$here" mode="head"/>
      </head>
      <body class="page-{$here/@kind}{substring($page, 1, string-length($page) * not($here/@kind))}">
        <a class="skip" href="#page:main"><xsl:value-of select="$w[@id = 'skip']"/></a>
        <xsl:call-template name="banner"/>
        <xsl:apply-templates select="$here" mode="beside"/>
        <main id="page:main" tabindex="-1">
          <xsl:apply-templates select="$here" mode="main"/>
        </main>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- What is the same for all pages of a kind unless told otherwise: the title, nothing more in the head, nothing beside. -->
  <xsl:template match="e:page" mode="title"><xsl:value-of select="$w[@id = concat('page-', current()/@kind)]"/></xsl:template>
  <xsl:template match="e:page[@kind = 'index']" mode="title"><xsl:value-of select="/e:edition/@title"/></xsl:template>
  <xsl:template match="e:page | e:site" mode="head"/>
  <xsl:template match="e:page | e:site" mode="beside"/>

  <!-- The way back, and the pages of this document. -->
  <xsl:template name="banner">
    <xsl:if test="/e:edition">
      <header class="banner">
        <p class="trail">
          <a href="{$up}index.html"><xsl:value-of select="$w[@id = 'all-documents']"/></a>
          <xsl:if test="$page != 'index'">
            <span class="sign" aria-hidden="true"> › </span>
            <a href="index.html"><xsl:call-template name="text-lang"/><xsl:value-of select="/e:edition/@title"/></a>
          </xsl:if>
        </p>
        <nav class="menu" aria-label="{$w[@id = 'menu']}">
          <ul role="list">
            <xsl:for-each select="/e:edition/e:pages/e:page[@kind != 'text' and @kind != 'source']">
              <li><xsl:call-template name="menu-entry"/></li>
            </xsl:for-each>
            <li><a href="{$up}search.html"><xsl:value-of select="$w[@id = 'page-search']"/></a></li>
          </ul>
        </nav>
      </header>
    </xsl:if>
  </xsl:template>

  <xsl:template name="menu-entry">
    <a href="{@href}">
      <xsl:choose>
        <xsl:when test="@key = $page"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:when>
        <xsl:when test="@kind = 'index' and key('pages', $page)[@kind = 'text' or @kind = 'source']">
          <xsl:attribute name="aria-current">true</xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="@kind = 'index'"><xsl:value-of select="$w[@id = 'menu-text']"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$w[@id = concat('page-', current()/@kind)]"/></xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:template>

  <!-- The language of the text, where it is not that of the interface. -->
  <xsl:template name="text-lang">
    <xsl:if test="$tei/@xml:lang and $tei/@xml:lang != $tongue">
      <xsl:attribute name="lang"><xsl:value-of select="$tei/@xml:lang"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!--
    A list for the eye has at most five hundred rows, so that its page stays under a megabyte; below it stands how many
    there are, and where all of them can be had.
  -->
  <xsl:variable name="most" select="500"/>
  <xsl:template name="shown-of">
    <xsl:param name="number"/>
    <xsl:if test="$number &gt; $most">
      <p class="hint">
        <xsl:value-of select="$w[@id = 'shown']"/><xsl:text> </xsl:text>
        <xsl:call-template name="number"><xsl:with-param name="number" select="$most"/></xsl:call-template> / <xsl:call-template name="number"><xsl:with-param name="number" select="$number"/></xsl:call-template>
        <xsl:text> · </xsl:text><a href="about.html#page:download"><xsl:value-of select="$w[@id = 'downloads']"/></a>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- How sure the encoder was, where it says so: "Certainty: high". -->
  <xsl:template name="certainty">
    <xsl:if test="@cert">
      <xsl:text> </xsl:text>
      <span class="tag cert-{@cert}" lang="{$tongue}"><xsl:value-of select="concat($word-sure, ': ', $w[@id = concat('cert-', current()/@cert)])"/></span>
    </xsl:if>
  </xsl:template>
  <xsl:variable name="word-sure" select="string($w[@id = 'col-certainty'])"/>

  <xsl:template name="foot">
    <footer class="foot">
      <p>
        <xsl:value-of select="$w[@id = 'made-by']"/>
        <xsl:if test="/e:edition"><xsl:text> </xsl:text><a href="about.html"><xsl:value-of select="$w[@id = 'page-about']"/></a></xsl:if>
      </p>
    </footer>
  </xsl:template>

  <!-- The heading of a page that is no page of text. -->
  <xsl:template name="page-heading">
    <xsl:param name="lead"/>
    <h1><xsl:value-of select="$w[@id = concat('page-', current()/@kind)]"/></h1>
    <xsl:if test="$lead != ''"><p class="lead"><xsl:value-of select="$lead"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
