<?xml version="1.0" encoding="UTF-8"?>
<!--
  One TEI document as one self-contained HTML page: a reading aid, not the edition of record; site.xsl makes many pages.

  XSLT 1.0, no extensions, nothing is loaded but the parts named below. transform passes edition.css as $css.
  Each part has one concern; what a part does not know falls through to "anything else" in html-inline.xsl.
  Ids of the page's own places begin with "page:" or "to:": a colon cannot stand in an xml:id, so they never clash.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">
  <xsl:include href="words.xsl"/>
  <xsl:include href="html-common.xsl"/>
  <xsl:include href="html-header.xsl"/>
  <xsl:include href="html-contents.xsl"/>
  <xsl:include href="html-divisions.xsl"/>
  <xsl:include href="html-lists.xsl"/>
  <xsl:include href="html-speech.xsl"/>
  <xsl:include href="html-record.xsl"/>
  <xsl:include href="html-apparatus.xsl"/>
  <xsl:include href="html-inline.xsl"/>
  <xsl:include href="html-registers.xsl"/>
  <xsl:include href="html-about.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <!-- The style sheet of the page, as text. -->
  <xsl:param name="css"/>
  <xsl:template match="/">
    <xsl:apply-templates select="t:TEI"/>
  </xsl:template>

  <xsl:template match="t:TEI">
    <html lang="{$tongue}">
      <head>
        <title><xsl:call-template name="document-title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="tei-encoder"/>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body class="alone">
        <a class="skip" href="#page:text"><xsl:value-of select="$w[@id = 'skip']"/></a>
        <header>
          <xsl:call-template name="title-block"/>
          <xsl:call-template name="reading-choice"/>
          <xsl:call-template name="legend"/>
        </header>
        <xsl:call-template name="contents"/>
        <main id="page:text" tabindex="-1">
          <xsl:if test="@xml:lang">
            <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="t:text"/>
        </main>
        <footer>
          <xsl:call-template name="register-of-votes"/>
          <xsl:call-template name="register-of-persons"/>
          <xsl:call-template name="about"/>
        </footer>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
